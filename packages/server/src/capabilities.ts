import { recordTypes, supportedVersions } from '@ctdx/model';
import type { Context } from './context.js';
import { algorithms } from './exchange/signature.js';

/** What travels inside of a parcel, at the levels at which a parcel travels here. */
const travelling = Object.entries(recordTypes)
  .filter(([type]) => type !== 'parcel')
  .map(([type, levels]) => ({ type, levels: levels.filter((level) => level !== 'identified') }));

/** What this node takes. Needs no token, and names no agency and no agreement. */
export function capabilities({ configuration, trial, limits }: Context): Record<string, unknown> {
  return {
    node: configuration.node.id,
    trial,
    versions: supportedVersions,
    records: travelling,
    profiles: [],
    token: {
      endpoint: '/v1/token',
      audience: configuration.node.audience,
      methods: ['private_key_jwt'],
      algorithms,
    },
    limits: { bytes: limits.bytes, records: limits.records, depth: limits.depth },
  };
}

import { supportedVersions } from '@ctdx/model';
import type { Context } from './context.js';
import { algorithms } from './exchange/signature.js';

/** What this node takes. Needs no token, and names no agency and no agreement. */
export function capabilities({ configuration, trial, limits }: Context): Record<string, unknown> {
  return {
    node: configuration.node.id,
    trial,
    versions: supportedVersions,
    records: [
      { type: 'case', levels: ['pseudonymized'] },
      { type: 'indicator', levels: ['pseudonymized', 'aggregate'] },
    ],
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

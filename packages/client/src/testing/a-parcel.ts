import type { Valid } from '@ctdx/model';
import { parse } from '@ctdx/validate';
import { generateKeyPair } from 'jose';
import { buildParcel, type SendableRecord } from '../build-parcel.js';
import type { SendableParcel } from '../create-client.js';
import { recordSigner } from '../sign-record.js';

const source = { country: 'XA', agency: 'xa-national-node', agencyType: 'nationalCoordination' } as const;
const handling = {
  level: 'pseudonymized',
  marking: 'restricted',
  purposes: ['statistics' as const],
  legalBasis: 'statisticsLaw',
} as const;

/** The minimal extract of an invented case. */
export function aCase(changes: Record<string, unknown> = {}): Valid<SendableRecord<'pseudonymized'>> {
  const record = {
    type: 'case',
    schemaVersion: '1.0',
    id: '01890a5d-ac96-874b-bcce-b302099a8001',
    revision: 1,
    issuedAt: '2025',
    source,
    handling,
    codeListVersion: '1.0',
    provenance: { synthetic: true },
    reportingPeriod: { start: '2025-01', end: '2025-12' },
    subject: { personRef: '01890a5d-ac96-874b-bcce-b302099a8003' },
    gender: 'feminine',
    statusHistory: [{ status: 'identified', basis: 'decision', country: 'XA' }],
    ...changes,
  };
  return parse(record, { type: 'case', level: 'pseudonymized' });
}

/** A parcel of one invented case, signed with a key that nobody knows. */
export async function aParcel(): Promise<SendableParcel> {
  const { privateKey } = await generateKeyPair('ES256');
  return buildParcel({
    source,
    handling: { ...handling, purposes: [...handling.purposes] },
    recipients: [{ country: 'XA', agency: 'regional-body' }],
    purpose: 'statistics',
    agreement: { ref: 'trial-statistics', version: 1, clause: '1' },
    issuedAt: '2025',
    records: [aCase()],
    sign: recordSigner({ privateKey, keyId: 'key-1' }),
  });
}

import type { records } from '../database/schema.js';
import type { CarriedDigest, CarriedSignature } from './signature.js';
import { digestAlgorithm } from './signature.js';

/** A record with what proves its origin, as a node hands it out. */
export interface HeldRecord {
  readonly record: Record<string, unknown>;
  readonly digest: CarriedDigest;
  readonly signature: CarriedSignature;
}

/** Takes from a row what the contract names. */
export function toHeldRecord(row: typeof records.$inferSelect): HeldRecord {
  return {
    record: row.content,
    digest: { algorithm: digestAlgorithm, salt: row.salt, digest: row.digest },
    signature: { algorithm: row.algorithm, keyId: row.keyId, jws: row.jws },
  };
}

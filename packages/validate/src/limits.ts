/** How far a check goes before it stops. Each limit can be changed; passing one is a finding, never a crash. */
export interface CheckLimits {
  /** Findings of one record. A record with more is not a record: a person corrects a few and checks again. */
  readonly findings: number;
  /** Bytes of the JSON text of one record. The default holds a parcel of a thousand full cases three times over. */
  readonly bytes: number;
  /** How deep objects and arrays may be nested in JSON. The deepest record of the standard needs 9. */
  readonly depth: number;
  /** Records of one file. They are read one by one, so this bounds time, not memory. */
  readonly rows: number;
}

export const defaultLimits: CheckLimits = {
  findings: 1000,
  bytes: 32 * 1024 * 1024,
  depth: 32,
  rows: 1_000_000,
};

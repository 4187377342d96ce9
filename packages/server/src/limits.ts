/** Most that one request may hold. */
export interface Limits {
  /** Bytes of a body. @defaultValue 8 MiB: a thousand full cases of 4 kB with digests and signatures, twice over. */
  readonly bytes: number;
  /** Records of a parcel. @defaultValue 1,000, as many as the schema of a parcel lets in. */
  readonly records: number;
  /** Levels of nesting in JSON. @defaultValue 32: a parcel of cases needs fewer than 16. */
  readonly depth: number;
  /** Findings told per record. @defaultValue 50: whoever has more corrects these first. */
  readonly findings: number;
}

export const defaultLimits: Limits = { bytes: 8 * 1024 * 1024, records: 1000, depth: 32, findings: 50 };

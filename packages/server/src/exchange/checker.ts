import type { Finding } from '@ctdx/model';

/** What a check of a record or an envelope found. Errors keep it out; warnings do not. */
export interface Check {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** False when the limit on findings cut the list short. */
  readonly complete: boolean;
}

/** Level of a parcel that may travel. */
export type TravelLevel = 'pseudonymized' | 'aggregate';

/** Checks what arrives against the standard, at the level that its parcel declares. */
export interface Checker {
  /** The envelope alone: the parcel without its records. */
  envelope(parcel: unknown, level: TravelLevel): Check;
  record(record: unknown, level: TravelLevel): Check;
}

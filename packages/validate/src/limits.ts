/** How far a check goes before it stops. Each limit can be changed; passing one is a finding, never a crash. */
export interface CheckLimits {
  /** Findings of one record. */
  readonly findings: number;
}

/** A record with more findings than this is not a record; a person corrects a few and checks again. */
export const defaultLimits: CheckLimits = { findings: 1000 };

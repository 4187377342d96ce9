import type { FindingCode, FindingFacts } from './generated/finding-codes.js';

export type { FindingCode, FindingFacts };

/** `error`: the record is not valid. `warning`: valid, but a person should look. `information`: worth knowing. */
export type Severity = 'error' | 'warning' | 'information';

/**
 * Where in a file a finding stands, as the person who keeps the file sees it.
 * Files and sheets go by number, because their names may name a victim.
 */
export interface Position {
  /** Argument number of the file, from 1. */
  readonly file?: number;
  /** Index of the sheet, from 1. */
  readonly sheet?: number;
  /** Row of the sheet or line of the file, from 1. */
  readonly row?: number;
  /** Column letters: `A`, `AJ`. */
  readonly column?: string;
}

/**
 * One thing that is wrong or worth saying, as facts and never as a sentence: a path, a code and facts from
 * the schema. It never holds what somebody typed, so findings may be logged and stored.
 */
export interface Finding<C extends FindingCode = FindingCode> extends Position {
  /** Stable code; the wording that goes with it is not stable. */
  readonly code: C;
  readonly severity: Severity;
  /** RFC 6901 pointer into the record. A segment that the schema does not name is written `*`. */
  readonly path: string;
  /** Id of the cross-field rule that was broken. */
  readonly rule?: string;
  /** Facts from the schema, such as a limit or the name of a code list. */
  readonly facts?: FindingFacts[C];
}

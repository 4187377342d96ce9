import type { Case } from '@ctdx/model';
import { casePseudonymizedParts } from './parts/case-pseudonymized.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

const checker: RecordChecker<Case<'pseudonymized'>> = recordChecker<'case', 'pseudonymized'>(
  casePseudonymizedParts,
);

/** Says everything that is wrong with a case at the level pseudonymized. Never throws for bad data. */
export const check: RecordChecker<Case<'pseudonymized'>>['check'] = checker.check;

/** Returns a valid case at the level pseudonymized, or throws `InvalidRecordError`. */
export const parse: RecordChecker<Case<'pseudonymized'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<Case<'pseudonymized'>>['schema'] = checker.schema;

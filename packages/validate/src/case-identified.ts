import type { Case } from '@ctdx/model';
import { caseIdentifiedParts } from './parts/case-identified.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

const checker: RecordChecker<Case<'identified'>> = recordChecker<'case', 'identified'>(caseIdentifiedParts);

/** Says everything that is wrong with a case at the level identified. Never throws for bad data. */
export const check: RecordChecker<Case<'identified'>>['check'] = checker.check;

/** Returns a valid case at the level identified, or throws `InvalidRecordError`. */
export const parse: RecordChecker<Case<'identified'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<Case<'identified'>>['schema'] = checker.schema;

import { casePseudonymizedParts } from './parts/case-pseudonymized.js';
import { recordChecker } from './record-checker.js';

/** `check`, `parse` and Standard Schema for a case at the level pseudonymized. */
export const { check, parse, schema } = recordChecker<'case', 'pseudonymized'>(casePseudonymizedParts);

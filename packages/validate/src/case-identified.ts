import { caseIdentifiedParts } from './parts/case-identified.js';
import { recordChecker } from './record-checker.js';

/** `check`, `parse` and Standard Schema for a case at the level identified. */
export const { check, parse, schema } = recordChecker<'case', 'identified'>(caseIdentifiedParts);

import { indicatorPseudonymizedParts } from './parts/indicator-pseudonymized.js';
import { recordChecker } from './record-checker.js';

/** `check`, `parse` and Standard Schema for an indicator at the level pseudonymized. */
export const { check, parse, schema } = recordChecker<'indicator', 'pseudonymized'>(
  indicatorPseudonymizedParts,
);

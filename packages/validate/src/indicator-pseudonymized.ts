import type { Indicator } from '@ctdx/model';
import { indicatorPseudonymizedParts } from './parts/indicator-pseudonymized.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

const checker: RecordChecker<Indicator<'pseudonymized'>> = recordChecker<'indicator', 'pseudonymized'>(
  indicatorPseudonymizedParts,
);

/** Says everything that is wrong with an indicator at the level pseudonymized. Never throws for bad data. */
export const check: RecordChecker<Indicator<'pseudonymized'>>['check'] = checker.check;

/** Returns a valid indicator at the level pseudonymized, or throws `InvalidRecordError`. */
export const parse: RecordChecker<Indicator<'pseudonymized'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<Indicator<'pseudonymized'>>['schema'] = checker.schema;

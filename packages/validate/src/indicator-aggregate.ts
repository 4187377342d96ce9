import type { Indicator } from '@ctdx/model';
import { indicatorAggregateParts } from './parts/indicator-aggregate.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

const checker: RecordChecker<Indicator<'aggregate'>> = recordChecker<'indicator', 'aggregate'>(
  indicatorAggregateParts,
);

/** Says everything that is wrong with an indicator at the level aggregate. Never throws for bad data. */
export const check: RecordChecker<Indicator<'aggregate'>>['check'] = checker.check;

/** Returns a valid indicator at the level aggregate, or throws `InvalidRecordError`. */
export const parse: RecordChecker<Indicator<'aggregate'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<Indicator<'aggregate'>>['schema'] = checker.schema;

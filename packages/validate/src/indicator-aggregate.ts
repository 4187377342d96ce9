import { indicatorAggregateParts } from './parts/indicator-aggregate.js';
import { recordChecker } from './record-checker.js';

/** `check`, `parse` and Standard Schema for an indicator at the level aggregate. */
export const { check, parse, schema } = recordChecker<'indicator', 'aggregate'>(indicatorAggregateParts);

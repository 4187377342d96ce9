import { parcelAggregateParts } from './parts/parcel-aggregate.js';
import { recordChecker } from './record-checker.js';

/** `check`, `parse` and Standard Schema for a parcel at the level aggregate. */
export const { check, parse, schema } = recordChecker<'parcel', 'aggregate'>(parcelAggregateParts);

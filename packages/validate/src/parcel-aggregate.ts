import type { Parcel } from '@ctdx/model';
import { parcelAggregateParts } from './parts/parcel-aggregate.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

const checker: RecordChecker<Parcel<'aggregate'>> = recordChecker<'parcel', 'aggregate'>(
  parcelAggregateParts,
);

/** Says everything that is wrong with a parcel at the level aggregate. Never throws for bad data. */
export const check: RecordChecker<Parcel<'aggregate'>>['check'] = checker.check;

/** Returns a valid parcel at the level aggregate, or throws `InvalidRecordError`. */
export const parse: RecordChecker<Parcel<'aggregate'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<Parcel<'aggregate'>>['schema'] = checker.schema;

import type { Parcel } from '@ctdx/model';
import { parcelPseudonymizedParts } from './parts/parcel-pseudonymized.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

const checker: RecordChecker<Parcel<'pseudonymized'>> = recordChecker<'parcel', 'pseudonymized'>(
  parcelPseudonymizedParts,
);

/** Says everything that is wrong with a parcel at the level pseudonymized. Never throws for bad data. */
export const check: RecordChecker<Parcel<'pseudonymized'>>['check'] = checker.check;

/** Returns a valid parcel at the level pseudonymized, or throws `InvalidRecordError`. */
export const parse: RecordChecker<Parcel<'pseudonymized'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<Parcel<'pseudonymized'>>['schema'] = checker.schema;

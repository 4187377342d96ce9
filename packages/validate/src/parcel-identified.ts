import type { Parcel } from '@ctdx/model';
import { parcelIdentifiedParts } from './parts/parcel-identified.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

const checker: RecordChecker<Parcel<'identified'>> = recordChecker<'parcel', 'identified'>(
  parcelIdentifiedParts,
);

/** Says everything that is wrong with a parcel at the level identified. Never throws for bad data. */
export const check: RecordChecker<Parcel<'identified'>>['check'] = checker.check;

/** Returns a valid parcel at the level identified, or throws `InvalidRecordError`. */
export const parse: RecordChecker<Parcel<'identified'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<Parcel<'identified'>>['schema'] = checker.schema;

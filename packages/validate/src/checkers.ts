import type { LevelOf, RecordOf, RecordType } from '@ctdx/model';
import { caseIdentifiedParts } from './parts/case-identified.js';
import { casePseudonymizedParts } from './parts/case-pseudonymized.js';
import { indicatorAggregateParts } from './parts/indicator-aggregate.js';
import { indicatorPseudonymizedParts } from './parts/indicator-pseudonymized.js';
import { parcelAggregateParts } from './parts/parcel-aggregate.js';
import { parcelIdentifiedParts } from './parts/parcel-identified.js';
import { parcelPseudonymizedParts } from './parts/parcel-pseudonymized.js';
import { type RecordChecker, recordChecker } from './record-checker.js';

type Checkers = { readonly [T in RecordType]: { readonly [L in LevelOf<T>]: RecordChecker<RecordOf<T, L>> } };

/** Every checker, by type and level. Who needs one only imports its own entry point and stays small. */
export const checkers: Checkers = {
  case: {
    identified: recordChecker<'case', 'identified'>(caseIdentifiedParts),
    pseudonymized: recordChecker<'case', 'pseudonymized'>(casePseudonymizedParts),
  },
  indicator: {
    pseudonymized: recordChecker<'indicator', 'pseudonymized'>(indicatorPseudonymizedParts),
    aggregate: recordChecker<'indicator', 'aggregate'>(indicatorAggregateParts),
  },
  parcel: {
    identified: recordChecker<'parcel', 'identified'>(parcelIdentifiedParts),
    pseudonymized: recordChecker<'parcel', 'pseudonymized'>(parcelPseudonymizedParts),
    aggregate: recordChecker<'parcel', 'aggregate'>(parcelAggregateParts),
  },
};

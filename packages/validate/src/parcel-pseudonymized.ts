import { parcelPseudonymizedParts } from './parts/parcel-pseudonymized.js';
import { recordChecker } from './record-checker.js';

/** `check`, `parse` and Standard Schema for a parcel at the level pseudonymized. */
export const { check, parse, schema } = recordChecker<'parcel', 'pseudonymized'>(parcelPseudonymizedParts);

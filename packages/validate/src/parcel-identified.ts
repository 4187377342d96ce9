import { parcelIdentifiedParts } from './parts/parcel-identified.js';
import { recordChecker } from './record-checker.js';

/** `check`, `parse` and Standard Schema for a parcel at the level identified. */
export const { check, parse, schema } = recordChecker<'parcel', 'identified'>(parcelIdentifiedParts);

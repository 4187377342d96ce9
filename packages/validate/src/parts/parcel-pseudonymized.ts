import { codes } from '../generated/codes-parcel-pseudonymized.js';
import shape from '../generated/parcel-pseudonymized.js';
import { pseudonymizedRules as rules } from '../generated/rules-parcel.js';
import type { RecordParts } from '../record-checker.js';
import { casePseudonymizedParts } from './case-pseudonymized.js';
import { indicatorPseudonymizedParts } from './indicator-pseudonymized.js';

export const parcelPseudonymizedParts = {
  type: 'parcel',
  level: 'pseudonymized',
  shape,
  rules,
  codes,
  inside: [casePseudonymizedParts, indicatorPseudonymizedParts],
} as const satisfies RecordParts;

import { codes } from '../generated/codes-parcel-identified.js';
import shape from '../generated/parcel-identified.js';
import { identifiedRules as rules } from '../generated/rules-parcel.js';
import type { RecordParts } from '../record-checker.js';
import { caseIdentifiedParts } from './case-identified.js';

export const parcelIdentifiedParts = {
  type: 'parcel',
  level: 'identified',
  shape,
  rules,
  codes,
  inside: [caseIdentifiedParts],
} as const satisfies RecordParts;

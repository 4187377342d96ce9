import shape from '../generated/case-identified.js';
import { codes } from '../generated/codes-case-identified.js';
import { identifiedRules as rules } from '../generated/rules-case.js';
import type { RecordParts } from '../record-checker.js';

export const caseIdentifiedParts = {
  type: 'case',
  level: 'identified',
  shape,
  rules,
  codes,
} as const satisfies RecordParts;

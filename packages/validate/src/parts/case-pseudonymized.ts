import shape from '../generated/case-pseudonymized.js';
import { codes } from '../generated/codes-case-pseudonymized.js';
import { pseudonymizedRules as rules } from '../generated/rules-case.js';
import type { RecordParts } from '../record-checker.js';

export const casePseudonymizedParts = {
  type: 'case',
  level: 'pseudonymized',
  shape,
  rules,
  codes,
} as const satisfies RecordParts;

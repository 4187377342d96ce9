import { codes } from '../generated/codes-indicator-pseudonymized.js';
import shape from '../generated/indicator-pseudonymized.js';
import { pseudonymizedRules as rules } from '../generated/rules-indicator.js';
import type { RecordParts } from '../record-checker.js';

export const indicatorPseudonymizedParts = {
  type: 'indicator',
  level: 'pseudonymized',
  shape,
  rules,
  codes,
} as const satisfies RecordParts;

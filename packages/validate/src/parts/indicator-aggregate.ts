import { codes } from '../generated/codes-indicator-aggregate.js';
import shape from '../generated/indicator-aggregate.js';
import { aggregateRules as rules } from '../generated/rules-indicator.js';
import type { RecordParts } from '../record-checker.js';

export const indicatorAggregateParts = {
  type: 'indicator',
  level: 'aggregate',
  shape,
  rules,
  codes,
} as const satisfies RecordParts;

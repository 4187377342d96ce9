import { codes } from '../generated/codes-parcel-aggregate.js';
import shape from '../generated/parcel-aggregate.js';
import { aggregateRules as rules } from '../generated/rules-parcel.js';
import type { RecordParts } from '../record-checker.js';
import { indicatorAggregateParts } from './indicator-aggregate.js';

export const parcelAggregateParts = {
  type: 'parcel',
  level: 'aggregate',
  shape,
  rules,
  codes,
  inside: [indicatorAggregateParts],
} as const satisfies RecordParts;

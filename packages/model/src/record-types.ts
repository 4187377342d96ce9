import type { LevelOf, RecordType } from './records.js';

/** Every record type and the levels that it knows, from the most to the least detailed. */
export const recordTypes = {
  case: ['identified', 'pseudonymized'],
  indicator: ['pseudonymized', 'aggregate'],
  parcel: ['identified', 'pseudonymized', 'aggregate'],
} as const satisfies { readonly [T in RecordType]: readonly LevelOf<T>[] };

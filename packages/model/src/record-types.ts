import type { LevelOf, RecordType } from './records.js';

/** Every record type and the levels that it knows, from the most to the least detailed. */
export const recordTypes = {
  case: ['identified', 'pseudonymized'],
  screening: ['identified', 'pseudonymized'],
  referral: ['identified', 'pseudonymized'],
  indicator: ['pseudonymized', 'aggregate'],
  'action-plan': ['aggregate'],
  parcel: ['identified', 'pseudonymized', 'aggregate'],
  match: ['identified', 'pseudonymized'],
  agreement: ['aggregate'],
  withdrawal: ['pseudonymized'],
  receipt: ['pseudonymized'],
} as const satisfies { readonly [T in RecordType]: readonly LevelOf<T>[] };

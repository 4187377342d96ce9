import type { Checked, LevelOf, RecordOf, RecordType, Valid } from '@ctdx/model';
import { checkers } from './generated/checkers.js';
import type { CheckOptions, RecordChecker } from './record-checker.js';

/** What a record is to be checked as. */
export interface RecordKind<T extends RecordType, L extends LevelOf<T>> {
  readonly type: T;
  readonly level: L;
}

/**
 * Says everything that is wrong with `input`, whatever it is. Never throws for bad data.
 * @throws {TypeError} when no record of that type exists at that level.
 * @example check(input, { type: 'case', level: 'pseudonymized' })
 */
export function check<T extends RecordType, L extends LevelOf<T>>(
  input: unknown,
  options: RecordKind<T, L> & CheckOptions,
): Checked<RecordOf<T, L>> {
  return checkerOf(options).check(input, options);
}

/**
 * Returns a valid record.
 * @throws {InvalidRecordError} carrying the findings that {@link check} would return.
 */
export function parse<T extends RecordType, L extends LevelOf<T>>(
  input: unknown,
  options: RecordKind<T, L> & CheckOptions,
): Valid<RecordOf<T, L>> {
  return checkerOf(options).parse(input, options);
}

/** The checker of a type at a level. */
export function checkerOf<T extends RecordType, L extends LevelOf<T>>({
  type,
  level,
}: RecordKind<T, L>): RecordChecker<RecordOf<T, L>> {
  const levels: Readonly<Record<string, unknown>> | undefined = Object.hasOwn(checkers, type)
    ? checkers[type]
    : undefined;
  if (levels === undefined || !Object.hasOwn(levels, level)) {
    throw new TypeError('No record of that type exists at that level.');
  }
  return levels[level] as RecordChecker<RecordOf<T, L>>;
}

import { type DayRange, dayRangeBetween, lies, overlaps } from './day-range.js';

/** A period that figures are about. */
export interface CountingPeriod extends DayRange {
  /** `2024` for a calendar year, `2023-04/2024-03` for twelve months that begin in April. */
  readonly id: string;
}

/** Where a date falls: the id of a period, `outside` all of them, or `unknown` when it is too coarse to tell. */
export type Placement = { readonly period: string } | 'outside' | 'unknown';

/** More periods than a century has months are a mistake in the call. */
const MOST_PERIODS = 1200;

/**
 * The calendar years from `first` to `last`, both included.
 * @throws {RangeError} when `last` is before `first`
 * @example calendarYears(2020, 2024)
 */
export function calendarYears(first: number, last: number): CountingPeriod[] {
  return yearsFrom(first, last, 1);
}

/**
 * Years of twelve months that begin in `month` of each year from `first` to `last`: April to March for 4.
 * @throws {RangeError} when `last` is before `first`, or there is no such month
 * @example yearsFrom(2020, 2023, 4) // 2020-04/2021-03 … 2023-04/2024-03
 */
export function yearsFrom(first: number, last: number, month: number): CountingPeriod[] {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError('A month is 1 to 12.');
  if (!(last >= first && last - first < MOST_PERIODS))
    throw new RangeError('The last year is not before the first.');
  return Array.from({ length: last - first + 1 }, (_, index) => yearFrom(first + index, month));
}

/**
 * The period from the first day of `start` to the last of `end`, each a month or a day.
 * @example periodBetween('2024-01', '2024-12').id // '2024'
 */
export function periodBetween(start: string, end: string): CountingPeriod {
  const days = dayRangeBetween(start, end);
  return { id: idOf(days), ...days };
}

/**
 * Checks that no two periods share a day, and sorts them.
 * @throws {RangeError} when there are none or too many, or two overlap: a person would count twice
 */
export function inOrder(periods: readonly CountingPeriod[]): readonly CountingPeriod[] {
  if (periods.length === 0 || periods.length > MOST_PERIODS)
    throw new RangeError(`Give 1 to ${MOST_PERIODS} periods.`);
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  const clash = sorted.some((period, index) => {
    const next = sorted[index + 1];
    return next !== undefined && overlaps(period, next);
  });
  if (clash) throw new RangeError('Two periods overlap: a person would count twice.');
  return sorted;
}

/** Where an uncertain day falls among periods that do not overlap. */
export function place(day: DayRange, periods: readonly CountingPeriod[]): Placement {
  const met = periods.filter((period) => overlaps(day, period));
  const [first] = met;
  if (!first) return 'outside';
  return met.length === 1 && lies(day, first) ? { period: first.id } : 'unknown';
}

function yearFrom(year: number, month: number): CountingPeriod {
  const end = month === 1 ? `${pad(year, 4)}-12` : `${pad(year + 1, 4)}-${pad(month - 1, 2)}`;
  return periodBetween(`${pad(year, 4)}-${pad(month, 2)}`, end);
}

/** The id as short as the period allows: a year, two months, or two days. */
function idOf({ from, to }: DayRange): string {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const whole = dayRangeBetween(from.slice(0, 7), to.slice(0, 7));
  const isMonths = whole.from === from && whole.to === to;
  return isMonths ? `${from.slice(0, 7)}/${to.slice(0, 7)}` : `${from}/${to}`;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

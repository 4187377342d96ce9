import type { DateSystem } from './item.js';

const day = 86_400_000;
/** Day 1 is 1 January 1900; from day 61 the missing 29 February 1900 shifts the start by one. */
const starts = {
  early1900: Date.UTC(1899, 11, 31),
  late1900: Date.UTC(1899, 11, 30),
  1904: Date.UTC(1904, 0, 1),
} as const;
/** 31 December 9999, the last date a spreadsheet knows. */
const last = Date.UTC(9999, 11, 31);
/** The day that 1900-system workbooks count and that never was. */
const phantom = 60;

/**
 * Turns a spreadsheet's day number into an ISO date; a time of day is left out. Undefined when there is no such
 * date: below the first day, after 9999, or 29 February 1900, which the 1900 system counts and which never was.
 * @example serialToDate(45000, 1900) // '2023-03-15'
 */
export function serialToDate(serial: number, system: DateSystem = 1900): string | undefined {
  const days = Math.floor(serial);
  if (!Number.isSafeInteger(days) || days < (system === 1900 ? 1 : 0)) return undefined;
  if (system === 1900 && days === phantom) return undefined;
  const start = system === 1904 ? starts[1904] : days < phantom ? starts.early1900 : starts.late1900;
  const time = start + days * day;
  return time > last ? undefined : new Date(time).toISOString().slice(0, 10);
}

/**
 * Turns an ISO date (`YYYY-MM-DD`) into a day number of the 1900 system. Undefined for a date that isn't one, or
 * that a spreadsheet can't hold.
 */
export function dateToSerial(date: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined;
  const serial = (time - starts.late1900) / day;
  return serial > phantom ? serial : serial - 1 >= 1 ? serial - 1 : undefined;
}

import type { PartialDate } from '@ctdx/model';
import { type Cell, type DateSystem, serialToDate } from '@ctdx/tables';
import { clean } from './text.js';

/** How a source writes day and month, when it says so. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/** A date that was read, or why none was. */
export type DateRead =
  | { readonly ok: true; readonly date: PartialDate }
  | { readonly ok: false; readonly code: 'date-ambiguous' | 'date-unreadable' };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const unreadable: DateRead = { ok: false, code: 'date-unreadable' };
const ambiguous: DateRead = { ok: false, code: 'date-ambiguous' };

/**
 * Reads a date from a cell: a serial number of the sheet, ISO, or text that can be read in one way only. Day and
 * month as mere numbers are refused unless one of them is above 12, both are equal, or the source says its order.
 * @example readDate(cell, 1900)
 */
export function readDate(cell: Cell, system: DateSystem = 1900, order?: DateOrder): DateRead {
  if (typeof cell.value === 'number') return readNumber(cell.value, cell.kind === 'date', system);
  const text = clean(cell.text)?.toLowerCase() ?? '';
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    if (match !== null) return read(match.slice(1) as string[], order);
  }
  return unreadable;
}

/** A number without a date format that looks like a year is one: somebody typed the year alone. */
function readNumber(value: number, isDate: boolean, system: DateSystem): DateRead {
  if (!isDate && value >= 1900 && value <= 2100) return year(value);
  const date = serialToDate(value, system);
  return date === undefined ? unreadable : { ok: true, date: { value: date, precision: 'day' } };
}

type Read = (parts: string[], order: DateOrder | undefined) => DateRead;

/** Every way of writing a date that is understood, tried in this order. */
const forms: readonly [RegExp, Read][] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/, ([y, m, d]) => day(y, m, d)],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, ([y, m, d]) => day(y, m, d)],
  [/^((?:19|20)\d{2})$/, ([y]) => year(Number(y))],
  // A table saved from a workbook may hold the serial numbers: 10000 is 1927, 73050 is 2099.
  [/^([1-7]\d{4})$/, ([serial]) => readNumber(Number(serial), true, 1900)],
  [/^((?:19|20)\d{2})[-/.](\d{1,2})$/, ([y, m]) => month(y, m)],
  [/^(\d{1,2})[-/.]((?:19|20)\d{2})$/, ([m, y]) => month(y, m)],
  [/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/, numbers],
  [/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})$/, () => ambiguous],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/. ]+(?:of )?${monthName},?[-/. ]+(\\d{4})$`),
    ([d, m, y]) => day(y, named(m), d),
  ],
  [
    new RegExp(`^${monthName}[-/. ]+(\\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\\d{4})$`),
    ([m, d, y]) => day(y, named(m), d),
  ],
  [new RegExp(`^${monthName},?[-/. ]+(\\d{4})$`), ([m, y]) => month(y, named(m))],
  [new RegExp(`^\\d{1,2}[-/. ]+${monthName}[-/. ]+\\d{2}$`), () => ambiguous],
];

function numbers([first = '', second = '', y = '']: string[], order: DateOrder | undefined): DateRead {
  const dayFirst = day(y, second, first);
  const monthFirst = day(y, first, second);
  if (order !== undefined) return order === 'dayFirst' ? dayFirst : monthFirst;
  if (!dayFirst.ok || !monthFirst.ok) return dayFirst.ok ? dayFirst : monthFirst;
  return first === second ? dayFirst : ambiguous;
}

function named(name = ''): string {
  return String(months.indexOf(name) + 1);
}

function year(value: number): DateRead {
  return { ok: true, date: { value: String(value), precision: 'year' } };
}

function month(y = '', m = ''): DateRead {
  if (Number(m) < 1 || Number(m) > 12) return unreadable;
  return { ok: true, date: { value: `${y}-${m.padStart(2, '0')}`, precision: 'month' } };
}

function day(y = '', m = '', d = ''): DateRead {
  const value = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const time = Date.parse(`${value}T00:00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  return isReal ? { ok: true, date: { value, precision: 'day' } } : unreadable;
}

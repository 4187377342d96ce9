/** A period with both ends included, as `YYYY-MM`. */
export interface ReportingPeriod {
  readonly start: string;
  readonly end: string;
}

/** A date as far as it is known. */
export interface KnownDate {
  readonly value: string;
}

/** Names the period that a date belongs to; undefined when the date is too coarse to tell, or absent. */
export type PeriodNaming = (date: KnownDate | undefined) => ReportingPeriod | undefined;

/**
 * Years that begin with a month: 1 for calendar years, 4 for April to March. A date that is known by year only belongs
 * to no year that begins in its middle.
 * @throws {RangeError} when the month is not from 1 to 12.
 */
export function yearsFrom(month: number): PeriodNaming {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError('A month is from 1 to 12.');
  return (date) => {
    if (date === undefined) return undefined;
    const year = Number(date.value.slice(0, 4));
    if (month === 1) return { start: `${date.value.slice(0, 4)}-01`, end: `${date.value.slice(0, 4)}-12` };
    if (date.value.length < 7) return undefined;
    const first = Number(date.value.slice(5, 7)) >= month ? year : year - 1;
    return { start: monthText(first, month), end: monthText(first + 1, month - 1) };
  };
}

function monthText(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

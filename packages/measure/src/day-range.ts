/** A stretch of days, both included, each `YYYY-MM-DD`: texts of that form sort as the days do. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/**
 * The days that a partial date (`2024`, `2024-05`, `2024-05-17`) or a date-time may mean.
 * The date is one that validation let through; nothing is checked again here.
 */
export function dayRange(partial: string): DayRange {
  const [year = '', month, day] = partial.slice(0, 10).split('-');
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (day === undefined)
    return { from: `${year}-${month}-01`, to: `${year}-${month}-${lastDay(year, month)}` };
  return { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}` };
}

/** From the first day that `start` may mean to the last that `end` may mean. */
export function dayRangeBetween(start: string, end: string): DayRange {
  return { from: dayRange(start).from, to: dayRange(end).to };
}

/**
 * When the earliest of several uncertain days was: not before the earliest beginning, not after the earliest end.
 * `undefined` for none.
 */
export function earliest(ranges: readonly DayRange[]): DayRange | undefined {
  const [from] = ranges.map((range) => range.from).sort();
  const [to] = ranges.map((range) => range.to).sort();
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** True when every day of `inner` is a day of `outer`. */
export function lies(inner: DayRange, outer: DayRange): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** True when the two have a day in common. */
export function overlaps(a: DayRange, b: DayRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function lastDay(year: string, month: string): string {
  // Day 0 of the next month is the last of this one.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month), 0);
  return String(date.getUTCDate()).padStart(2, '0');
}

/** A date as text (`2024-05-17`, `2024-05`, `2024`, or a date and time) or with its precision. */
export type DateValue = string | { readonly value: string; readonly precision?: string };

/**
 * True when `a` certainly ends before `b` begins. Dates are compared as far as both are known, so `2024` is never
 * before `2024-05`. Of a date and time the date counts, as it was at the place of issue.
 */
export function before(a: DateValue, b: DateValue): boolean {
  const [from, to] = [textOf(a), textOf(b)];
  const known = Math.min(from.length, to.length, 10);
  return from.slice(0, known) < to.slice(0, known);
}

const lengths: Readonly<Record<string, number>> = { year: 4, month: 7, day: 10 };

/** True when the text of a date is as long as its precision says. */
export function consistent(date: { readonly value: string; readonly precision: string }): boolean {
  return lengths[date.precision] === date.value.length;
}

function textOf(date: DateValue): string {
  return typeof date === 'string' ? date : date.value;
}

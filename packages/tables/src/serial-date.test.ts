import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateToSerial, serialToDate } from './serial-date.js';

describe('serial dates', () => {
  test.each([
    { serial: 0, system: 1900, date: undefined, odd: 'day zero never was' },
    { serial: 1, system: 1900, date: '1900-01-01', odd: 'the first day' },
    { serial: 59, system: 1900, date: '1900-02-28', odd: 'before the missing day' },
    { serial: 60, system: 1900, date: undefined, odd: '29 February 1900 never was' },
    { serial: 61, system: 1900, date: '1900-03-01', odd: 'after the missing day' },
    { serial: 45_000, system: 1900, date: '2023-03-15', odd: 'an ordinary day' },
    { serial: 45_000.75, system: 1900, date: '2023-03-15', odd: 'six in the evening' },
    { serial: 2_958_465, system: 1900, date: '9999-12-31', odd: 'the last day' },
    { serial: 2_958_466, system: 1900, date: undefined, odd: 'after the last day' },
    { serial: 0, system: 1904, date: '1904-01-01', odd: 'the first day of the other system' },
    { serial: 43_538, system: 1904, date: '2023-03-15', odd: 'four years and a day less' },
    { serial: -1, system: 1904, date: undefined, odd: 'before time' },
    { serial: Number.NaN, system: 1900, date: undefined, odd: 'no number' },
    { serial: Number.POSITIVE_INFINITY, system: 1900, date: undefined, odd: 'endless' },
  ] as const)('$serial in $system is $date: $odd', ({ serial, system, date }) => {
    expect(serialToDate(serial, system)).toBe(date);
  });

  test.each(['2023-02-29', '1899-12-31', '2023-3-15', 'today', ''])('"%s" has no serial', (date) => {
    expect(dateToSerial(date)).toBeUndefined();
  });

  test('a date comes back', () => {
    const serials = fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60);
    fc.assert(fc.property(serials, (serial) => dateToSerial(serialToDate(serial) ?? '') === serial));
  });
});

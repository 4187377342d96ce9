import { describe, expect, test } from 'vitest';
import { dayRange, earliest } from './day-range.js';
import { calendarYears, inOrder, periodBetween, place, yearsFrom } from './periods.js';

describe('dayRange', () => {
  test.each([
    { given: '2024', want: ['2024-01-01', '2024-12-31'] },
    { given: '2024-02', want: ['2024-02-01', '2024-02-29'] },
    { given: '2023-02', want: ['2023-02-01', '2023-02-28'] },
    { given: '2024-12', want: ['2024-12-01', '2024-12-31'] },
    { given: '0099-02', want: ['0099-02-01', '0099-02-28'] },
    { given: '2024-05-17', want: ['2024-05-17', '2024-05-17'] },
    { given: '2024-05-17T23:59:00-04:00', want: ['2024-05-17', '2024-05-17'] },
  ])('$given may be $want', ({ given, want }) => {
    expect(Object.values(dayRange(given))).toEqual(want);
  });
});

describe('earliest', () => {
  test('of uncertain days is bounded by both', () => {
    expect(earliest([dayRange('2024'), dayRange('2024-03')])).toEqual({
      from: '2024-01-01',
      to: '2024-03-31',
    });
  });
  test('of none is nothing', () => {
    expect(earliest([])).toBeUndefined();
  });
});

describe('the id of a period', () => {
  test.each([
    { start: '2024-01', end: '2024-12', want: '2024' },
    { start: '2024-01-01', end: '2024-12-31', want: '2024' },
    { start: '2023-04', end: '2024-03', want: '2023-04/2024-03' },
    { start: '2024-07', end: '2024-09', want: '2024-07/2024-09' },
    { start: '2024-01-15', end: '2024-02-14', want: '2024-01-15/2024-02-14' },
  ])('from $start to $end is $want', ({ start, end, want }) => {
    expect(periodBetween(start, end).id).toBe(want);
  });
});

describe('place', () => {
  const calendar = calendarYears(2023, 2024);
  const fiscal = yearsFrom(2022, 2023, 4);
  test.each([
    { day: '2024', among: calendar, want: { period: '2024' }, why: 'a year in a calendar year' },
    { day: '2024', among: fiscal, want: 'unknown', why: 'a year is too coarse for April to March' },
    { day: '2023-04', among: fiscal, want: { period: '2023-04/2024-03' }, why: 'a month is fine enough' },
    { day: '2024-03-31', among: fiscal, want: { period: '2023-04/2024-03' }, why: 'the last day' },
    { day: '2024-04-01', among: fiscal, want: 'outside', why: 'the day after' },
    { day: '2022', among: fiscal, want: 'unknown', why: 'a part of it is before the first period' },
    { day: '2019', among: calendar, want: 'outside', why: 'long before' },
  ])('$day: $why', ({ day, among, want }) => {
    expect(place(dayRange(day), among)).toEqual(want);
  });
});

describe('a call that makes no sense', () => {
  test.each([
    {
      what: 'overlapping periods',
      call: () => inOrder([...calendarYears(2024, 2024), ...yearsFrom(2024, 2024, 4)]),
    },
    { what: 'no periods', call: () => inOrder([]) },
    { what: 'years backwards', call: () => calendarYears(2024, 2023) },
    { what: 'a thirteenth month', call: () => yearsFrom(2024, 2024, 13) },
  ])('$what', ({ call }) => {
    expect(call).toThrow(RangeError);
  });
});

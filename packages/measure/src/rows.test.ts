import { exact } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { calendarYears, yearsFrom } from './periods.js';
import { type PersonRow, toRows } from './rows.js';
import { aCase, type CaseSketch } from './test-case.js';

const established = { state: 'established', referencePoint: 'registration' };

/** Worked by hand: records of one person of one country, and what the person's row must say. */
const vectors: { title: string; records: CaseSketch[]; want: Partial<PersonRow> }[] = [
  {
    title: 'nothing is known: every category is unknown',
    records: [{ person: 1 }],
    want: {
      gender: 'unknown',
      ageGroup: 'unknown',
      form: ['unknown'],
      status: 'unknown',
      deduplicated: 'unknown',
    },
  },
  {
    title: 'two agencies, one person: one row, first registered in the earlier period',
    records: [
      { person: 1, agency: 'shelter', on: '2024-02', history: ['presumed screening'] },
      { person: 1, agency: 'police', on: '2023-11', history: ['identified decision'] },
    ],
    want: { period: '2023', status: 'identified', agencies: ['police', 'shelter'] },
  },
  {
    title: 'the weakest claim of deduplication wins',
    records: [
      { person: 1, deduplicated: 'national' },
      { person: 1, deduplicated: 'agency' },
    ],
    want: { deduplicated: 'agency' },
  },
  {
    title: 'an agency that claims nothing makes it unknown',
    records: [{ person: 1, deduplicated: 'national' }, { person: 1 }],
    want: { deduplicated: 'unknown' },
  },
  {
    title: 'of two revisions the newer counts, whatever the order',
    records: [
      { person: 1, record: 7, revision: 2, gender: 'masculine' },
      { person: 1, record: 7, revision: 1, gender: 'feminine' },
    ],
    want: { gender: 'masculine' },
  },
  {
    title: 'a later decision of the same country replaces an earlier one',
    records: [{ person: 1, history: ['identified decision 2023-05', 'notIdentified decision 2024-01'] }],
    want: { status: 'notIdentified' },
  },
  {
    title: 'what another country decided changes nothing',
    records: [{ person: 1, history: ['presumed screening', 'identified decision 2024-01@XB'] }],
    want: { status: 'presumed' },
  },
  {
    title: 'only another country decided: unknown here',
    records: [{ person: 1, history: ['identified decision 2024-01@XB'] }],
    want: { status: 'unknown' },
  },
  {
    title: 'without dates a decision outweighs an import',
    records: [
      { person: 1, agency: 'police', history: ['notIdentified decision'] },
      { person: 1, agency: 'shelter', history: ['presumed imported'] },
    ],
    want: { status: 'notIdentified' },
  },
  {
    title: 'a later screening replaces an earlier decision',
    records: [
      { person: 1, agency: 'police', history: ['notIdentified decision 2023'] },
      { person: 1, agency: 'shelter', history: ['presumed screening 2024'] },
    ],
    want: { status: 'presumed' },
  },
  {
    title: 'dates that overlap set nothing in order',
    records: [
      { person: 1, agency: 'police', history: ['identified decision 2024'] },
      { person: 1, agency: 'shelter', history: ['presumed screening 2024-06'] },
    ],
    want: { status: 'identified' },
  },
  {
    title: 'a band below 18 is a child',
    records: [{ person: 1, age: { ...established, band: 'y10-14' } }],
    want: { ageGroup: 'child' },
  },
  {
    title: 'a band from 18 is an adult',
    records: [{ person: 1, age: { ...established, band: 'c18-20' } }],
    want: { ageGroup: 'adult' },
  },
  {
    title: 'a band that straddles 18 tells neither',
    records: [{ person: 1, age: { ...established, band: 'y15-19' } }],
    want: { ageGroup: 'unknown' },
  },
  {
    title: 'a disputed age stays unknown: protection is not a statistic',
    records: [{ person: 1, age: { state: 'disputed', band: 'child' } }],
    want: { ageGroup: 'unknown' },
  },
  {
    title: 'the earlier record that knows decides the age group',
    records: [
      { person: 1, on: '2024-03', age: { ...established, band: 'adult' } },
      { person: 1, on: '2023-03', age: { ...established, band: 'child' } },
      { person: 1, on: '2023-01' },
    ],
    want: { ageGroup: 'child', period: '2023' },
  },
  {
    title: 'records in no order that contradict each other: unknown',
    records: [
      { person: 1, on: '2024', gender: 'feminine' },
      { person: 1, on: '2024-05', gender: 'masculine' },
    ],
    want: { gender: 'unknown' },
  },
  {
    title: 'a record that says unknown contradicts nobody',
    records: [
      { person: 1, gender: 'unknown' },
      { person: 1, gender: 'transgenderFeminine' },
    ],
    want: { gender: 'transgenderFeminine' },
  },
  {
    title: 'all forms of all records, the narrow ones under the wide one',
    records: [
      { person: 1, forms: ['forcedStreetSelling', 'sexualExploitation'] },
      { person: 1, forms: ['forcedLabour', 'forcedOnlineFraud'] },
    ],
    want: { form: ['sexualExploitation', 'forcedLabour', 'forcedCriminality'] },
  },
  {
    title: 'a purpose that was found counts, one that was denied does not',
    records: [{ person: 1, purposes: ['forcedBegging', '!organRemoval'] }],
    want: { form: ['forcedBegging'] },
  },
  {
    title: 'not specified is unknown, and nothing beside a known form',
    records: [{ person: 1, forms: ['unspecified'] }],
    want: { form: ['unknown'] },
  },
  {
    title: 'the reporting period stands in for the date',
    records: [{ person: 1, period: ['2024-01', '2024-12'] }],
    want: { period: '2024' },
  },
  {
    title: 'a reporting period of five years is too coarse',
    records: [{ person: 1, period: ['2020-01', '2024-12'] }],
    want: { period: 'unknown' },
  },
  {
    title: 'an uncertain second record can still make the first period unknown',
    records: [
      { person: 1, on: '2024-02' },
      { person: 1, period: ['2023-07', '2024-06'] },
    ],
    want: { period: 'unknown' },
  },
];

describe('one row a person', () => {
  test.each(vectors)('$title', async ({ records, want }) => {
    const { rows } = exact(await toRows(records.map(aCase), { periods: calendarYears(2023, 2024) }));
    expect(rows).toEqual([expect.objectContaining(want)]);
  });

  test.each(vectors)('in any order: $title', async ({ records, want }) => {
    const { rows } = exact(
      await toRows(records.map(aCase).reverse(), { periods: calendarYears(2023, 2024) }),
    );
    expect(rows).toEqual([expect.objectContaining(want)]);
  });

  test('the same reference in two countries is two people', async () => {
    const cases = [aCase({ person: 1, country: 'XA' }), aCase({ person: 1, country: 'XB' })];
    expect(exact(await toRows(cases, { periods: calendarYears(2024, 2024) })).rows).toHaveLength(2);
  });

  test('whoever was first registered before the first period is not new and has no row', async () => {
    const cases = [aCase({ person: 1, on: '2022-06' }), aCase({ person: 1, on: '2024-06' })];
    expect(exact(await toRows(cases, { periods: calendarYears(2023, 2024) })).rows).toEqual([]);
  });

  test('a year is too coarse for years that begin in April', async () => {
    const rows = await toRows([aCase({ person: 1, on: '2023' })], { periods: yearsFrom(2022, 2023, 4) });
    expect(exact(rows).rows[0]?.period).toBe('unknown');
  });

  test('rows are not written out', async () => {
    const rows = await toRows([aCase({ person: 1 })], { periods: calendarYears(2024, 2024) });
    expect(() => JSON.stringify(rows)).toThrow(TypeError);
  });

  test('more people than the limit is an error of the call', async () => {
    const cases = [aCase({ person: 1 }), aCase({ person: 2 })];
    await expect(toRows(cases, { periods: calendarYears(2024, 2024), maximumPeople: 1 })).rejects.toThrow(
      RangeError,
    );
  });
});

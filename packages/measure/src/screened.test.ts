import { exact, type Screening, type Valid } from '@ctdx/model';
import { parse } from '@ctdx/validate/screening-pseudonymized';
import { describe, expect, test } from 'vitest';
import { calendarYears } from './periods.js';
import { measureScreened, toScreenedRows } from './screened.js';

interface Sketch {
  readonly person?: number;
  readonly year?: number;
  readonly country?: string;
  readonly sex?: string;
  readonly proposal?: string;
  readonly record?: number;
  readonly revision?: number;
}

let made = 0;
function aScreening({
  person,
  year = 2024,
  country = 'XA',
  sex,
  proposal,
  record,
  revision = 1,
}: Sketch): Valid<Screening<'pseudonymized'>> {
  made += 1;
  const ref = (kind: string, number: number) =>
    `0000000${kind}-0000-8000-8000-${String(number).padStart(12, '0')}`;
  return parse({
    type: 'screening',
    schemaVersion: '1.0',
    id: ref('a', record ?? made + 1000),
    revision,
    issuedAt: '2026',
    source: { country, agency: 'police', agencyType: 'police' },
    handling: {
      level: 'pseudonymized',
      marking: 'restricted',
      purposes: ['statistics'],
      legalBasis: 'statisticsLaw',
      retainUntil: '2040',
    },
    codeListVersion: '1.0',
    provenance: { synthetic: true },
    reportingPeriod: { start: `${year}-01`, end: `${year}-12` },
    ...(person === undefined
      ? { deduplicated: 'unknown' }
      : { subject: { personRef: ref('b', person) }, deduplicated: 'agency' }),
    ...(sex === undefined ? {} : { sex }),
    ...(proposal === undefined
      ? {}
      : { result: { procedure: 'palermo', procedureVersion: '1.0', proposal, caveats: ['proposalOnly'] } }),
  });
}

const periods = calendarYears(2023, 2024);
const valuesOf = async (sketches: readonly Sketch[]) =>
  exact(await measureScreened(sketches.map(aScreening), { periods })).figures.map(
    ({ period, value, unnamed }) => `${period.id} ${value} ${unnamed}`,
  );

describe('persons screened', () => {
  test('a person counts once in a period, however often screened', async () => {
    expect(await valuesOf([{ person: 1 }, { person: 1 }, { person: 2 }])).toEqual([
      '2023 undefined 0',
      '2024 2 0',
    ]);
  });

  test('a person screened in two periods counts in each, and has one row, in the first', async () => {
    const twice: Sketch[] = [
      { person: 1, year: 2024 },
      { person: 1, year: 2023 },
    ];
    expect(await valuesOf(twice)).toEqual(['2023 1 0', '2024 1 0']);
    expect(exact(await toScreenedRows(twice.map(aScreening), { periods })).rows).toMatchObject([
      { period: '2023' },
    ]);
  });

  test('a screening without a person is counted apart', async () => {
    expect(await valuesOf([{ person: 1 }, {}, {}])).toEqual(['2023 undefined 0', '2024 1 2']);
    expect(exact(await toScreenedRows([{}, {}].map(aScreening), { periods }))).toMatchObject({
      rows: [],
      unnamed: 2,
    });
  });

  test('the same reference in two countries is two people', async () => {
    expect(
      exact(await toScreenedRows([{ person: 1 }, { person: 1, country: 'XB' }].map(aScreening), { periods }))
        .rows,
    ).toHaveLength(2);
  });

  test('of revisions the newest counts', async () => {
    const rows = exact(
      await toScreenedRows(
        [
          { person: 1, record: 5, revision: 2, sex: 'male' },
          { person: 1, record: 5, sex: 'female' },
        ].map(aScreening),
        { periods },
      ),
    ).rows;
    expect(rows).toMatchObject([{ sex: 'male' }]);
  });

  test('what screenings contradict is unknown; the strongest proposal stands', async () => {
    const rows = exact(
      await toScreenedRows(
        [
          { person: 1, sex: 'male', proposal: 'noIndication' },
          { person: 1, sex: 'female', proposal: 'presumed' },
        ].map(aScreening),
        { periods },
      ),
    ).rows;
    expect(rows).toMatchObject([{ sex: 'unknown', proposal: 'presumed', deduplicated: 'agency' }]);
  });

  test('no record is not zero, unless an agency says that it reported', async () => {
    const coverage = [
      { country: 'XA', agency: 'police', reported: true },
      { country: 'XC', agency: 'police', reported: false },
    ];
    const { figures } = exact(await measureScreened([], { periods: calendarYears(2024, 2024), coverage }));
    expect(figures.map(({ country, value, status }) => [country, value, status])).toEqual([
      ['XA', 0, 'A'],
      ['XC', undefined, 'L'],
    ]);
  });
});

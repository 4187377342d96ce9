import { exact, type Unprotected } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { fromIndicators } from './from-indicators.js';
import { type Measurement, type MeasureOptions, measure } from './measure.js';
import { calendarYears, yearsFrom } from './periods.js';
import { aCase, type CaseSketch } from './test-case.js';
import { toIndicators } from './to-indicators.js';
import { addUp } from './totals.js';

const history = ['identified decision'];
const two: CaseSketch[] = [
  { person: 1, country: 'XA', on: '2024-05', history, deduplicated: 'national' },
  { person: 2, country: 'XA', on: '2024-06', history, deduplicated: 'national' },
  { person: 1, country: 'XB', on: '2024-07', history, deduplicated: 'agency' },
];
const header = {
  source: { country: 'XA', agency: 'statistics', agencyType: 'statisticsOffice' },
  handling: { marking: 'restricted', purposes: ['statistics'], legalBasis: 'legalObligation' },
  issuedAt: '2025',
} as const;

function counted(more: Partial<MeasureOptions> = {}): Promise<Unprotected<Measurement>> {
  return measure(two.map(aCase), {
    periods: calendarYears(2024, 2024),
    indicators: ['VIC_DETECTED_N'],
    by: [],
    ...more,
  });
}

describe('addUp', () => {
  test('adds the countries up, deduplicated no further than the weakest of them', async () => {
    expect(exact(addUp(await counted())).figures).toMatchObject([
      { value: 3, countries: ['XA', 'XB'], missing: [], deduplicated: 'agency', statusBasis: 'identified' },
    ]);
  });

  test('names the countries that have no figure, and those that an agency is missing from', async () => {
    const coverage = [
      { country: 'XC', agency: 'police', reported: false },
      { country: 'XB', agency: 'customs', reported: false },
    ];
    expect(exact(addUp(await counted({ coverage }))).figures).toMatchObject([
      { value: 3, countries: ['XA', 'XB'], missing: ['XC'], incomplete: ['XB'] },
    ]);
  });

  test('refuses mixed status bases', async () => {
    const totals = exact(addUp(await counted({ detectedOn: { XB: 'identifiedOrPresumed' } })));
    expect(totals).toMatchObject({
      figures: [],
      refused: [{ indicator: 'VIC_DETECTED_N', period: '2024', because: 'mixed-status-bases' }],
    });
  });

  test('refuses years that begin in different months', async () => {
    const calendar = toIndicators(await counted(), header);
    const fiscal = toIndicators(await counted({ periods: yearsFrom(2024, 2024, 4) }), header);
    const totals = exact(addUp(fromIndicators([...calendar, ...fiscal])));
    expect(totals.figures).toEqual([]);
    expect(totals.refused.map(({ because }) => because)).toEqual(['mixed-periods', 'mixed-periods']);
  });
});

describe('indicator records', () => {
  test('are exact, invented where the cases are, and come back as the same figures', async () => {
    const box = await counted({
      by: [['gender']],
      coverage: [{ country: 'XC', agency: 'police', reported: false }],
    });
    const records = toIndicators(box, header);
    expect(new Set(records.map(({ protection, handling }) => `${protection} ${handling.level}`))).toEqual(
      new Set(['none pseudonymized']),
    );
    expect(records.every(({ provenance }) => provenance?.synthetic)).toBe(true);
    expect(exact(fromIndicators(records)).figures).toEqual(exact(box).figures);
  });

  test('of several countries name them, and are not added up again', async () => {
    const records = toIndicators(addUp(await counted()), header);
    expect(records).toMatchObject([{ countries: ['XA', 'XB'], value: 3 }]);
    expect(exact(fromIndicators(records))).toMatchObject({ figures: [], skipped: 1 });
  });

  test('take their ids from the caller', async () => {
    const newId = () => '00000000-0000-4000-8000-000000000001';
    expect(toIndicators(await counted(), { ...header, newId })[0]?.id).toBe(newId());
  });
});

import { exact } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { type Figure, type MeasureOptions, measure } from './measure.js';
import { calendarYears } from './periods.js';
import { aCase, type CaseSketch } from './test-case.js';

const identified = ['identified decision 2024-02'];
const presumed = ['presumed imported'];

/** Three identified people and one presumed one; worked by hand. */
const four: CaseSketch[] = [
  {
    person: 1,
    on: '2023-05',
    gender: 'feminine',
    forms: ['sexualExploitation', 'forcedLabour'],
    history: identified,
  },
  { person: 2, on: '2024-05', gender: 'feminine', forms: ['sexualExploitation'], history: identified },
  { person: 3, on: '2024-06', gender: 'masculine', history: identified },
  { person: 4, on: '2024-07', gender: 'masculine', forms: ['forcedLabour'], history: presumed },
  { person: 5, on: '2024-07', history: ['potential screening'] },
];
const options: MeasureOptions = { periods: calendarYears(2022, 2024) };

/** `indicator country period part` → value or status, for the parts that are not 0. */
async function said(sketches: readonly CaseSketch[], more: Partial<MeasureOptions> = {}) {
  const { figures } = exact(await measure(sketches.map(aCase), { ...options, ...more }));
  return Object.fromEntries(
    figures.filter(({ value }) => value !== 0).map((one) => [key(one), one.value ?? one.status]),
  );
}

function key({ indicator, country, period, disaggregation }: Figure): string {
  return [indicator, country, period.id, ...disaggregation.map(({ category }) => category)].join(' ');
}

describe('measure', () => {
  test('counts each person once, in each part', async () => {
    expect(
      await said(four, {
        indicators: ['VIC_DETECTED_N'],
        by: [['gender'], ['form']],
        periods: calendarYears(2023, 2024),
      }),
    ).toEqual({
      'VIC_DETECTED_N XA 2023': 1,
      'VIC_DETECTED_N XA 2023 feminine': 1,
      'VIC_DETECTED_N XA 2023 sexualExploitation': 1,
      'VIC_DETECTED_N XA 2023 forcedLabour': 1,
      'VIC_DETECTED_N XA 2024': 2,
      'VIC_DETECTED_N XA 2024 feminine': 1,
      'VIC_DETECTED_N XA 2024 masculine': 1,
      'VIC_DETECTED_N XA 2024 sexualExploitation': 1,
      'VIC_DETECTED_N XA 2024 unknown': 1,
    });
  });

  test('keeps presumed apart from identified', async () => {
    expect(
      await said(four, { indicators: ['VIC_PRESUMED_N'], by: [], periods: calendarYears(2024, 2024) }),
    ).toEqual({
      'VIC_PRESUMED_N XA 2024': 1,
    });
  });

  test('crosses dimensions when asked', async () => {
    const by: MeasureOptions['by'] = [['gender', 'form']];
    expect(
      await said(four, { indicators: ['VIC_PRESUMED_N'], by, periods: calendarYears(2024, 2024) }),
    ).toEqual({
      'VIC_PRESUMED_N XA 2024': 1,
      'VIC_PRESUMED_N XA 2024 masculine forcedLabour': 1,
    });
  });

  test('a year without a record is missing, not 0', async () => {
    expect(
      await said(four, { indicators: ['VIC_DETECTED_N'], by: [], periods: calendarYears(2022, 2022) }),
    ).toEqual({
      'VIC_DETECTED_N XA 2022': 'O',
    });
  });

  test('it is 0 when the agency says that it reported', async () => {
    const { figures } = exact(
      await measure(four.map(aCase), {
        ...options,
        by: [],
        coverage: [{ country: 'XA', agency: 'police', reported: true }],
      }),
    );
    expect(figures.find(({ period }) => period.id === '2022')).toMatchObject({ value: 0, status: 'A' });
  });

  test('a country whose agencies did not report has no figure, and says why', async () => {
    const coverage = [{ country: 'XB', agency: 'customs', reported: false }];
    const { figures } = exact(await measure([], { ...options, by: [], coverage }));
    expect(figures[0]).toMatchObject({ country: 'XB', status: 'L', agenciesNotReported: ['customs'] });
    expect(figures[0]).not.toHaveProperty('value');
  });

  test('an agency that is missing beside others is named', async () => {
    const coverage = [{ country: 'XA', agency: 'customs', reported: false, periods: ['2024'] }];
    const { figures } = exact(await measure(four.map(aCase), { ...options, by: [], coverage }));
    expect(figures.find(({ period }) => period.id === '2024')).toMatchObject({
      agenciesReported: ['police'],
      agenciesNotReported: ['customs'],
    });
  });

  test('a country may count detected victims on the wider basis, and the figure says so', async () => {
    const detectedOn = { XA: 'identifiedOrPresumed' } as const;
    const { figures } = exact(
      await measure(four.map(aCase), { periods: calendarYears(2024, 2024), by: [], detectedOn }),
    );
    expect(figures[0]).toMatchObject({ value: 3, statusBasis: 'identifiedOrPresumed' });
  });

  test('a basis that is not one of the indicator is an error of the call', async () => {
    await expect(measure(four.map(aCase), { ...options, detectedOn: { XA: 'presumed' } })).rejects.toThrow(
      RangeError,
    );
  });

  test('says whom it leaves out', async () => {
    const coarse: CaseSketch = { person: 6, period: ['2023-01', '2024-12'], history: identified };
    const { uncounted } = exact(await measure([...four, coarse].map(aCase), options));
    expect(uncounted).toEqual([
      { country: 'XA', because: 'period', people: 1 },
      { country: 'XA', because: 'status', status: 'potential', people: 1 },
    ]);
  });

  test('one invented record marks everything as invented', async () => {
    const real = aCase({ person: 1, synthetic: false });
    expect(exact(await measure([real], options)).synthetic).toBe(false);
    expect(exact(await measure([real, aCase({ person: 2 })], options)).synthetic).toBe(true);
  });
});

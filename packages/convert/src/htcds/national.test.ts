import { fourNationalWorkbooks, type NationalWorkbook } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { readMapping } from './mapping.js';
import { importAll } from './testing/import-rows.js';

const seeds = [1, 2026, 77];
const workbooks = seeds.flatMap((seed) =>
  fourNationalWorkbooks(seed).map((workbook) => ({ seed, ...workbook })),
);

async function imported(workbook: NationalWorkbook) {
  const read = readMapping(workbook.mapping);
  if (!read.ok) throw new Error('the mapping is wrong');
  const { country } = workbook;
  return importAll(workbook.bytes, { country, mapping: read.mapping, synthetic: true });
}

describe('four invented national workbooks', () => {
  test.each(workbooks)(
    'seed $seed $fileName: each planted mistake is found at its cell, and nothing else',
    async (workbook) => {
      const items = await imported(workbook);
      const found = items
        .flatMap(({ findings }) => findings)
        .filter(({ severity }) => severity !== 'information')
        .map(({ row, column, rule, code }) => `${row} ${column} ${rule ?? code}`);
      const planted = workbook.manifest.map(
        ({ row, column, rule, code }) => `${row} ${column} ${rule ?? code}`,
      );
      expect(found.sort()).toEqual(planted.sort());
    },
  );

  test.each(workbooks)(
    'seed $seed $fileName: the other rows become synthetic cases of their agency',
    async (workbook) => {
      const cases = (await imported(workbook)).flatMap(({ value }) => (value === undefined ? [] : [value]));
      expect(cases).toHaveLength(workbook.importable);
      for (const one of cases) {
        expect(one.provenance?.synthetic).toBe(true);
        expect(one.source).toMatchObject({ country: workbook.country, agency: workbook.mapping.agency });
        expect(one.profile).toBe(workbook.profile);
        expect(one.handling.level).toBe('identified');
      }
    },
  );

  test('some victims are identified by a dated decision, some share an incident, some are children', async () => {
    const [bahamas] = fourNationalWorkbooks(1);
    const cases = (await imported(bahamas as NationalWorkbook)).flatMap(({ value }) => value ?? []);
    const statuses = cases.map(({ statusHistory }) => statusHistory?.[0]);
    const identified = statuses.filter((one) => one?.status === 'identified');
    expect(identified.length).toBeGreaterThan(0);
    for (const one of identified) {
      expect(one).toMatchObject({
        authority: 'taskForce',
        law: 'BS-TIPPSA-2008',
        sourceCode: 'ActualVictimOfTrafficking',
      });
      expect(one?.decidedOn?.precision).toBe('day');
    }
    expect(statuses.some((one) => one?.status === 'presumed' || one?.status === 'potential')).toBe(true);
    const incidents = cases.map(({ incidentRef }) => incidentRef);
    expect(new Set(incidents).size).toBeLessThan(incidents.length);
    expect(cases.some(({ age }) => age?.value !== undefined && age.value < 18)).toBe(true);
  });

  test('the years hold 0 to 13 victims, and the same seed gives the same bytes', () => {
    const counts = workbooks.flatMap(({ victims }) => Object.values(victims));
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBe(13);
    expect(fourNationalWorkbooks(5)).toEqual(fourNationalWorkbooks(5));
    expect(fourNationalWorkbooks(5)).not.toEqual(fourNationalWorkbooks(6));
  });
});

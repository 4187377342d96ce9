import type { Finding } from '@ctdx/model';
import {
  fourPlanWorkbooks,
  fourScreeningFiles,
  type SheetMistake,
  seededRandom,
  stoppedClock,
} from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { importTable, type TableItem } from './import-table.js';
import type { LayoutName } from './layout.js';
import { readLayoutMapping } from './options.js';

async function imported<N extends LayoutName>(
  name: N,
  { bytes, mapping: wish }: { readonly bytes: Uint8Array; readonly mapping: unknown },
): Promise<TableItem<N>[]> {
  const read = readLayoutMapping(wish);
  if (!read.ok) throw new Error('the mapping is wrong');
  const clock = stoppedClock('2026-01-31T12:00:00Z');
  const items: TableItem<N>[] = [];
  const options = { mapping: read.mapping, synthetic: true, clock, random: seededRandom(7).bytes };
  for await (const item of importTable(name, bytes, options)) items.push(item);
  return items;
}

const place = ({ sheet, row, column, rule, code }: Finding | SheetMistake): string =>
  `${sheet ?? ''} ${row ?? ''} ${column ?? ''} ${rule ?? code}`;
const mistakesIn = (items: readonly TableItem[]): string[] =>
  items
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity !== 'information')
    .map(place)
    .sort();

const files = (
  await Promise.all(
    [218, 7, 77].map(async (seed) => (await fourScreeningFiles(seed)).map((file) => ({ seed, ...file }))),
  )
).flat();
const plans = await fourPlanWorkbooks();

describe('four invented tables of screenings', () => {
  test.each(files)(
    'seed $seed $fileName: each planted mistake is found at its cell, and nothing else',
    async (file) => {
      expect(mistakesIn(await imported('screening-table-1.0', file))).toEqual(
        file.manifest.map(place).sort(),
      );
    },
  );

  test.each(files)('seed $seed $fileName: the other rows become screenings of their agency', async (file) => {
    const values = (await imported('screening-table-1.0', file)).flatMap(({ value }) => value ?? []);
    expect(values).toHaveLength(file.importable);
    for (const one of values) {
      expect(one.source).toMatchObject({ country: file.country, agency: file.mapping['agency'] });
      expect(one.provenance?.synthetic).toBe(true);
      expect(one.deduplicated).toBe(one.subject === undefined ? 'unknown' : 'agency');
    }
  });
});

describe('four invented plans', () => {
  test.each(plans)('$fileName: each planted mistake is found at its cell, and nothing else', async (plan) => {
    expect(mistakesIn(await imported('action-plan-workbook-1.0', plan))).toEqual(
      plan.manifest.map(place).sort(),
    );
  });

  test.each(plans)('$fileName becomes one plan of its country', async (plan) => {
    const values = (await imported('action-plan-workbook-1.0', plan)).flatMap(({ value }) => value ?? []);
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({ country: plan.country, provenance: { synthetic: true } });
  });
});

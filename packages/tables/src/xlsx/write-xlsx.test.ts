import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../source.js';
import { all, faults, texts } from '../test-tools.js';
import { listSheets, readXlsx } from './read-xlsx.js';
import { writeXlsx } from './write-xlsx.js';

const sheet = {
  name: 'Cases',
  header: [{ cells: ['name_x', 'sex'], hidden: true }, { cells: ['Name', 'Sex'] }],
  columns: [{ width: 30 }, { choices: ['Woman', 'Man, or boy'] }],
  rows: [
    ['=1+1', 'Woman', 3, true, { date: '2024-02-29' }],
    [null, '-x', undefined, '', Number.NaN],
  ],
} as const;

describe('writeXlsx', () => {
  test('is read back with its header, hidden row, kinds and dates', async () => {
    const items = await all(readXlsx(writeXlsx({ sheets: [sheet] })));
    expect(faults(items)).toEqual([]);
    expect(texts(items)).toEqual({
      A1: 'name_x',
      B1: 'sex',
      A2: 'Name',
      B2: 'Sex',
      A3: '=1+1',
      B3: 'Woman',
      C3: '3',
      D3: 'TRUE',
      E3: '45351',
      B4: '-x',
    });
    const [first, , third] = items.map((item) => (item.ok ? item.value : undefined));
    expect(first?.hidden).toBe(true);
    expect(third?.cells.map(({ kind }) => kind)).toEqual(['text', 'text', 'number', 'boolean', 'date']);
  });

  test('gives the same bytes each time, and nothing about who wrote it', async () => {
    const [first, second] = await Promise.all([
      bytesOf(writeXlsx({ sheets: [sheet] })),
      bytesOf(writeXlsx({ sheets: [sheet] })),
    ]);
    expect(first).toEqual(second);
    const names = Object.keys(unzipSync(first));
    expect(names.filter((name) => /docProps|vba|custom/i.test(name))).toEqual([]);
  });

  test('no text becomes a formula, and one that looks like it stays text when edited', async () => {
    const parts = unzipSync(await bytesOf(writeXlsx({ sheets: [sheet] })));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(xml).not.toMatch(/<f[\s>]/);
    expect(xml).toContain('<c r="A3" s="3" t="inlineStr">');
    expect(xml).toContain('<c r="B4" s="3" t="inlineStr">');
    expect(strFromU8(parts['xl/styles.xml'] as Uint8Array)).toContain('quotePrefix="1"');
  });

  test('a drop-down points at a hidden sheet with its texts', async () => {
    const bytes = await bytesOf(writeXlsx({ sheets: [sheet] }));
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(xml).toContain('sqref="B3:B1048576"><formula1>choices!$A$1:$A$2</formula1>');
    expect(await listSheets(bytes)).toMatchObject({ value: [{ hidden: false }, { hidden: true }] });
    expect(texts(await all(readXlsx(bytes, { sheet: 2 })))).toEqual({ A1: 'Woman', A2: 'Man, or boy' });
  });

  test('what is written is read, whatever the text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '_x0041_',
            '_x005F_',
            '_',
            '\r',
            '\n',
            '\t',
            ' ',
            '<',
            '&',
            ']]>',
            '\0',
            '\uFFFE',
            'é',
            '👩',
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const items = await all(readXlsx(writeXlsx({ sheets: [{ name: 'S', rows }] })));
          const want = rows.flatMap((row, y) =>
            row.map((cell, x) => [`${'ABCD'[x]}${y + 1}`, cell.toWellFormed()] as const),
          );
          expect(texts(items)).toEqual(Object.fromEntries(want.filter(([, cell]) => cell !== '')));
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([[], [''], ['a/b'], ['x'.repeat(32)], ['A', 'a'], ["'a"]].map((names) => [names]))(
    'sheet names %j are a bad call',
    (names) => {
      expect(() => writeXlsx({ sheets: names.map((name) => ({ name, rows: [] })) })).toThrow(TypeError);
    },
  );

  test.each([
    { rows: [['x'.repeat(32_768)]], odd: 'a text' },
    { rows: [Array.from({ length: 16_385 }, () => 1)], odd: 'a row' },
  ])('$odd too long for a sheet ends the stream with an error that holds none of it', async ({ rows }) => {
    const failed = bytesOf(writeXlsx({ sheets: [{ name: 'S', rows }] }));
    await expect(failed).rejects.toMatchObject({ name: 'TablesError', code: 'size', row: 1 });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';
import { bytesOf } from '../source.js';
import { all, texts } from '../test-tools.js';
import { readXlsx } from './read-xlsx.js';
import { writeColumn } from './write-column.js';
import { writeXlsx } from './write-xlsx.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice makes of a workbook: `csv` computes every formula, `xlsx` writes all that it understood. */
function convert(workbook: Uint8Array, to: 'csv' | 'xlsx'): Uint8Array {
  const out = join(folder, 'out');
  writeFileSync(join(folder, 'given.xlsx'), workbook);
  const filter = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76' : 'xlsx';
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    out,
    join(folder, 'given.xlsx'),
  ]);
  return new Uint8Array(readFileSync(join(out, `given.${to}`)));
}

describe('LibreOffice', () => {
  test('opens a written workbook, shows its texts and computes none of them', async () => {
    const rows = [
      ['=1+1', '-2+3', 5, { date: '2024-02-29' }],
      ['é 👩 _x0041_', 'a\nb', true],
    ];
    const header = [{ cells: ['One', '=Two'] }];
    const columns = [{ choices: ['a', 'b, c'] }];
    const workbook = await bytesOf(writeXlsx({ sheets: [{ name: 'A sheet', header, columns, rows }] }));
    const seen = texts(await all(readCsv(convert(workbook, 'csv'))));
    expect(seen).toEqual({
      A1: 'One',
      B1: '=Two',
      A2: '=1+1',
      B2: '-2+3',
      C2: '5',
      D2: '2024-02-29',
      A3: 'é 👩 _x0041_',
      B3: 'a\nb',
      C3: 'TRUE',
    });
    const again = unzipSync(convert(workbook, 'xlsx'));
    expect(strFromU8(again['xl/worksheets/sheet1.xml'] as Uint8Array)).toMatch(
      /<dataValidation [^>]*type="list"/,
    );
  });

  const shared = process.env.CTDX_SHARED;
  test.skipIf(!shared).each([
    { name: 'HTCDS Excel Spreadsheet v2.0.xlsx', lists: 0 },
    { name: 'HTCDS Excel Spreadsheet single select with validation v2.0.xlsx', lists: 13 },
    { name: 'HTCDS Excel Spreadsheet multi select with validation v2.0.xlsm', lists: 13 },
  ])(
    'opens a copy with a new column and sees $lists drop-downs (needs CTDX_SHARED): $name',
    async ({ name, lists }) => {
      const source = readFileSync(join(shared as string, 'data/htcds-toolkit', name));
      const item = await writeColumn(source, {
        header: new Map([[2, 'Record id']]),
        values: new Map([
          [3, 'one'],
          [2_000, 'two'],
        ]),
      });
      expect(item.ok).toBe(true);
      const copy = item.ok ? item.value : new Uint8Array();
      const again = convert(copy, 'xlsx');
      const before = texts(await all(readXlsx(source)));
      expect(texts(await all(readXlsx(again)))).toEqual({
        ...before,
        AN2: 'Record id',
        AN3: 'one',
        AN2000: 'two',
      });
      const xml = strFromU8(unzipSync(again)['xl/worksheets/sheet1.xml'] as Uint8Array);
      expect(xml.match(/<dataValidation /g)?.length ?? 0).toBe(lists);
    },
  );
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, readXlsx } from '@ctdx/tables';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeWorkbook } from './make-workbook.js';

const shared = process.env.CTDX_SHARED;
const toolkit = join(shared ?? '', 'data/htcds-toolkit');
const published = {
  plain: 'HTCDS Excel Spreadsheet v2.0.xlsx',
  single: 'HTCDS Excel Spreadsheet single select with validation v2.0.xlsx',
  multi: 'HTCDS Excel Spreadsheet multi select with validation v2.0.xlsm',
} as const;

async function rowsOf(bytes: Uint8Array): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const item of readXlsx(bytes)) if (item.ok) rows.push(item.value);
  return rows;
}

function dropDowns(bytes: Uint8Array): string[] {
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const lists = /type="list"[^>]*>.*?<xm:f>([^<]+)<\/xm:f>.*?<xm:sqref>([^<]+)<\/xm:sqref>/g;
  return Array.from(sheet.matchAll(lists), ([, list, cells]) => `${cells} ${list}`).sort();
}

describe('workbooks in the layout of HTCDS', () => {
  test('a date is a serial number with a date format, and the same request gives the same bytes', async () => {
    const request = { variant: 'multi', rows: new Map([[3, { D: 'Ada', G: { serial: 36526 } }]]) } as const;
    const third = (await rowsOf(makeWorkbook(request))).find(({ row }) => row === 3);
    expect(third?.cells.map(({ column, value, kind }) => [column, value, kind])).toEqual([
      ['A', 1, 'number'],
      ['D', 'Ada', 'text'],
      ['G', 36526, 'date'],
    ]);
    expect(makeWorkbook(request)).toEqual(makeWorkbook(request));
  });

  test.skipIf(!shared || !existsSync(toolkit)).each(Object.entries(published))(
    'the empty %s workbook has the cells and drop-downs of the published one (needs CTDX_SHARED)',
    async (variant, name) => {
      const real = new Uint8Array(readFileSync(join(toolkit, name)));
      const made = makeWorkbook({ variant: variant as keyof typeof published, rows: new Map() });
      const cells = (rows: readonly Row[]) =>
        rows.map(({ row, hidden = false, cells }) => [
          row,
          hidden,
          cells.map(({ column, text }) => [column, text]),
        ]);
      expect(cells(await rowsOf(made))).toEqual(cells(await rowsOf(real)));
      expect(dropDowns(made)).toEqual(dropDowns(real));
    },
  );
});

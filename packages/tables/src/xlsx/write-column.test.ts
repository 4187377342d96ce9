import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Item } from '../item.js';
import { all, faults, texts, workbook } from '../test-tools.js';
import { fillColumn } from './fill-column.js';
import { readXlsx } from './read-xlsx.js';
import { writeColumn } from './write-column.js';

const header = new Map([
  [1, 'ctdx_id'],
  [2, 'Record id'],
]);
const copied = (item: Item<Uint8Array>): Uint8Array => {
  if (!item.ok) throw new Error(item.finding.code);
  return item.value;
};
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] as Uint8Array);

describe('fillColumn', () => {
  const sheet = (rows: string): string =>
    `<worksheet><sheetData>${rows}</sheetData><pageMargins/></worksheet>`;
  const cell = (place: string, style = ''): string =>
    `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">x</t></is></c>`;
  test.each([
    {
      odd: 'after the last cell',
      rows: '<row r="1"><c r="A1"/></row>',
      want: `<row r="1"><c r="A1"/>${cell('C1')}</row>`,
    },
    {
      odd: 'before a later cell',
      rows: '<row r="1"><c r="A1"/><c r="D1"/></row>',
      want: `<row r="1"><c r="A1"/>${cell('C1')}<c r="D1"/></row>`,
    },
    {
      odd: 'in place of a cell, with its style',
      rows: '<row r="1"><c r="C1" s="4"><v>1</v></c><c r="D1"/></row>',
      want: `<row r="1">${cell('C1', ' s="4"')}<c r="D1"/></row>`,
    },
    {
      odd: 'in a row that holds nothing',
      rows: '<row r="1" ht="9"/>',
      want: `<row r="1" ht="9">${cell('C1')}</row>`,
    },
    {
      odd: 'in a row that is not there',
      rows: '<row r="2"/>',
      want: `<row r="1">${cell('C1')}</row><row r="2"/>`,
    },
    { odd: 'after every row', rows: '', want: `<row r="1">${cell('C1')}</row>` },
    {
      odd: 'past a comment that looks like a cell',
      rows: '<row r="1"><!-- <c r="D1"/> --><c r="A1"/></row>',
      want: `<row r="1"><!-- <c r="D1"/> --><c r="A1"/>${cell('C1')}</row>`,
    },
    {
      odd: 'among cells without reference',
      rows: '<row><c/><c/><c><v>1</v></c><c/></row>',
      want: `<row><c/><c/>${cell('C1')}<c/></row>`,
    },
    {
      odd: 'and drops the hint on the width of the row',
      rows: '<row r="1" spans="1:1"/>',
      want: `<row r="1">${cell('C1')}</row>`,
    },
  ])('puts a cell $odd', ({ rows, want }) => {
    expect(fillColumn(sheet(rows), 3, new Map([[1, 'x']]))).toBe(sheet(want));
  });

  test('keeps a namespace prefix', () => {
    const given = '<x:worksheet xmlns:x="m"><x:sheetData/></x:worksheet>';
    expect(fillColumn(given, 1, new Map([[1, 'a<']]))).toBe(
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a&lt;</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });
});

describe('writeColumn', () => {
  const rows =
    '<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="3"><c r="B3"><f>A1</f><v>2</v></c></row>';
  const values = new Map([[3, 'id-3']]);

  test('takes the first free column, and the same one the next time', async () => {
    const once = copied(await writeColumn(workbook(rows), { header, values }));
    expect(texts(await all(readXlsx(once)))).toEqual({
      A1: 'a',
      B3: '2',
      C1: 'ctdx_id',
      C2: 'Record id',
      C3: 'id-3',
    });
    const twice = copied(await writeColumn(once, { header, values: new Map([[3, 'id-4']]) }));
    expect(texts(await all(readXlsx(twice)))).toEqual({
      A1: 'a',
      B3: '2',
      C1: 'ctdx_id',
      C2: 'Record id',
      C3: 'id-4',
    });
    expect(copied(await writeColumn(workbook(rows), { header, values }))).toEqual(once);
  });

  test('leaves out macros, signatures, author, path and picture, wherever they are', async () => {
    const relation = (type: string, target: string): string =>
      `<Relationship Id="${type}" Type="t/${type}" Target="${target}"/>`;
    const bytes = workbook(rows, {
      '[Content_Types].xml':
        '<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/docProps/custom.xml" ContentType="c"/></Types>',
      '_rels/.rels': `<Relationships>${relation('officeDocument', 'xl/workbook.xml')}${relation('core-properties', 'docProps/core.xml')}${relation('extended-properties', '/docProps/app.xml')}${relation('custom-properties', 'docProps/custom.xml')}${relation('thumbnail', 'docProps/t.png')}</Relationships>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>${relation('vbaProject', 'vbaProject.bin')}</Relationships>`,
      'xl/workbook.xml':
        '<workbook xmlns:r="r" xmlns:mc="m"><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\CANARY" xmlns:x15ac="a"/></mc:Choice></mc:AlternateContent><fileSharing userName="CANARY"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
      'xl/vbaProject.bin': 'CANARY',
      'docProps/core.xml': '<c><dc:creator>CANARY</dc:creator></c>',
      'docProps/app.xml': '<c><Company>CANARY</Company></c>',
      'docProps/custom.xml': 'CANARY',
      'docProps/t.png': 'CANARY',
    });
    const copy = copied(await writeColumn(bytes, { header, values }));
    const parts = unzipSync(copy);
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/app.xml',
      'docProps/core.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    for (const bytesOfPart of Object.values(parts))
      expect(strFromU8(bytesOfPart)).not.toMatch(/CANARY|vba|macroEnabled|custom|thumbnail/i);
    expect(faults(await all(readXlsx(copy)))).toEqual([]);
  });

  test.each([
    { odd: 'a formula', fill: { header, values: new Map([[3, '=1']]) }, error: TypeError },
    { odd: 'row 0', fill: { header, values: new Map([[0, 'a']]) }, error: RangeError },
    { odd: 'column ZZZZ', fill: { header, values, column: 'ZZZZ' }, error: RangeError },
  ])('$odd is a bad call', async ({ fill, error }) => {
    await expect(writeColumn(workbook(rows), fill)).rejects.toThrow(error);
  });

  test('a broken row is a finding: nothing is copied', async () => {
    const item = await writeColumn(workbook('<row r="1"><c r="A1"><v>x</v></c></row>'), { header, values });
    expect(item).toMatchObject({
      ok: false,
      finding: { code: 'broken-row', sheet: 1, row: 1, column: 'A' },
      ends: true,
    });
  });
});

const shared = process.env.CTDX_SHARED;
describe('the HTCDS 2.0 templates (needs CTDX_SHARED)', () => {
  test.skipIf(!shared).each([
    { name: 'HTCDS Excel Spreadsheet v2.0.xlsx', lists: 0 },
    { name: 'HTCDS Excel Spreadsheet single select with validation v2.0.xlsx', lists: 13 },
    { name: 'HTCDS Excel Spreadsheet multi select with validation v2.0.xlsm', lists: 13 },
  ])(
    'needs CTDX_SHARED: $name has 38 columns, and its copy keeps $lists drop-downs',
    async ({ name, lists }) => {
      const source = readFileSync(join(shared as string, 'data/htcds-toolkit', name));
      const before = texts(await all(readXlsx(source)));
      const columns = Object.keys(before)
        .filter((place) => /^[A-Z]+[12]$/.test(place))
        .map((place) => place.slice(0, -1));
      expect(new Set(columns).size).toBe(38);

      const values = new Map([
        [3, 'one'],
        [700, 'two'],
        [2_000, 'three'],
      ]);
      const copy = copied(await writeColumn(source, { header, values }));
      const after = texts(await all(readXlsx(copy)));
      expect(after).toEqual({
        ...before,
        AN1: 'ctdx_id',
        AN2: 'Record id',
        AN3: 'one',
        AN700: 'two',
        AN2000: 'three',
      });
      const xml = part(copy, 'xl/worksheets/sheet1.xml');
      expect(xml.split('<x14:dataValidation ').length - 1).toBe(lists);
      const untouched = Object.entries(unzipSync(source)).filter(([at]) =>
        /styles|theme|sharedStrings|sheet[23]/.test(at),
      );
      for (const [at, bytes] of untouched) expect(unzipSync(copy)[at]).toEqual(bytes);
      expect(Object.keys(unzipSync(copy)).filter((at) => /vba/i.test(at))).toEqual([]);
      expect(part(copy, '[Content_Types].xml')).not.toMatch(/macroEnabled|vba/i);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { all, faults, texts, workbook } from '../test-tools.js';
import { listSheets, readXlsx } from './read-xlsx.js';
import { isDateFormat } from './styles.js';

const strings = `<sst><si><t>plain</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>`;
const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0.0&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;

describe('readXlsx reads', () => {
  const parts = { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': styles };
  test.each([
    {
      odd: 'shared strings',
      xml: '<c r="A1" t="s"><v>0</v></c>',
      want: { text: 'plain', value: 'plain', kind: 'text' },
    },
    {
      odd: 'rich text without its reading',
      xml: '<c r="A1" t="s"><v>1</v></c>',
      want: { text: 'rich text', value: 'rich text', kind: 'text' },
    },
    {
      odd: 'escaped characters',
      xml: '<c r="A1" t="s"><v>2</v></c>',
      want: { text: 'a\rb_x0041_', value: 'a\rb_x0041_', kind: 'text' },
    },
    {
      odd: 'an inline string',
      xml: '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
      want: { text: 'ab', value: 'ab', kind: 'text' },
    },
    {
      odd: 'a number in its shortest form',
      xml: '<c r="A1"><v>0.10000000000000001</v></c>',
      want: { text: '0.1', value: 0.1, kind: 'number' },
    },
    {
      odd: 'a built-in date',
      xml: '<c r="A1" s="1"><v>45000</v></c>',
      want: { text: '45000', value: 45000, kind: 'date' },
    },
    {
      odd: 'a date in a format of its own',
      xml: '<c r="A1" s="2"><v>45000.5</v></c>',
      want: { text: '45000.5', value: 45000.5, kind: 'date' },
    },
    {
      odd: 'a unit that looks like a day',
      xml: '<c r="A1" s="3"><v>3</v></c>',
      want: { text: '3', value: 3, kind: 'number' },
    },
    {
      odd: 'a date as text',
      xml: '<c r="A1" t="d"><v>2024-05-17</v></c>',
      want: { text: '2024-05-17', value: '2024-05-17', kind: 'date' },
    },
    {
      odd: 'a truth value',
      xml: '<c r="A1" t="b"><v>1</v></c>',
      want: { text: 'TRUE', value: true, kind: 'boolean' },
    },
    {
      odd: 'an error',
      xml: '<c r="A1" t="e"><v>#N/A</v></c>',
      want: { text: '#N/A', value: '#N/A', kind: 'error' },
    },
    {
      odd: 'what a formula gave, not the formula',
      xml: '<c r="A1" t="str"><f>HYPERLINK("x")</f><v>seen</v></c>',
      want: { text: 'seen', value: 'seen', kind: 'text', formula: true },
    },
    {
      odd: 'the five entities',
      xml: '<c r="A1" t="str"><v>&lt;&amp;&gt;&quot;&apos;&#233;</v></c>',
      want: { text: '<&>"\'é', value: '<&>"\'é', kind: 'text' },
    },
  ])('$odd', async ({ xml, want }) => {
    const items = await all(readXlsx(workbook(`<row r="1">${xml}</row>`, parts)));
    expect(items).toEqual([
      { ok: true, value: { row: 1, cells: [{ column: 'A', ...want }], dateSystem: 1900 } },
    ]);
  });

  test('cells and rows without a reference, empty and hidden rows', async () => {
    const xml =
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5" hidden="1"><c r="AJ5"><v>4</v></c><c><v>5</v></c></row><row r="7"/>';
    const items = await all(readXlsx(workbook(xml)));
    expect(texts(items)).toEqual({ A1: '1', C1: '3', AJ5: '4', AK5: '5' });
    expect(items.map((item) => item.ok && item.value.hidden)).toEqual([undefined, true]);
  });

  test('absolute targets, strict relations, prefixes, the 1904 system and the second sheet', async () => {
    const relation = (id: string, target: string): string =>
      `<p:Relationship xmlns:p="p" Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="${target}"/>`;
    const bytes = workbook('', {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="One" sheetId="9" r:id="b"/><x:sheet name="Two" sheetId="1" state="veryHidden" r:id="a"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels': `<p:Relationships xmlns:p="p">${relation('a', '/xl/worksheets/other.xml')}${relation('b', '../xl/worksheets/sheet1.xml')}</p:Relationships>`,
      'xl/worksheets/other.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await all(readXlsx(bytes, { sheet: 2 }))).toEqual([
      {
        ok: true,
        value: { row: 2, cells: [{ column: 'B', text: '7', value: 7, kind: 'number' }], dateSystem: 1904 },
      },
    ]);
    expect(await listSheets(bytes)).toEqual({
      ok: true,
      value: [
        { index: 1, hidden: false, hasRows: true },
        { index: 2, hidden: true, hasRows: true },
      ],
    });
    const named = await listSheets(bytes, { names: true });
    expect(named.ok && named.value.map(({ name }) => name)).toEqual(['One', 'Two']);
  });
});

describe('readXlsx finds', () => {
  test.each([
    { odd: 'no row', xml: '', want: ['empty-file'] },
    {
      odd: 'a text that is no number',
      xml: '<row r="1"><c r="A1"><v>x</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
      want: ['broken-row A1'],
    },
    {
      odd: 'a shared string that is not there',
      xml: '<row r="1"><c r="B1" t="s"><v>9</v></c></row>',
      want: ['broken-row B1'],
    },
    {
      odd: 'a cell type named like a method',
      xml: '<row r="1"><c r="B1" t="constructor"><v>9</v></c></row>',
      want: ['broken-row B1'],
    },
    {
      odd: 'rows out of order',
      xml: '<row r="2"><c><v>1</v></c></row><row r="1"/>',
      want: ['damaged-file 3'],
    },
    { odd: 'a row past the end', xml: '<row r="1048577"/>', want: ['damaged-file 1'] },
    { odd: 'a column past the end', xml: '<row r="1"><c r="XFE1"/></row>', want: ['damaged-file 1'] },
    {
      odd: 'XML that breaks off',
      xml: '<row r="1"><c r="A1"><v>1</v></c></row><row',
      want: ['damaged-file'],
    },
  ])('$odd', async ({ xml, want }) => {
    expect(faults(await all(readXlsx(workbook(xml))))).toEqual(want);
  });

  test.each([
    { limits: { rows: 1 }, want: ['limit-rows 2'] },
    { limits: { columns: 2 }, want: ['limit-columns 1'] },
    { limits: { cell: 3 }, want: ['limit-cell A2'] },
    { limits: { bytes: 100 }, want: ['limit-bytes'] },
    { limits: { entries: 3 }, want: ['limit-entries'] },
    { limits: { entryBytes: 100 }, want: ['limit-unpacked'] },
    { limits: { unpackedBytes: 400 }, want: ['limit-unpacked'] },
    { limits: { depth: 2 }, want: ['limit-depth'] },
  ])('a passed limit: $limits', async ({ limits, want }) => {
    const xml = '<row r="1"><c r="C1"><v>1</v></c></row><row r="2"><c r="A2" t="str"><v>long</v></c></row>';
    expect(faults(await all(readXlsx(workbook(xml), { limits })))).toEqual(want);
  });

  test.each([0, 1.5])('a bad call: sheet %s', async (sheet) => {
    await expect(all(readXlsx(workbook(''), { sheet }))).rejects.toThrow(RangeError);
  });

  test('no such sheet', async () => {
    expect(faults(await all(readXlsx(workbook(''), { sheet: 2 })))).toEqual(['no-such-sheet']);
  });
});

test.each([
  ['General', false],
  ['0.00', false],
  ['h:mm:ss', false],
  ['mm:ss', false],
  ['mmm', true],
  ['[$-409]d-mmm-yy;@', true],
  ['[Red]0', false],
  ['yyyy"年"m"月"', true],
  ['\\d0', false],
  ['@', false],
])('the format %s shows a date: %s', (code, want) => {
  expect(isDateFormat(code)).toBe(want);
});

import { expect, test } from 'vitest';
import { readCsv } from './csv/read-csv.js';
import { writeCsv } from './csv/write-csv.js';
import { readJson, readNdjson } from './ndjson/read-ndjson.js';
import { bytesOf } from './source.js';
import { all, workbook } from './test-tools.js';
import { listSheets, readXlsx } from './xlsx/read-xlsx.js';
import { writeColumn } from './xlsx/write-column.js';
import { writeXlsx } from './xlsx/write-xlsx.js';

const canary = 'CANARY';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const header = `<row r="1"><c r="A1" t="str"><v>${canary}</v></c></row>`;
const named = {
  'xl/workbook.xml': `<workbook><sheets><sheet name="${canary}" id="r1"/></sheets></workbook>`,
};
const inRow = (cell: string): Uint8Array => workbook(`${header}<row r="2">${cell}</row>`, named);
const limits = { cell: 5, record: 5, rows: 1, depth: 3 };

test.each([
  { odd: 'a broken CSV row', items: () => all(readCsv(bytes(`${canary},b\n"${canary}"${canary},2\n`))) },
  { odd: 'a CSV row with more cells', items: () => all(readCsv(bytes(`a\n1,${canary}\n`))) },
  { odd: 'a CSV file past its limits', items: () => all(readCsv(bytes(`${canary}\n1\n2\n`), { limits })) },
  { odd: 'a CSV file that stops being text', items: () => all(readCsv(bytes(`${canary}\n${canary}\0`))) },
  { odd: 'a broken NDJSON line', items: () => all(readNdjson(bytes(`{"${canary}":${canary}}\n`))) },
  { odd: 'a long NDJSON line', items: () => all(readNdjson(bytes(`{"${canary}":1}\n`), { limits })) },
  { odd: 'a broken JSON document', items: async () => [await readJson(bytes(`{"${canary}":${canary}`))] },
  { odd: 'a broken cell', items: () => all(readXlsx(inRow(`<c r="A2"><v>${canary}</v></c>`))) },
  { odd: 'an unknown cell type', items: () => all(readXlsx(inRow(`<c r="A2" t="${canary}"><v>1</v></c>`))) },
  { odd: 'a broken reference', items: () => all(readXlsx(inRow(`<c r="${canary}"><v>1</v></c>`))) },
  { odd: 'broken XML', items: () => all(readXlsx(inRow(`<${canary}></c>&${canary};`))) },
  { odd: 'a sheet past its limits', items: () => all(readXlsx(inRow('<c><v>1</v></c>'), { limits })) },
  { odd: 'no such sheet', items: () => all(readXlsx(inRow(''), { sheet: 2 })) },
  {
    odd: 'a copy of a broken workbook',
    items: async () => [
      await writeColumn(inRow(`<c><v>${canary}</v></c>`), { header: new Map(), values: new Map() }),
    ],
  },
])('$odd makes a finding without what somebody typed', async ({ items }) => {
  const found = (await items()).filter((item) => !item.ok);
  expect(found.length).toBeGreaterThan(0);
  expect(JSON.stringify(found)).not.toContain(canary);
});

test('the list of sheets holds no name unless asked for', async () => {
  expect(JSON.stringify(await listSheets(inRow('')))).not.toContain(canary);
});

test.each([
  { odd: 'a refused text', call: () => bytesOf(writeCsv([[`=${canary}`]], { guard: 'refuse' })) },
  {
    odd: 'a text too long',
    call: () => bytesOf(writeXlsx({ sheets: [{ name: canary, rows: [[canary.repeat(9_000)]] }] })),
  },
  { odd: 'a bad sheet name', call: async () => writeXlsx({ sheets: [{ name: `${canary}/`, rows: [] }] }) },
  {
    odd: 'a refused column',
    call: () => writeColumn(inRow(''), { header: new Map(), values: new Map([[1, `=${canary}`]]) }),
  },
  { odd: 'an unknown delimiter', call: async () => writeCsv([], { delimiter: canary as never }) },
])('$odd makes an error without it', async ({ call }) => {
  const error: Error = await call().then(
    () => new Error(canary),
    (failure: Error) => failure,
  );
  expect(`${error.name} ${error.message} ${JSON.stringify(error)}`).not.toContain(canary);
});

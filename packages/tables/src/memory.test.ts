import { expect, test } from 'vitest';
import { readCsv } from './csv/read-csv.js';
import { writeCsv } from './csv/write-csv.js';
import type { Item, Row } from './item.js';
import { bytesOf } from './source.js';
import { readXlsx } from './xlsx/read-xlsx.js';
import { writeXlsx } from './xlsx/write-xlsx.js';

const rows = 200_000;
/** Rows of some 60 bytes, made as they are asked for. */
function* table(): Generator<(string | number)[]> {
  for (let row = 1; row <= rows; row += 1)
    yield [row, `name number ${row}`, `a longer text that stands in row ${row}`];
}

/** Counts rows and the most heap in use meanwhile, over what was in use before. */
async function readAll(items: AsyncIterable<Item<Row>>): Promise<{ count: number; growth: number }> {
  const before = process.memoryUsage().heapUsed;
  let most = before;
  let count = 0;
  for await (const item of items) {
    if (item.ok) count += 1;
    if (count % 5_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  return { count, growth: most - before };
}

/** Far above what passes through at any moment, far below what the rows would take (over 150 MB) if they were kept. */
const bound = 100 * 1_048_576;

test(`${rows} rows of CSV pass through a bounded heap`, async () => {
  const { count, growth } = await readAll(readCsv(writeCsv(table())));
  expect(count).toBe(rows);
  expect(growth).toBeLessThan(bound);
});

test(`${rows} rows of a workbook pass through a bounded heap`, async () => {
  const packed = await bytesOf(writeXlsx({ sheets: [{ name: 'S', rows: table() }] }));
  const { count, growth } = await readAll(readXlsx(new Blob([packed as BlobPart])));
  expect(count).toBe(rows);
  expect(growth).toBeLessThan(bound);
});

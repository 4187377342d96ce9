import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIndex } from '../columns.js';
import type { Item, Row } from '../item.js';
import { defaultLimits } from '../limits.js';
import { bytesOf } from '../source.js';
import { all, inPieces } from '../test-tools.js';
import { readCsv } from './read-csv.js';
import { recordSplitter } from './records.js';
import { writeCsv } from './write-csv.js';

const odd = fc.constantFrom(
  '"',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '=',
  "'",
  '-',
  ' ',
  'é',
  '👩',
  '\uFFFD',
  '\uFEFF',
  'a',
);
const cell = fc.oneof(
  fc.array(odd, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);
const clean = cell.map((text) => text.replaceAll('\0', ''));
const table = fc.array(fc.array(clean, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

/** Rows as arrays again, with their empty cells, and without empty rows. */
function dense(items: readonly Item<Row>[]): string[][] {
  return items.map((item) => {
    const row = ['', '', ''];
    for (const { column, text } of item.ok ? item.value.cells : []) row[columnIndex(column) - 1] = text;
    return row;
  });
}

test('what is written is read, with any delimiter and line ending, in any pieces', async () => {
  const options = fc.record({
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    newline: fc.constantFrom('\n' as const, '\r\n' as const),
    bom: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(table, options, fc.integer({ min: 1, max: 40 }), async (rows, how, size) => {
      const bytes = await bytesOf(writeCsv([['a', 'b', 'c'], ...rows], how));
      const items = await all(readCsv(inPieces(bytes, size), { unguard: true, delimiter: how.delimiter }));
      const full = rows.filter((row) => row.some((text) => text !== ''));
      expect(dense(items)).toEqual([['a', 'b', 'c'], ...full]);
    }),
    { numRuns: 400 },
  );
});

test('csv-parse reads the same records, whatever the text', () => {
  const text = fc.array(fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', ' ', 'é'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (signs) => {
      const csv = signs.join('');
      const splitter = recordSplitter(',', defaultLimits);
      const ours = [...splitter.push(csv), ...splitter.end()];
      let theirs: string[][];
      try {
        theirs = parse(csv, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
      } catch {
        // It refuses a quotation mark inside a bare field, which spreadsheets take as text.
        return;
      }
      expect(ours.filter(({ fault }) => fault).length).toBe(0);
      expect(ours.map(({ fields }) => fields)).toEqual(theirs);
    }),
    { numRuns: 3_000 },
  );
});

test('random bytes never crash, and end in a finding or in rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      for (const item of await all(readCsv(bytes))) expect(typeof item.ok).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});

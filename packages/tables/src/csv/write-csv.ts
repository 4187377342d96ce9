import { guard, isFormulaLike } from '../guard.js';
import { encoded, toStream } from '../stream.js';
import { TablesError } from '../tables-error.js';
import type { Delimiter } from './delimiter.js';

/** What a written CSV cell may be; null and undefined leave it empty. */
export type CsvValue = string | number | boolean | null | undefined;

/** How to write a CSV file. */
export interface WriteCsvOptions {
  /** @defaultValue ',' */
  readonly delimiter?: Delimiter;
  /** What ends a record. @defaultValue '\r\n' */
  readonly newline?: '\r\n' | '\n';
  /** Begin with a byte order mark, which spreadsheets need to show letters right. @defaultValue true */
  readonly bom?: boolean;
  /**
   * What to do with a text that a spreadsheet could take for a formula: put an apostrophe before it (read it back
   * with `unguard`), or refuse it. @defaultValue 'prefix'
   */
  readonly guard?: 'prefix' | 'refuse';
}

type Rows = AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>;

/**
 * Writes CSV that a spreadsheet opens without running anything.
 * The stream fails with a {@link TablesError} when a text is refused.
 * @throws {TypeError} for a delimiter that is none.
 * @example const stream = writeCsv([['id', 'count'], ['a', 3]]);
 */
export function writeCsv(rows: Rows, options: WriteCsvOptions = {}): ReadableStream<Uint8Array> {
  const { delimiter = ',', newline = '\r\n', bom = true, guard: mode = 'prefix' } = options;
  if (![',', ';', '\t'].includes(delimiter))
    throw new TypeError('A delimiter is a comma, a semicolon or a tab.');
  async function* lines(): AsyncGenerator<string> {
    let row = 0;
    for await (const values of rows) {
      row += 1;
      const cells = values.map((value, index) => quoteCsv(safe(value, mode, row, index + 1), delimiter));
      // One empty cell alone would read as a blank line; quoted, it stays a record.
      yield (cells.length === 1 && cells[0] === '' ? '""' : cells.join(delimiter)) + newline;
    }
  }
  return toStream(encoded(lines(), bom));
}

/** Quotes a cell where the format needs it. */
export function quoteCsv(text: string, delimiter: string): string {
  const needs = /["\r\n;,\t]|^[\s\uFEFF]|\s$/.test(text) || text.includes(delimiter);
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

function safe(value: CsvValue, mode: 'prefix' | 'refuse', row: number, column: number): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // A number is no formula, whatever its sign.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = String(value).toWellFormed();
  if (mode === 'refuse' && isFormulaLike(text)) throw new TablesError('formula', row, column);
  return mode === 'prefix' ? guard(text) : text;
}

import type { Position } from '@ctdx/model';
import { columnLetters } from '../columns.js';
import { unguard } from '../guard.js';
import type { Cell, Item, ReadOptions, Row } from '../item.js';
import { type Limits, limitsFrom } from '../limits.js';
import { finding, lastItem, Refusal } from '../refusal.js';
import { chunksOf, type Source } from '../source.js';
import { type Encoding, textDecoder } from '../text.js';
import { type Delimiter, detectDelimiter } from './delimiter.js';
import { type CsvRecord, type RecordSplitter, recordSplitter } from './records.js';

/** How to read a CSV file. */
export interface ReadCsvOptions extends ReadOptions {
  /** The delimiter. @defaultValue found in the first line */
  readonly delimiter?: Delimiter;
  /** The encoding. @defaultValue 'auto' */
  readonly encoding?: Encoding;
  /** Take off the apostrophes that `writeCsv` put before formula-like texts. @defaultValue false */
  readonly unguard?: boolean;
}

/**
 * Reads CSV: comma, semicolon or tab, any line ending, UTF-8 or UTF-16, quoted fields over several lines.
 * A broken record is a finding and reading goes on; a broken file or a passed limit is the last item.
 * A record with something beyond the first record's columns is given, after a warning.
 * @throws {RangeError} for a limit that is not a positive number; {TypeError} for a source that is none.
 * @example for await (const item of readCsv(file)) if (item.ok) console.log(item.value.row);
 */
export async function* readCsv(
  source: Source,
  options: ReadCsvOptions = {},
): AsyncGenerator<Item<Row>, void, undefined> {
  const limits = limitsFrom(options.limits);
  const at: Position = options.file === undefined ? {} : { file: options.file };
  let width: number | undefined;
  let rows = 0;
  let isEmpty = true; // a file of nothing but broken rows holds something
  try {
    for await (const record of csvRecords(source, options, limits, at)) {
      const here = { ...at, row: record.row };
      if (record.fault !== undefined) {
        isEmpty = false;
        const { code, column } = record.fault;
        const limit =
          code === 'broken-row' ? undefined : code === 'limit-cell' ? limits.cell : limits.columns;
        const position = column > limits.columns ? here : { ...here, column: columnLetters(column) };
        yield { ok: false, finding: finding(code, position, limit), ends: false };
        continue;
      }
      const row = toRow(record, options.unguard === true);
      if (row.cells.length === 0) continue;
      rows += 1;
      if (rows > limits.rows) throw new Refusal('limit-rows', here, limits.rows);
      width ??= record.fields.length;
      const extra = record.fields.findIndex((text, index) => index >= (width as number) && text !== '');
      if (extra >= 0) {
        yield {
          ok: false,
          finding: finding('extra-cells', { ...here, column: columnLetters(extra + 1) }),
          ends: false,
        };
      }
      yield { ok: true, value: row };
    }
    if (rows === 0 && isEmpty) throw new Refusal('empty-file', at);
  } catch (error) {
    yield lastItem(error);
  }
}

/** Splits a source into records, and ends with `not-text` at the row where the text stops being text. */
async function* csvRecords(
  source: Source,
  options: ReadCsvOptions,
  limits: Limits,
  at: Position,
): AsyncGenerator<CsvRecord, void, undefined> {
  const decoder = textDecoder(options.encoding);
  let splitter: RecordSplitter | undefined;
  let held = '';
  let row = 1;

  const take = (text: string, isAll: boolean): CsvRecord[] => {
    held += text;
    if (splitter === undefined) {
      const found = detectDelimiter(held, isAll);
      if (found === undefined) return [];
      splitter = recordSplitter(options.delimiter ?? found.delimiter, limits);
      held = held.slice(found.skip);
    }
    const records = splitter.push(held);
    held = '';
    return records;
  };

  for await (const chunk of chunksOf(source, limits.bytes, at)) {
    const { text, bad } = decoder.push(chunk);
    for (const record of take(text, bad)) {
      row = record.row + 1;
      yield record;
    }
    if (bad) throw new Refusal('not-text', { ...at, row });
  }
  const rest = decoder.end();
  yield* take(rest.text, true);
  if (rest.bad) throw new Refusal('not-text', { ...at, row });
  yield* splitter?.end() ?? [];
}

function toRow(record: CsvRecord, isGuarded: boolean): Row {
  const cells: Cell[] = [];
  record.fields.forEach((raw, index) => {
    const text = isGuarded ? unguard(raw) : raw;
    if (text !== '') cells.push({ column: columnLetters(index + 1), text, value: text, kind: 'text' });
  });
  return { row: record.row, line: record.line, cells };
}

import type { Position } from '@ctdx/model';
import type { ColumnFill } from '../column-fill.js';
import { refuseFormulas } from '../column-fill.js';
import { columnIndex, columnLetters } from '../columns.js';
import type { Item } from '../item.js';
import { limitsFrom } from '../limits.js';
import { lastItem, Refusal } from '../refusal.js';
import { chunksOf, type Source } from '../source.js';
import { textOf } from '../text.js';
import { detectDelimiter } from './delimiter.js';
import type { ReadCsvOptions } from './read-csv.js';
import { type CsvRecord, recordSplitter } from './records.js';
import { quoteCsv } from './write-csv.js';

/**
 * Gives a copy of a CSV file with one column filled: the column whose header cells say the same, else the first free
 * one. Everything else stays as it was, sign by sign. The copy is UTF-8 with a byte order mark.
 * A file with a broken record is refused: rows could not be matched with certainty.
 * @throws {TypeError} when a text to write could be taken for a formula.
 */
export async function writeCsvColumn(
  source: Source,
  fill: ColumnFill,
  options: ReadCsvOptions = {},
): Promise<Item<Uint8Array>> {
  const limits = limitsFrom(options.limits);
  const at: Position = options.file === undefined ? {} : { file: options.file };
  const wanted = refuseFormulas(fill);
  try {
    const text = await textOf(chunksOf(source, limits.bytes, at), at, options.encoding);
    const { delimiter: found, skip } = detectDelimiter(text, true) ?? { delimiter: ',', skip: 0 };
    const delimiter = options.delimiter ?? found;
    const body = text.slice(skip);
    const splitter = recordSplitter(delimiter, limits);
    const records = [...splitter.push(body), ...splitter.end()];
    for (const { fault, row } of records) {
      if (fault !== undefined) throw new Refusal('broken-row', { ...at, row });
    }
    const target = targetColumn(records, fill);
    let copy = `\uFEFF${text.slice(0, skip)}`;
    let from = 0;
    for (const record of records) {
      const value = wanted.get(record.row);
      copy += body.slice(from, record.start);
      copy +=
        value === undefined
          ? body.slice(record.start, record.end)
          : filled(record, target, value, delimiter, body);
      from = record.end;
    }
    return { ok: true, value: new TextEncoder().encode(copy + body.slice(from)) };
  } catch (error) {
    return lastItem(error);
  }
}

/** The column asked for, or the one with these header cells, or the first one nothing stands in. */
function targetColumn(records: readonly CsvRecord[], fill: ColumnFill): number {
  if (fill.column !== undefined) return columnIndex(fill.column);
  const width = records.reduce((most, { fields }) => Math.max(most, fields.length), 0);
  const headers = [...fill.header];
  for (let column = 1; column <= width; column += 1) {
    const same = ([row, text]: [number, string]): boolean => records[row - 1]?.fields[column - 1] === text;
    if (headers.length > 0 && headers.every(same)) return column;
  }
  return columnIndex(columnLetters(width + 1));
}

function filled(record: CsvRecord, target: number, value: string, delimiter: string, body: string): string {
  const cell = quoteCsv(value, delimiter);
  const { length } = record.fields;
  if (target > length)
    return body.slice(record.start, record.end) + delimiter.repeat(target - Math.max(length, 1)) + cell;
  return record.fields
    .map((text, index) => (index === target - 1 ? cell : quoteCsv(text, delimiter)))
    .join(delimiter);
}

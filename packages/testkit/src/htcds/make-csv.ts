import { columnIndex, columnLetters } from '@ctdx/tables';
import { numberedRows } from './layout.js';
import { type AddedColumn, headerRows } from './make-workbook.js';
import type { CellValue, SheetRow } from './sheet-xml.js';

/** What to put into a table with the headers of HTCDS. */
export interface CsvRequest {
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly added?: readonly AddedColumn[];
  /** Which header rows are there: both when a spreadsheet saved the template, one when a system wrote it. */
  readonly headers?: 'both' | 'names' | 'labels';
  /** Rows with nothing but their number, as a spreadsheet saves them. @defaultValue true */
  readonly numbered?: boolean;
  /** @defaultValue ',' */
  readonly delimiter?: ',' | ';' | '\t';
}

/** Makes a table of text as a spreadsheet saves it: UTF-8 with a byte order mark, CRLF, quotes where needed. */
export function makeCsv(request: CsvRequest): Uint8Array {
  const { rows, added = [], headers = 'both', numbered = true, delimiter = ',' } = request;
  const { names, labels } = headerRows(added);
  const head = headers === 'both' ? [names, labels] : headers === 'names' ? [names] : [labels];
  const last = Math.max(numbered ? numberedRows + 2 : 2, ...rows.keys());
  const body: SheetRow[] = [];
  for (let row = 3; row <= last; row += 1) {
    const number = numbered && row <= numberedRows + 2 ? { A: row - 2 } : {};
    body.push({ ...number, ...rows.get(row) });
  }
  const all = [...head, ...body];
  const width = Math.max(...all.flatMap((row) => Object.keys(row).map(columnIndex)));
  const lines = all.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => text(row[columnLetters(index + 1)]));
    return cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
  });
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function text(value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return String(value);
  return 'error' in value ? value.error : String(value.serial);
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

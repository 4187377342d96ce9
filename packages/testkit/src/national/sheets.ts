import { bytesOf, columnLetters, writeCsv, writeXlsx, type XlsxValue } from '@ctdx/tables';

/** A cell as a person fills it. */
export type SheetCell = string | number | { readonly date: string } | undefined;

/** One sheet: its name, its headers, and its rows by header. */
export interface FilledSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly Readonly<Record<string, SheetCell>>[];
}

/** Where a cell stands. */
export interface CellPlace {
  /** Sheet by its place in the workbook, from 1; none in a table of text. */
  readonly sheet?: number;
  /** None where the sheet as a whole is meant. */
  readonly row?: number;
  readonly column?: string;
}

/** A mistake that was planted in a sheet: where it must be found, and as what. */
export interface SheetMistake extends CellPlace {
  readonly code: string;
  readonly rule?: string;
}

/** Packs sheets as a workbook. */
export function packWorkbook(sheets: readonly FilledSheet[]): Promise<Uint8Array> {
  return bytesOf(
    writeXlsx({
      sheets: sheets.map(({ name, headers, rows }) => ({
        name,
        header: [{ cells: headers }],
        rows: rows.map((row) => headers.map((header): XlsxValue => row[header])),
      })),
    }),
  );
}

/** Packs a sheet as a table of text. */
export function packCsv({ headers, rows }: FilledSheet): Promise<Uint8Array> {
  const text = (cell: SheetCell) => (typeof cell === 'object' ? cell.date : cell);
  return bytesOf(writeCsv([headers, ...rows.map((row) => headers.map((header) => text(row[header])))]));
}

/** Letters of the column below a header. */
export function lettersOf({ headers }: FilledSheet, header: string): string {
  const index = headers.indexOf(header);
  if (index < 0) throw new RangeError('The sheet has no such header.');
  return columnLetters(index + 1);
}

import type { Finding } from '@ctdx/model';
import type { Limits } from './limits.js';

/**
 * One thing a reader gives: a value, or what is wrong where it stood. After a finding with `ends`, nothing more is
 * read; after any other, reading goes on with the next row.
 */
export type Item<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly finding: Finding; readonly ends: boolean };

/** Where the rows come from, so that findings can say it. */
export interface ReadOptions {
  /** Argument number of the file, from 1; it goes into every finding. */
  readonly file?: number;
  /** Limits to raise or lower; the others keep their defaults. */
  readonly limits?: Partial<Limits>;
}

/** What a cell holds. A formula shows the kind of its cached value. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** A cell that is not empty. */
export interface Cell {
  /** Column letters. */
  readonly column: string;
  /** The content as text: a number in its shortest form, a boolean as `TRUE` or `FALSE`, an error as `#N/A`. */
  readonly text: string;
  /** The content. A date is its serial number (see `serialToDate`), or an ISO text where the sheet stores one. */
  readonly value: string | number | boolean;
  /** `date` is a number whose format shows a date. */
  readonly kind: CellKind;
  /** True when the value was computed by a formula. The formula itself is never read. */
  readonly formula?: true;
}

/** A row that holds something. Empty rows are counted and left out, empty cells too. */
export interface Row {
  /** Row of the sheet from 1; in CSV the record, as a spreadsheet would number it. */
  readonly row: number;
  /** Line of the text file where the record begins, from 1. CSV only. */
  readonly line?: number;
  readonly cells: readonly Cell[];
  /** True when the sheet hides the row. */
  readonly hidden?: true;
  /** Where the workbook counts days from. XLSX only. */
  readonly dateSystem?: DateSystem;
}

/** The two ways a workbook counts days: from 1900, or (old Macintosh files) from 1904. */
export type DateSystem = 1900 | 1904;

/** The text in one column of a row, or undefined when the cell is empty. */
export function textAt(row: Row, column: string): string | undefined {
  return row.cells.find((cell) => cell.column === column)?.text;
}

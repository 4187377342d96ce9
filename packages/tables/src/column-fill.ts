import { isFormulaLike } from './guard.js';

/** One column to write into a copy of somebody's file. */
export interface ColumnFill {
  /** Sheet by index, from 1. Workbooks only. @defaultValue 1 */
  readonly sheet?: number;
  /** Column letters. @defaultValue the column with the same header cells, else the first free one */
  readonly column?: string;
  /** Header texts by row. */
  readonly header: ReadonlyMap<number, string>;
  /** Texts by row. Rows not named here stay as they are. */
  readonly values: ReadonlyMap<number, string>;
}

/**
 * Header and values by row, once each of them is known to be harmless: what we write into an officer's file is our
 * own (ids, labels), so a formula there is a fault of the caller.
 * @throws {TypeError} when a text could be taken for a formula.
 * @throws {RangeError} when a row is not a row of a sheet.
 */
export function refuseFormulas(fill: ColumnFill): Map<number, string> {
  const wanted = new Map([...fill.header, ...fill.values]);
  for (const [row, text] of wanted) {
    if (!Number.isSafeInteger(row) || row < 1 || row > 1_048_576)
      throw new RangeError('A row is from 1 to 1048576.');
    if (isFormulaLike(text)) throw new TypeError('A text to write begins as a formula would.');
  }
  return wanted;
}

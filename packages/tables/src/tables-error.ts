const mark: unique symbol = Symbol.for('@ctdx/tables/error') as never;

/** What a writer can refuse. `formula`: a text a spreadsheet could run; `size`: more than a sheet can hold. */
export type TablesErrorCode = 'formula' | 'size';

const messages: Record<TablesErrorCode, string> = {
  formula: 'A text begins as a formula would, and the writer was told to refuse it.',
  size: 'There is more than a spreadsheet can hold.',
};

/** Ends a writing. Its message holds nothing of what was written. */
export class TablesError extends Error {
  readonly [mark] = true;
  override readonly name = 'TablesError';
  readonly code: TablesErrorCode;
  /** Row and column from 1, where known. */
  readonly row?: number;
  readonly column?: number;

  constructor(code: TablesErrorCode, row?: number, column?: number) {
    super(messages[code]);
    this.code = code;
    if (row !== undefined) this.row = row;
    if (column !== undefined) this.column = column;
  }

  /** True across two copies of this package; `instanceof` is not. */
  static is(value: unknown): value is TablesError {
    return value instanceof Error && mark in value;
  }
}

/** Cells whose sum everybody knows: a row or a column with its published margin, or a whole table with its total. */
export interface Line {
  readonly cells: readonly number[];
  readonly total: number;
}

/** The cells of one table, by number, and the sums that are known before any of them is published. */
export interface Grid {
  readonly size: number;
  readonly lines: readonly Line[];
  /** Rows and columns; a one-way table has one row. */
  readonly rows: number;
  readonly columns: number;
}

/** Bit masks hold the patterns, so a table with more cells is refused rather than attempted. */
export const mostCells = 30;

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** A one-way table of which only the total is known. */
export function oneWayGrid(categories: number, total: number): Grid {
  return {
    size: categories,
    lines: [{ cells: range(categories), total }],
    rows: 1,
    columns: categories,
  };
}

/** A two-way table of which both margins are known. Cell `row * columns + column`. */
export function twoWayGrid(rowTotals: readonly number[], columnTotals: readonly number[]): Grid {
  const columns = columnTotals.length;
  return {
    size: rowTotals.length * columns,
    lines: [
      ...rowTotals.map((total, row) => ({
        cells: range(columns).map((column) => row * columns + column),
        total,
      })),
      ...columnTotals.map((total, column) => ({
        cells: rowTotals.map((_, row) => row * columns + column),
        total,
      })),
    ],
    rows: rowTotals.length,
    columns,
  };
}

/** The cells of a pattern: bit `n` of the mask is cell `n`. */
export function cellsOf(pattern: number, size: number): number[] {
  return range(size).filter((cell) => (pattern >>> cell) & 1);
}

/** The pattern that hides every cell: the table is refused, and its known sums stand alone. */
export function everyCell(size: number): number {
  return size === mostCells ? 0x3fffffff : (1 << size) - 1;
}

/** The mask of a list of cells. */
export function patternOf(cells: Iterable<number>): number {
  let pattern = 0;
  for (const cell of cells) pattern |= 1 << cell;
  return pattern;
}

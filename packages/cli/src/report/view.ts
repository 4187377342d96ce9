/** What a table says in a place: people, `withheld` by disclosure control, or nothing at all. */
export type Said = number | 'withheld' | undefined;

/** A category with its name. */
export interface Category {
  readonly code: string;
  readonly label: string;
}

/** A dimension with its name, and its categories in the order of the table. */
export interface Axis {
  readonly name: string;
  readonly label: string;
  readonly categories: readonly Category[];
}

/** A released table as charts and tables need it: one axis or two, and what is said where. */
export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly statusBasis: string;
  /** Rows, and columns in a two-way table. */
  readonly rows: Axis;
  readonly columns: Axis | undefined;
  /** What is said in a row, and in a column of a two-way table. */
  readonly cell: (row: string, column?: string) => Said;
  readonly rowTotal: (row: string) => Said;
  readonly columnTotal: (column: string) => Said;
  readonly total: Said;
  /** A person may be in several categories, so that they add up to more than the total. */
  readonly several: boolean;
  /** Sentences about the table: what was put together, how far people count once. */
  readonly notes: readonly string[];
}

/** Everything that a table says in its cells, without its totals. */
export function cellsOf({ rows, columns, cell }: TableView): Said[] {
  return rows.categories.flatMap((row) =>
    columns ? columns.categories.map((column) => cell(row.code, column.code)) : [cell(row.code)],
  );
}

/** The largest number in the cells; 1 when there is none, so that a scale has a length. */
export function largest(said: readonly Said[]): number {
  return Math.max(1, ...said.filter((one) => typeof one === 'number'));
}

import type { Release, ReleaseBasis, ReleaseCategory, ReleasedTable } from '@ctdx/model';
import { categoryLabels, dimensionLabel, otherNotes } from './labels.js';
import { setTables } from './set-tables.js';
import { tableTitle } from './titles.js';
import type { Axis, Said, TableView } from './view.js';

/** Everything that was released about people of one status. */
export interface BasisView {
  readonly basis: ReleaseBasis;
  /** People in all. */
  readonly total: Said;
  readonly tables: readonly TableView[];
}

const order: readonly ReleaseBasis[] = ['identified', 'identifiedOrPresumed', 'presumed', 'all'];

/** The tables of a release, apart by status basis, in the order of the plan; the same table is shown once. */
export function viewOf(release: Release): readonly BasisView[] {
  return order
    .map((basis) => basisView(release, basis))
    .filter(({ total, tables }) => total !== undefined || tables.length > 0);
}

function basisView(release: Release, basis: ReleaseBasis): BasisView {
  const released = releasedTables(release).filter((table) => table.basis === basis);
  const margins = released.filter(({ dimensions }) => dimensions.length < 2);
  const total = sayIn(margins, [], []);
  const isSet = ({ dimensions }: ReleasedTable) =>
    dimensions.some(({ name }) =>
      release.plan.dimensions.some((one) => one.name === name && one.set === true),
    );
  const plain = released
    .filter((table) => table.dimensions.length > 0 && !isSet(table))
    .map((table) => tableView(table, margins));
  const views = [...plain, ...setTables(released.filter(isSet), release, basis, total)];
  const once = views.filter((view, at) => views.findIndex((other) => sameAs(view, other)) === at);
  // Tables by two dimensions take the whole width: after the others they leave no gap.
  return {
    basis,
    total,
    tables: [...once.filter((one) => !one.columns), ...once.filter((one) => one.columns)],
  };
}

function releasedTables({ tables }: Release): readonly ReleasedTable[] {
  return tables.filter((table) => table.status === 'released');
}

function tableView(table: ReleasedTable, margins: readonly ReleasedTable[]): TableView {
  const [first, second] = table.dimensions;
  const rows = axis(first);
  const columns = second && axis(second);
  const said = new Map(
    table.cells.map((cell) => [cell.at.join('\n'), 'value' in cell ? cell.value : ('withheld' as const)]),
  );
  return {
    id: `${table.basis}-${table.table}`,
    title: tableTitle(table),
    statusBasis: table.basis,
    rows,
    columns,
    cell: (row, column) => said.get(column === undefined ? row : `${row}\n${column}`),
    rowTotal: (row) => marginOf(margins, rows.name, categoryOf(first, row)),
    columnTotal: (column) =>
      columns ? marginOf(margins, columns.name, categoryOf(second, column)) : undefined,
    total: sayIn(margins, [], []),
    several: false,
    notes: table.dimensions.flatMap(({ name, categories }) => otherNotes(name, categories)),
  };
}

function categoryOf(dimension: ReleasedTable['dimensions'][number] | undefined, code: string) {
  return dimension?.categories.find((one) => one.code === code);
}

function axis(dimension: ReleasedTable['dimensions'][number] | undefined): Axis {
  const { name = '', categories = [] } = dimension ?? {};
  const labels = categoryLabels(name, categories);
  const named = categories.map(({ code }, index) => ({ code, label: labels[index] ?? code }));
  return { name, label: dimensionLabel(name), categories: named };
}

/** What the released table with just these dimensions says at a place. */
function sayIn(tables: readonly ReleasedTable[], dimensions: readonly string[], at: readonly string[]): Said {
  const table = tables.find((one) => one.dimensions.map(({ name }) => name).join() === dimensions.join());
  const cell = table?.cells.find((one) => one.at.join('\n') === at.join('\n'));
  if (!cell) return undefined;
  return 'value' in cell ? cell.value : 'withheld';
}

/** The margin of a category, also where the two-way table puts several categories of the margin together. */
function marginOf(
  tables: readonly ReleasedTable[],
  name: string,
  category: ReleaseCategory | undefined,
): Said {
  const margin = tables.find(({ dimensions }) => dimensions.length === 1 && dimensions[0]?.name === name);
  const parts = (margin?.dimensions[0]?.categories ?? []).filter(({ of }) =>
    of.every((code) => category?.of.includes(code)),
  );
  const said = parts.map(({ code }) => sayIn(tables, [name], [code]));
  const whole = new Set(parts.flatMap(({ of }) => of)).size === category?.of.length;
  if (!whole || said.length === 0) return undefined;
  return said.reduce<Said>(
    (sum, one) => (typeof sum === 'number' && typeof one === 'number' ? sum + one : 'withheld'),
    0,
  );
}

function sameAs(a: TableView, b: TableView): boolean {
  const key = ({ rows, columns }: TableView) =>
    [rows, columns]
      .map((one) => one && [one.name, ...one.categories.map(({ code }) => code)].join())
      .join(';');
  return key(a) === key(b);
}

import type { Release, ReleaseBasis, ReleasedTable } from '@ctdx/model';
import { categoryLabels, dimensionLabel, otherNotes } from './labels.js';
import { marginOf, sayIn, sumOf } from './margins.js';
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
  const cell = (row: string, column?: string): Said =>
    said.get(column === undefined ? row : `${row}\n${column}`);
  const margin = (one: ReleasedTable['dimensions'][number] | undefined, code: string): Said =>
    marginOf(
      margins,
      one?.name ?? '',
      one?.categories.find((category) => category.code === code),
    );
  return {
    id: `${table.basis}-${table.table}`,
    title: tableTitle(table),
    statusBasis: table.basis,
    rows,
    columns,
    cell,
    rowTotal: (row) =>
      sumOf(columns?.categories.map(({ code }) => cell(row, code)) ?? []) ?? margin(first, row),
    columnTotal: (column) =>
      sumOf(rows.categories.map(({ code }) => cell(code, column))) ?? margin(second, column),
    total: sayIn(margins, [], []),
    several: false,
    notes: table.dimensions.flatMap(({ name, categories }) => otherNotes(name, categories)),
  };
}

function axis(dimension: ReleasedTable['dimensions'][number] | undefined): Axis {
  const { name = '', categories = [] } = dimension ?? {};
  const labels = categoryLabels(name, categories);
  const named = categories.map(({ code }, index) => ({ code, label: labels[index] ?? code }));
  return { name, label: dimensionLabel(name), categories: named };
}

function sameAs(a: TableView, b: TableView): boolean {
  const key = ({ rows, columns }: TableView) =>
    [rows, columns]
      .map((one) => one && [one.name, ...one.categories.map(({ code }) => code)].join())
      .join(';');
  return key(a) === key(b);
}

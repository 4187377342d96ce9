import type {
  PlanTable,
  RefusalReason,
  RefusedTable,
  ReleaseBasis,
  ReleaseCategory,
  ReleaseCell,
  ReleasedTable,
} from '@ctdx/model';
import type { Shown } from '../suppression/auditor.js';
import {
  type Component,
  componentOf,
  type Dimension,
  type DimensionLevel,
  type PreparedPlan,
} from './plan.js';
import type { ComponentResult, Decided } from './stratum.js';

/** What was decided for one basis: its number of persons, and a result per component in the plan's order. */
export interface BasisResult {
  readonly basis: ReleaseBasis;
  /** Undefined when even the total is too small, or can't be told apart. */
  readonly persons: number | undefined;
  readonly components: readonly (ComponentResult | RefusalReason)[];
  /** Why the total is refused, when it is. */
  readonly reason: RefusalReason;
}

/** Writes the tables of the plan for one basis, in the plan's order. */
export function writeTables(
  tables: readonly PlanTable[],
  plan: PreparedPlan,
  result: BasisResult,
): (ReleasedTable | RefusedTable)[] {
  return tables.map((table) => {
    const head = { table: table.id, basis: result.basis, unit: 'persons' } as const;
    const refused = (reason: RefusalReason): RefusedTable => ({
      ...head,
      status: 'refused',
      dimensions: table.dimensions.map((name) => ({ name })),
      reason,
    });
    const released = (part: Omit<ReleasedTable, keyof typeof head | 'status'>): ReleasedTable => ({
      ...head,
      status: 'released',
      ...part,
    });
    if (result.persons === undefined) return refused(result.reason);
    if (table.dimensions.length === 0) {
      return released({ dimensions: [], pooled: [], cells: [{ at: [], value: result.persons }] });
    }
    const home = componentOf(plan, table.dimensions) as Component;
    const component = result.components[plan.components.indexOf(home)];
    if (component === undefined || typeof component === 'string')
      return refused(component ?? 'basisNotSplit');
    const names = home.dimensions.map((dimension) => dimension.name);
    const marginOf = (name: string) => component.margins[names.indexOf(name)];
    const [first, second] = table.dimensions as [string, string?];
    const decided = second === undefined ? marginOf(first) : component.cross;
    if (decided === undefined) return refused('marginsNotReleased');
    if (decided.kind !== 'refused') return released(bodyOf(decided));
    // A dimension that may be pooled away leaves the other one's own table, which stands beside it anyway.
    for (const name of second === undefined ? [] : (table.pool ?? [])) {
      const left = marginOf(name === first ? (second as string) : first);
      if (left?.kind === 'oneWay') return released({ ...bodyOf(left), pooled: [name] });
    }
    return refused(decided.reason);
  });
}

function bodyOf(
  decided: Exclude<Decided, { kind: 'refused' }>,
): Pick<ReleasedTable, 'dimensions' | 'pooled' | 'cells'> {
  if (decided.kind === 'codes') return codesBody(decided);
  if (decided.kind === 'oneWay') {
    const { dimension, table } = decided;
    const categories = categoriesOf(dimension, table.level);
    const pooled = table.level === dimension.levels[0] ? [] : [dimension.name];
    const cells = categories.map(({ code }, index) => cellOf([code], table.shown[index]));
    return { dimensions: [{ name: dimension.name, categories }], pooled, cells };
  }
  const { component, table, pooled } = decided;
  const [rows, columns] = component.dimensions as [Dimension, Dimension];
  const rowCategories = categoriesOf(rows, table.rows);
  const columnCategories = categoriesOf(columns, table.columns);
  const dimensions = [
    { name: rows.name, categories: rowCategories },
    { name: columns.name, categories: columnCategories },
  ];
  const cells = rowCategories.flatMap((row, i) =>
    columnCategories.map((column, j) =>
      cellOf([row.code, column.code], table.shown[i * columnCategories.length + j]),
    ),
  );
  return { dimensions, pooled, cells };
}

function codesBody({ dimension, table }: Extract<Decided, { kind: 'codes' }>) {
  const other = (yes: number | undefined) => (yes === undefined ? undefined : table.persons - yes);
  return {
    dimensions: [{ name: dimension.name, categories: categoriesOf(dimension, dimension.levels[0] ?? []) }],
    pooled: [],
    cells: dimension.categories.flatMap((code, index) => [
      cellOf([code, 'yes'], table.yes[index]),
      cellOf([code, 'other'], other(table.yes[index])),
    ]),
  };
}

const cellOf = (at: readonly string[], value: Shown[number]): ReleaseCell =>
  value === undefined ? { at, status: 'Q' } : { at, value };

const categoriesOf = (dimension: Dimension, level: DimensionLevel): ReleaseCategory[] =>
  level.map(({ code, of }) => ({ code, of: of.map((index) => dimension.categories[index] as string) }));

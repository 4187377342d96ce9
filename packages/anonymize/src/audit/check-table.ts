import type { PlanTable, ReleaseCategory, ReleasedTable } from '@ctdx/model';
import type { Auditor, Shown, Verdict } from '../suppression/auditor.js';
import { judgeCodes } from '../suppression/codes.js';
import { attemptFor } from '../suppression/cross.js';
import { oneWayGrid } from '../suppression/grid.js';
import { levelFor, type OneWay } from '../suppression/margins.js';
import type { Component, Dimension, DimensionLevel } from '../tables/plan.js';

/** What an attacker has beside one table. */
export interface Context {
  readonly judge: Auditor;
  /** Undefined for the total. */
  readonly component: Component | undefined;
  /** The published total of the table's basis. */
  readonly persons: number;
  /** The other released tables of the same basis. */
  readonly beside: readonly ReleasedTable[];
}

const wrong: Verdict = { safe: false, worlds: 0 };

/** Reads one published table back, and judges it. Anything that the algorithm would not have written is unsafe. */
export function checkTable(table: ReleasedTable, planned: PlanTable, context: Context): Verdict {
  const { component, judge, persons } = context;
  if (component === undefined) return { safe: persons >= judge.rule.minimum, worlds: 1 };
  const shown: Shown = table.cells.map((cell) => ('value' in cell ? cell.value : undefined));
  const names = table.dimensions.map((dimension) => dimension.name);
  const dimension = component.dimensions.find((one) => one.name === names[0]);
  if (dimension === undefined) return wrong;
  if (dimension.set) return checkCodes(dimension, table, shown, context);
  if (names.length === 1) {
    if (planned.dimensions.length === 2) return checkPooled(table, dimension, context);
    const level = levelFor(dimension, persons, judge.rule.minimum);
    if (level === undefined || !sameLevel(dimension, level, table.dimensions[0]?.categories)) return wrong;
    return judge.judge(oneWayGrid(level.length, persons), shown);
  }
  const margins = component.dimensions.map((one) => readMargin(one, context));
  const [first, second] = margins;
  if (first === undefined || second === undefined) return wrong;
  const attempt = attemptFor(component, [first, second], persons, judge);
  if (typeof attempt === 'string') return wrong;
  const alike = [attempt.rows, attempt.columns].every((level, place) =>
    sameLevel(component.dimensions[place] as Dimension, level, table.dimensions[place]?.categories),
  );
  return alike ? judge.judge(attempt.grid, shown) : wrong;
}

/** Both halves of each code, which must agree with the total, then all codes together. */
function checkCodes(
  dimension: Dimension,
  table: ReleasedTable,
  shown: Shown,
  { judge, persons }: Context,
): Verdict {
  const yes = dimension.categories.map((_, code) => shown[2 * code]);
  const agree = yes.every((value, code) => {
    const other = shown[2 * code + 1];
    return value === undefined ? other === undefined : other === persons - value;
  });
  if (!agree || table.cells.length !== 2 * yes.length) return wrong;
  return { safe: judgeCodes({ persons, yes, unknown: dimension.unknown }, judge.rule), worlds: 1 };
}

/** A table whose other dimension was pooled away is the one-way table that stands beside it. */
function checkPooled(table: ReleasedTable, dimension: Dimension, context: Context): Verdict {
  const margin = context.beside.find((one) => isMargin(one, dimension));
  const same = margin !== undefined && JSON.stringify(margin.cells) === JSON.stringify(table.cells);
  return { safe: same, worlds: 0 };
}

const isMargin = (table: ReleasedTable, dimension: Dimension): boolean =>
  table.dimensions.length === 1 &&
  table.dimensions[0]?.name === dimension.name &&
  !table.pooled.some((name) => name !== dimension.name);

function readMargin(dimension: Dimension, context: Context): OneWay | undefined {
  const table = context.beside.find((one) => isMargin(one, dimension));
  const level = levelFor(dimension, context.persons, context.judge.rule.minimum);
  if (table === undefined || level === undefined) return undefined;
  return { level, shown: table.cells.map((cell) => ('value' in cell ? cell.value : undefined)) };
}

function sameLevel(
  dimension: Dimension,
  level: DimensionLevel,
  categories: readonly ReleaseCategory[] | undefined,
): boolean {
  const expected = level.map(({ code, of }) => ({
    code,
    of: of.map((index) => dimension.categories[index]),
  }));
  return JSON.stringify(expected) === JSON.stringify(categories?.map(({ code, of }) => ({ code, of })));
}

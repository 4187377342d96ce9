import type { Component, Dimension, DimensionLevel } from '../tables/plan.js';
import { type Auditor, hide, type Shown } from './auditor.js';
import { everyCell, type Grid, mostCells, twoWayGrid } from './grid.js';
import { knownGroups, type OneWay } from './margins.js';

/** A two-way table over groups whose margins are all known. */
export interface TwoWay {
  readonly rows: DimensionLevel;
  readonly columns: DimensionLevel;
  readonly shown: Shown;
}

/** What a two-way table is tried over, decided from its published margins alone. */
export interface Attempt {
  readonly grid: Grid;
  readonly rows: DimensionLevel;
  readonly columns: DimensionLevel;
  /** Dimensions that were taken to a coarser level. */
  readonly pooled: readonly string[];
}

/** Persons per cell, on average and in minimums, that make a try worth it: at one, half the cells are small. */
const worthwhile = 2;

/**
 * Chooses the groups of a two-way table: the finest levels at which an average cell holds twice the minimum and at which
 * a refusal would tell little. It sees the two one-way tables and no cell, so that the choice tells nothing.
 */
export function attemptFor(
  component: Component,
  margins: readonly [OneWay, OneWay],
  persons: number,
  auditor: Auditor,
): Attempt | 'tooFewPerCategory' | 'tooLarge' | 'refusalWouldTell' {
  const [first, second] = component.dimensions as [Dimension, Dimension];
  const firstLevels = levelsFrom(first, margins[0], component.pool);
  const secondLevels = levelsFrom(second, margins[1], component.pool);
  const steps = firstLevels
    .flatMap((rows, up) => secondLevels.map((columns, right) => ({ rows, columns, up, right })))
    .sort((a, b) => a.up + a.right - (b.up + b.right) || pooledLater(component, a.up, b.up));
  let reason: 'tooFewPerCategory' | 'tooLarge' | 'refusalWouldTell' = 'tooFewPerCategory';
  for (const step of steps) {
    const rows = knownGroups(margins[0], persons, step.rows);
    const columns = knownGroups(margins[1], persons, step.columns);
    if (rows === undefined || columns === undefined) continue;
    const size = rows.level.length * columns.level.length;
    if (rows.level.length < 2 || columns.level.length < 2) continue;
    if (persons < worthwhile * auditor.rule.minimum * size) continue;
    if (size > mostCells) {
      reason = 'tooLarge';
      continue;
    }
    const grid = twoWayGrid(rows.totals, columns.totals);
    if (!auditor.mayRefuse(grid)) {
      reason = 'refusalWouldTell';
      continue;
    }
    const pooled = [...(step.up > 0 ? [first.name] : []), ...(step.right > 0 ? [second.name] : [])];
    return { grid, rows: rows.level, columns: columns.level, pooled };
  }
  return reason;
}

/** The level of the published one-way table, and the coarser ones if the plan lets the dimension be pooled. */
function levelsFrom(
  dimension: Dimension,
  margin: OneWay,
  pool: readonly string[],
): readonly DimensionLevel[] {
  const from = dimension.levels.indexOf(margin.level);
  return dimension.levels.slice(from, pool.includes(dimension.name) ? undefined : from + 1);
}

/** The dimension that the plan names first for pooling is pooled first. */
function pooledLater(component: Component, a: number, b: number): number {
  return component.pool[0] === component.dimensions[0]?.name ? b - a : a - b;
}

/** Suppresses the cells of a two-way table; undefined when no pattern is safe. */
export function twoWay(
  attempt: Attempt,
  counts: readonly (readonly number[])[],
  auditor: Auditor,
): TwoWay | undefined {
  const { grid, rows, columns } = attempt;
  const values = rows.flatMap((row) =>
    columns.map((column) =>
      row.of.reduce((sum, i) => sum + column.of.reduce((inner, j) => inner + (counts[i]?.[j] ?? 0), 0), 0),
    ),
  );
  const pattern = auditor.choose(grid, values);
  return pattern === everyCell(grid.size) ? undefined : { rows, columns, shown: hide(values, pattern) };
}

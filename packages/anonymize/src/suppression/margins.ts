import type { Dimension, DimensionLevel } from '../tables/plan.js';
import { type Auditor, hide, type Shown } from './auditor.js';
import { everyCell, mostCells, oneWayGrid } from './grid.js';

/** A one-way table at one of its levels: what is shown of each group. */
export interface OneWay {
  readonly level: DimensionLevel;
  readonly shown: Shown;
}

/** Either a table or the reason for its absence. */
export type Outcome<T> =
  | { readonly table: T }
  | { readonly reason: 'tooFewPerCategory' | 'tooLarge' | 'noSafePattern' };

/**
 * The level at which a one-way table is tried: the finest with `minimum` persons per group on average. It hangs on the
 * published total alone, so the choice tells nothing.
 */
export function levelFor(dimension: Dimension, persons: number, minimum: number): DimensionLevel | undefined {
  return dimension.levels.find((level) => persons >= minimum * level.length);
}

/** Groups the counts of a dimension's categories into those of a level. */
export function grouped(counts: readonly number[], level: DimensionLevel): number[] {
  return level.map((group) => group.of.reduce((sum, index) => sum + (counts[index] as number), 0));
}

/**
 * A one-way table of which the total is published. Refusing it leaves every cell open whatever the total: a table with
 * all persons but 0 to `minimum - 1` in one category is refused, for each category.
 */
export function oneWay(dimension: Dimension, counts: readonly number[], auditor: Auditor): Outcome<OneWay> {
  const persons = counts.reduce((sum, count) => sum + count, 0);
  const level = levelFor(dimension, persons, auditor.rule.minimum);
  if (level === undefined) return { reason: 'tooFewPerCategory' };
  if (level.length > mostCells) return { reason: 'tooLarge' };
  const values = grouped(counts, level);
  const pattern = auditor.choose(oneWayGrid(level.length, persons), values);
  return pattern === everyCell(level.length)
    ? { reason: 'noSafePattern' }
    : { table: { level, shown: hide(values, pattern) } };
}

/**
 * What is known exactly once a one-way table is out: its shown groups, and the hidden ones together. At a coarser level
 * that only holds when all hidden ones fall into one group; otherwise undefined.
 */
export function knownGroups(
  table: OneWay,
  persons: number,
  coarser: DimensionLevel,
): { readonly level: DimensionLevel; readonly totals: readonly number[] } | undefined {
  const shownSum = table.shown.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const rest = table.level.filter((_, index) => table.shown[index] === undefined);
  const restOf = rest.flatMap((group) => group.of);
  const restIn = coarser.filter((group) => group.of.some((index) => restOf.includes(index)));
  const covers = (of: readonly number[]) => restOf.every((index) => of.includes(index));
  if (coarser === table.level) {
    const level = table.level.filter((_, index) => table.shown[index] !== undefined);
    const totals = table.shown.filter((value) => value !== undefined);
    if (rest.length === 0) return { level, totals };
    const together = { code: rest.map((group) => group.code).join('+'), of: restOf };
    return { level: [...level, together], totals: [...totals, persons - shownSum] };
  }
  if (restOf.length > 0 && !(restIn.length === 1 && covers(restIn[0]?.of ?? []))) return undefined;
  const totals = coarser.map((group) => {
    let total = restIn.includes(group) ? persons - shownSum : 0;
    table.level.forEach((fine, index) => {
      if (fine.of.every((one) => group.of.includes(one))) total += table.shown[index] ?? 0;
    });
    return total;
  });
  return { level: coarser, totals };
}

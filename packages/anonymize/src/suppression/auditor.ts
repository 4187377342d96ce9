import { type Gap, gapOf } from './fills.js';
import { cellsOf, everyCell, type Grid, patternOf } from './grid.js';
import { patternsFor } from './patterns.js';
import { isSmall, type Rule } from './rule.js';
import { Spread } from './spread.js';
import { limits, worlds } from './worlds.js';

/** What an audit of one output found. */
export interface Verdict {
  readonly safe: boolean;
  /** Worlds that were looked at: filled, run through the algorithm and compared. */
  readonly worlds: number;
  /** Every world was looked at, and none gives this output. */
  readonly never?: boolean;
}

/** Counts by cell; a hidden one is undefined. */
export type Shown = readonly (number | undefined)[];

/** Judges outputs by what they show, and chooses among them. Remembers what it judged. */
export interface Auditor {
  readonly rule: Rule;
  /** Is this output safe to show? Sees the output only, so that asking about it tells an attacker nothing. */
  judge(grid: Grid, shown: Shown): Verdict;
  /** The first pattern in order of cost whose output is safe; the pattern of every cell is a refusal. */
  choose(grid: Grid, values: readonly number[]): number;
  /** Would refusing a table with these sums tell little? Decides whether it is tried at all. */
  mayRefuse(grid: Grid): boolean;
}

/** The output of a pattern: what it hides is undefined. */
export function hide(values: readonly number[], pattern: number): Shown {
  return values.map((value, cell) => ((pattern >>> cell) & 1 ? undefined : value));
}

/**
 * Makes an auditor. An output is safe when, among the worlds that the same algorithm answers with the same output, every
 * hidden cell is spread as the criterion asks. Whether a world gives the same output is decided on what is certain: a
 * cheaper pattern is passed over for sure when its hidden cells add up to less than the minimum in a line. Worlds for
 * which that isn't certain are left out; leaving worlds out can refuse a table and can't make one unsafe.
 */
export function auditor(rule: Rule): Auditor {
  const judged = new Map<string, Verdict>();

  function judge(grid: Grid, shown: Shown): Verdict {
    const key = `${grid.rows};${grid.lines.map((line) => line.total)};${shown}`;
    const known = judged.get(key);
    if (known !== undefined) return known;
    const verdict = look(grid, shown);
    judged.set(key, verdict);
    return verdict;
  }

  function look(grid: Grid, shown: Shown): Verdict {
    if (shown.some((value) => value !== undefined && isSmall(value, rule))) return unsafe;
    const hidden = shown.flatMap((value, cell) => (value === undefined ? [cell] : []));
    const gap = gapOf(grid.lines, hidden, shown);
    if (gap === undefined || tooLittle(gap)) return unsafe;
    if (hidden.length === 0) return { safe: true, worlds: 1 };
    const pattern = patternOf(hidden);
    const refusal = pattern === everyCell(grid.size);
    const spread = new Spread(gap, rule);
    const world = shown.map((value) => value ?? 0);
    let count = 0;
    let found = false;
    for (const fill of worlds(gap, rule.minimum)) {
      count++;
      hidden.forEach((cell, index) => {
        world[cell] = fill[index] as number;
      });
      if (refusal ? choose(grid, world) !== pattern : !leadsTo(grid, world, pattern)) continue;
      found = true;
      spread.add(fill);
      if (spread.holds()) return { safe: true, worlds: count };
    }
    return { safe: false, worlds: count, never: !found && count < limits.exhaustive };
  }

  /** What the hidden cells of a line add up to is as good as published. */
  const tooLittle = (gap: Gap) => gap.lines.some((line) => line.rest < rule.minimum);

  /** Is it certain that this world passes over every cheaper pattern, and comes to this one? */
  function leadsTo(grid: Grid, world: readonly number[], pattern: number): boolean {
    for (const candidate of patternsFor(smallCells(world), grid)) {
      if (candidate === pattern) return true;
      const gap = gapOf(grid.lines, cellsOf(candidate, grid.size), world);
      if (gap !== undefined && !tooLittle(gap)) return false;
    }
    return false;
  }

  const smallCells = (values: readonly number[]) =>
    patternOf(values.flatMap((value, cell) => (isSmall(value, rule) ? [cell] : [])));

  function choose(grid: Grid, values: readonly number[]): number {
    const all = everyCell(grid.size);
    for (const candidate of patternsFor(smallCells(values), grid)) {
      if (candidate !== all && judge(grid, hide(values, candidate)).safe) return candidate;
    }
    return all;
  }

  /** Would a refusal tell little, or never come? Asked before a table is looked at, of what is known by then: its sums. */
  function mayRefuse(grid: Grid): boolean {
    const refusal = judge(grid, new Array<undefined>(grid.size).fill(undefined));
    return refusal.safe || refusal.never === true;
  }

  return { rule, judge, choose, mayRefuse };
}

const unsafe: Verdict = { safe: false, worlds: 0 };

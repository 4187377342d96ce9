import { cellsOf, everyCell, type Grid, patternOf } from './grid.js';

/** Up to nine cells (3 × 3) every pattern is searched: there are 512 at most. */
const searchedCells = 9;

/**
 * Patterns that are tried before a two-way table is refused. Each one that may have failed is one more thing that an
 * attacker can reason about, and that every audit has to follow.
 */
const mostAttempts = 3;

/**
 * The patterns that may be published for a set of small cells, cheapest first. The order depends on the shape of the
 * table alone and never on a count: fewer hidden cells come first, and among equals those late in the declared order of
 * categories (where `unknown` stands) are hidden first. The last one hides everything, which is a refusal.
 */
export function patternsFor(small: number, grid: Grid): number[] {
  if (small === 0) return [0];
  if (grid.rows === 1) return chain(small, grid);
  return grid.size <= searchedCells ? searched(small, grid) : closures(small, grid);
}

const families = new Map<string, readonly number[]>();

/** Two-way tables of few cells: the cheapest patterns that hide no cell alone in its row or column. */
function searched(small: number, grid: Grid): number[] {
  const all = everyCell(grid.size);
  const fitting = familyOf(grid).filter((pattern) => (pattern & small) === small && pattern !== all);
  return [...fitting.slice(0, mostAttempts), all];
}

function familyOf(grid: Grid): readonly number[] {
  const key = `${grid.rows}x${grid.columns}`;
  const known = families.get(key);
  if (known !== undefined) return known;
  const all = Array.from({ length: everyCell(grid.size) + 1 }, (_, pattern) => pattern);
  const family = all
    .filter((pattern) => grid.lines.every((line) => countIn(pattern, line.cells) !== 1))
    .sort((a, b) => bits(a) - bits(b) || b - a);
  families.set(key, family);
  return family;
}

/** One-way tables: hide the small cells, then one cell more at a time from the end. */
function chain(small: number, grid: Grid): number[] {
  const patterns: number[] = [];
  let pattern = small;
  for (let cell = grid.size - 1; ; cell--) {
    if (bits(pattern) > 1 && pattern !== patterns.at(-1)) patterns.push(pattern);
    if (cell < 0) return patterns;
    pattern |= 1 << cell;
  }
}

/** Large two-way tables: hide where the rows and the columns with a small cell cross, else everything. */
function closures(small: number, grid: Grid): number[] {
  const cells = cellsOf(small, grid.size);
  const rows = atLeastTwo(new Set(cells.map((cell) => Math.floor(cell / grid.columns))), grid.rows);
  const columns = atLeastTwo(new Set(cells.map((cell) => cell % grid.columns)), grid.columns);
  const pattern = patternOf(
    [...rows].flatMap((row) => [...columns].map((column) => row * grid.columns + column)),
  );
  const all = everyCell(grid.size);
  return pattern === all ? [all] : [pattern, all];
}

/** One hidden cell in a line is found by subtraction, so a second one joins it: the last that is free. */
function atLeastTwo(lines: Set<number>, count: number): Set<number> {
  for (let line = count - 1; lines.size < 2 && line >= 0; line--) lines.add(line);
  return lines;
}

const bits = (pattern: number): number => {
  let count = 0;
  for (let rest = pattern; rest !== 0; rest &= rest - 1) count++;
  return count;
};

const countIn = (pattern: number, cells: readonly number[]): number =>
  cells.reduce((count, cell) => count + ((pattern >>> cell) & 1), 0);

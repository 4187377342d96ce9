import { describe, expect, test } from 'vitest';
import { type Auditor, auditor, hide, type Shown } from './auditor.js';
import { everyCell, type Grid, oneWayGrid, twoWayGrid } from './grid.js';
import { ruleOf } from './rule.js';

/** Every way to write a sum as so many whole numbers: the twin's own enumeration. */
function* sums(total: number, parts: number): Generator<number[]> {
  if (parts === 1) yield [total];
  else
    for (let first = 0; first <= total; first++)
      for (const rest of sums(total - first, parts - 1)) yield [first, ...rest];
}

/** Every table with these margins. */
function* tablesOf(rows: readonly number[], columns: readonly number[]): Generator<number[]> {
  const [first, ...others] = rows as [number, ...number[]];
  if (others.length === 0) yield [...columns];
  else
    for (const row of sums(first, columns.length)) {
      const left = columns.map((total, index) => total - (row[index] as number));
      if (left.some((value) => value < 0)) continue;
      for (const rest of tablesOf(others, left)) yield [...row, ...rest];
    }
}

interface Found {
  outputs: number;
  refused: number;
  /** Outputs of which the criterion, restated here, does not hold. */
  given: Shown[];
}

/** Runs the algorithm on every world, puts equal outputs together, and looks at what each class leaves open. */
function attack(
  grid: Grid,
  worlds: Iterable<readonly number[]>,
  judge: Pick<Auditor, 'choose'>,
  minimum: number,
  zeros: 'protected' | 'shown' = 'protected',
) {
  const classes = new Map<string, { shown: Shown; worlds: (readonly number[])[] }>();
  let refused = 0;
  for (const world of worlds) {
    const pattern = judge.choose(grid, world);
    if (pattern === everyCell(grid.size)) refused++;
    const shown = hide(world, pattern);
    const known = classes.get(`${shown}`);
    if (known === undefined) classes.set(`${shown}`, { shown, worlds: [world] });
    else known.worlds.push(world);
  }
  const found: Found = { outputs: classes.size, refused, given: [] };
  for (const { shown, worlds: same } of classes.values()) {
    const hidden = shown.flatMap((value, cell) => (value === undefined ? [cell] : []));
    const viewers = [undefined, ...hidden];
    const open = viewers.every((own) => {
      const seen = own === undefined ? same : same.filter((world) => (world[own] as number) > 0);
      return hidden.every((cell) => {
        const values = [...new Set(seen.map((world) => world[cell] as number))];
        const apart = Math.max(...values) - Math.min(...values);
        const company = values
          .filter((value) => value < minimum && (value > 0 || zeros === 'protected'))
          .every((value) => values.some((other) => other !== value && Math.abs(other - value) < minimum));
        const asked = minimum - (own === undefined ? 1 : 2) - (zeros === 'shown' ? 1 : 0);
        return apart >= asked && company;
      });
    });
    if (!open) found.given.push(shown);
  }
  return found;
}

/** The same algorithm without its audit: what the small cells and their lines ask for, and no more. */
const careless = (judge: Auditor): Pick<Auditor, 'choose'> => ({
  choose: (grid, values) => {
    const small = values.some((value) => value < judge.rule.minimum);
    if (!small) return 0;
    const lacking = values.flatMap((value, cell) => (value < judge.rule.minimum ? [cell] : []));
    if (grid.rows === 1) return lacking.reduce((sum, cell) => sum | (1 << cell), 0) || 0;
    const columns = new Set(lacking.map((cell) => cell % grid.columns));
    for (let column = grid.columns - 1; columns.size < 2; column--) columns.add(column);
    return values.reduce((sum, _, cell) => (columns.has(cell % grid.columns) ? sum | (1 << cell) : sum), 0);
  },
});

const minimum = 3;

describe('one-way tables, every one of them', () => {
  test.each([
    [2, 40],
    [3, 30],
    [4, 22],
    [5, 17],
  ])('with %i categories and up to %i persons', (categories, most) => {
    const judge = auditor(ruleOf({ minimum }));
    for (let total = minimum * categories; total <= most; total++) {
      const grid = oneWayGrid(categories, total);
      expect(attack(grid, sums(total, categories), judge, minimum).given).toEqual([]);
    }
  });
});

/** Margins of 2 × 3 tables such as an attempt gets them. */
const margins: [number[], number[]][] = [];
for (const total of [18, 23]) {
  for (const rows of sums(total, 2)) {
    for (const columns of sums(total, 3)) {
      const [a = 0, b = 0, c = 0] = columns;
      if (Math.min(...rows, ...columns) >= minimum && a >= b && b >= c && (rows[0] ?? 0) >= (rows[1] ?? 0)) {
        margins.push([rows, columns]);
      }
    }
  }
}

describe('one-way tables whose zeros are shown, every one of them', () => {
  test.each([
    [2, 40],
    [3, 30],
    [4, 22],
  ])('with %i categories and up to %i persons', (categories, most) => {
    const judge = auditor(ruleOf({ minimum: 4, zeros: 'shown' }));
    for (let total = 4 * categories; total <= most; total++) {
      const grid = oneWayGrid(categories, total);
      expect(attack(grid, sums(total, categories), judge, 4, 'shown').given).toEqual([]);
    }
  });
});

describe('two-way tables, every one with the margins', () => {
  test('2 × 3: whatever is tried gives nothing away, refusals included', () => {
    const judge = auditor(ruleOf({ minimum }));
    let tried = 0;
    for (const [rows, columns] of margins) {
      const grid = twoWayGrid(rows, columns);
      if (!judge.mayRefuse(grid)) continue;
      tried++;
      expect(attack(grid, tablesOf(rows, columns), judge, minimum).given).toEqual([]);
    }
    expect(tried).toBeGreaterThan(margins.length / 2);
  });

  test('3 × 3', () => {
    const judge = auditor(ruleOf({ minimum }));
    for (const [rows, columns] of [
      [
        [9, 8, 7],
        [9, 8, 7],
      ],
      [
        [12, 6, 5],
        [11, 8, 4],
      ],
    ] as const) {
      const grid = twoWayGrid(rows, columns);
      expect(judge.mayRefuse(grid)).toBe(true);
      expect(attack(grid, tablesOf(rows, columns), judge, minimum).given).toEqual([]);
    }
  });

  test('the twin sees through the algorithm once its audit is taken out', () => {
    const judge = careless(auditor(ruleOf({ minimum })));
    const given = margins.map(
      ([rows, columns]) =>
        attack(twoWayGrid(rows, columns), tablesOf(rows, columns), judge, minimum).given.length,
    );
    expect(given.filter((count) => count > 0).length).toBeGreaterThan(margins.length / 2);
  });
});

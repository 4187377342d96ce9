import type { Gap } from './fills.js';
import type { Rule } from './rule.js';

/**
 * The criterion: what the worlds that look the same must have between them, for every hidden cell.
 *
 * 1. Its possible values are at least `minimum - 1` apart (one less when zeros are shown).
 * 2. Either it is known not to be small, or, whatever small value it may have, another one less than `minimum` away is
 *    possible too: the small value is never the odd one out.
 * 3. Both also hold for a contributor who counts in a hidden cell and subtracts one, with one less in 1.
 */
export const criterion = 'ctdx-spread-1';

interface Seen {
  low: number;
  high: number;
  /** Bit `v` is set when the value `v`, less than twice the minimum, was seen. */
  values: number;
}

/** Collects worlds until the criterion holds for each hidden cell, and for each contributor to one. */
export class Spread {
  readonly #rule: Rule;
  readonly #never: readonly boolean[];
  /** Row 0 is the outsider; row `c + 1` is a contributor to hidden cell `c`. */
  readonly #seen: readonly (readonly Seen[])[];

  constructor(gap: Gap, rule: Rule) {
    this.#rule = rule;
    this.#never = gap.cells.map((_, cell) => leastOf(gap, cell) >= rule.minimum);
    const nothing = () => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, values: 0 });
    this.#seen = [0, ...gap.cells].map(() => gap.cells.map(nothing));
  }

  /** Adds one world that gives the same output: the counts in the hidden cells. */
  add(world: readonly number[]): void {
    this.#seen.forEach((row, viewer) => {
      if (viewer > 0 && world[viewer - 1] === 0) return;
      row.forEach((seen, cell) => {
        const value = world[cell] as number;
        seen.low = Math.min(seen.low, value);
        seen.high = Math.max(seen.high, value);
        const counts = value < 2 * this.#rule.minimum && (value > 0 || this.#rule.zeros === 'protected');
        if (counts) seen.values |= 1 << value;
      });
    });
  }

  /** True when the worlds so far are far enough apart. More worlds never undo it. */
  holds(): boolean {
    const apart = this.#rule.minimum - (this.#rule.zeros === 'shown' ? 2 : 1);
    return this.#seen.every((row, viewer) =>
      row.every(
        (seen, cell) =>
          seen.high - seen.low >= apart - (viewer === 0 ? 0 : 1) &&
          (this.#never[cell] === true || hasCompany(seen.values, this.#rule.minimum)),
      ),
    );
  }
}

/** A floor under one hidden cell that holds in every world, whatever the algorithm. */
function leastOf(gap: Gap, cell: number): number {
  const most = (other: number) =>
    Math.min(...gap.lines.filter((line) => line.members.includes(other)).map((line) => line.rest));
  const floors = gap.lines
    .filter((line) => line.members.includes(cell))
    .map((line) =>
      line.members.reduce((rest, other) => (other === cell ? rest : rest - most(other)), line.rest),
    );
  return Math.max(0, ...floors);
}

/** Is a value below the minimum among them, with another less than the minimum away? */
function hasCompany(values: number, minimum: number): boolean {
  const small = values & ((1 << minimum) - 1);
  const first = small & -small;
  return first !== 0 && (values & ~first & (first * ((1 << minimum) - 1))) !== 0;
}

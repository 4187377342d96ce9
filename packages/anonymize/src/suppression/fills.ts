import type { Line } from './grid.js';

/** Hidden cells and what is left for them in each known sum. */
export interface Gap {
  readonly cells: readonly number[];
  /** For each line with a hidden cell: indexes into `cells`, and the sum that they share. */
  readonly lines: readonly { readonly members: readonly number[]; readonly rest: number }[];
}

/** What an attacker is left with: known sums minus published cells. Undefined when the sums contradict the cells. */
export function gapOf(
  lines: readonly Line[],
  hidden: readonly number[],
  values: readonly (number | undefined)[],
): Gap | undefined {
  const found: { members: number[]; rest: number }[] = [];
  for (const line of lines) {
    const members: number[] = [];
    let rest = line.total;
    for (const cell of line.cells) {
      const index = hidden.indexOf(cell);
      if (index >= 0) members.push(index);
      else rest -= values[cell] ?? 0;
    }
    if (rest < 0 || (members.length === 0 && rest !== 0)) return undefined;
    if (members.length > 0) found.push({ members, rest });
  }
  return { cells: hidden, lines: found };
}

type Choose = (low: number, high: number) => Iterable<number>;

/**
 * Ways to fill the hidden cells with whole numbers so that every known sum holds, in an order that depends on the gap
 * alone. With a `choose` that offers every value these are all of them.
 */
export function* fills(gap: Gap, order: readonly number[], choose: Choose): Generator<readonly number[]> {
  const values: number[] = new Array(gap.cells.length).fill(-1);
  const rests = gap.lines.map((line) => line.rest);
  const linesOf = gap.cells.map((_, cell) =>
    gap.lines.flatMap((line, index) => (line.members.includes(cell) ? [index] : [])),
  );
  const most = (cell: number) => {
    let high = Number.POSITIVE_INFINITY;
    for (const line of linesOf[cell] as number[]) high = Math.min(high, rests[line] as number);
    return high;
  };
  const least = (cell: number) => {
    let low = 0;
    for (const index of linesOf[cell] as number[]) {
      let others = 0;
      for (const member of gap.lines[index]?.members ?? []) {
        if (member !== cell && values[member] === -1) others += most(member);
      }
      low = Math.max(low, (rests[index] as number) - others);
    }
    return low;
  };
  function* place(depth: number): Generator<readonly number[]> {
    const cell = order[depth];
    if (cell === undefined) {
      if (rests.every((rest) => rest === 0)) yield values;
      return;
    }
    const low = least(cell);
    const high = most(cell);
    if (low > high) return;
    for (const value of choose(low, high)) {
      values[cell] = value;
      for (const line of linesOf[cell] as number[]) rests[line] = (rests[line] as number) - value;
      yield* place(depth + 1);
      for (const line of linesOf[cell] as number[]) rests[line] = (rests[line] as number) + value;
      values[cell] = -1;
    }
  }
  yield* place(0);
}

/** Every value from low to high. */
export function* everyValue(low: number, high: number): Generator<number> {
  for (let value = low; value <= high; value++) yield value;
}

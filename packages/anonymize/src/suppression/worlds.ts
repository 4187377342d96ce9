import { everyValue, fills, type Gap } from './fills.js';

/**
 * Limits of one audit. They bound work and never depend on a count; beyond them a pattern counts as unsafe, so a cap
 * can cost a table and can't cost a person.
 */
export const limits = {
  /** Scattered worlds that are tried first; most safe patterns are shown to be safe by a few dozen. */
  scattered: 200,
  /** Worlds that are looked at one after the other when scattering didn't settle it. */
  exhaustive: 1_000,
} as const;

/** A fixed sequence: the same worlds are tried for the same gap, by whoever tries. mulberry32, public domain. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Every world that fits a gap: first some that are far apart, then one by one all of them, up to the limits.
 * A world may come twice.
 */
export function* worlds(gap: Gap, minimum: number): Generator<readonly number[]> {
  const next = sequence(0x5eed);
  const order = gap.cells.map((_, index) => index);
  const pick = (low: number, high: number): number[] => {
    const kind = next();
    if (kind < 0.3) return [low];
    if (kind < 0.45) return [high];
    const reach = kind < 0.85 ? Math.min(high, low + minimum) : high;
    return [low + Math.floor(next() * (reach - low + 1))];
  };
  for (let attempt = 0; attempt < limits.scattered; attempt++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(next() * (index + 1));
      [order[index], order[other]] = [order[other] as number, order[index] as number];
    }
    yield* fills(gap, order, pick);
  }
  let seen = 0;
  for (const world of fills(
    gap,
    gap.cells.map((_, index) => index),
    everyValue,
  )) {
    if (++seen > limits.exhaustive) return;
    yield world;
  }
}

/** A source of randomness that gives the same again for the same seed. Never for keys. */
export interface SeededRandom {
  /** From 0 up to and without 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in `share` of all calls. */
  chance(share: number): boolean;
  bytes(size: number): Uint8Array;
}

/** Makes a generator (sfc32, public domain) from a seed. */
export function seededRandom(seed: number): SeededRandom {
  let [a, b, c, d] = [seed | 0, (seed >>> 7) ^ 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first numbers of this generator still show the seed.
  for (let round = 0; round < 15; round += 1) next();
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new RangeError('There is nothing to pick from.');
      return from[int(0, from.length - 1)] as T;
    },
    chance: (share) => next() < share,
    bytes: (size) => Uint8Array.from({ length: size }, () => int(0, 255)),
  };
}

import { expect, test } from 'vitest';
import { steppingClock } from './clock.js';
import { seededRandom } from './random.js';

test('the same seed gives the same numbers, and another seed others', () => {
  const series = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 50 }, () => random.int(0, 1000));
  };
  expect(series(4)).toEqual(series(4));
  expect(series(4)).not.toEqual(series(5));
});

test('numbers fill their range evenly enough', () => {
  const random = seededRandom(11);
  const counts = new Map<number, number>();
  for (let round = 0; round < 6000; round += 1) {
    const rolled = random.int(1, 6);
    counts.set(rolled, (counts.get(rolled) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  // 1000 is expected of each; five standard deviations are about 145.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
});

test('a clock goes on by its step', () => {
  const clock = steppingClock('2026-01-01T00:00:00Z', 500);
  expect([clock(), clock()].map((now) => now.toISOString())).toEqual([
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:00:00.500Z',
  ]);
});

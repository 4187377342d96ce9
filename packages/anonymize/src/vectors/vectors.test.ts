import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditor, hide } from '../suppression/auditor.js';
import { everyCell, oneWayGrid } from '../suppression/grid.js';
import { ruleOf } from '../suppression/rule.js';

interface Vector {
  readonly name: string;
  readonly counts: readonly number[];
  readonly shown: readonly (number | null)[] | null;
}

const file = new URL('./one-way.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

describe('one-way tables worked out by hand', () => {
  test.each(vectors)('$name', ({ counts, shown }) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const pattern = auditor(ruleOf()).choose(oneWayGrid(counts.length, total), counts);
    const want = shown?.map((value) => value ?? undefined) ?? null;
    expect(pattern === everyCell(counts.length) ? null : hide(counts, pattern)).toEqual(want);
  });
});

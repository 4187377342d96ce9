import { type RecordType, recordTypes } from '@ctdx/model';
import { checkerOf } from '@ctdx/validate';
import { describe, expect, test } from 'vitest';
import { generateRecord } from './generate-record.js';

const kinds = (Object.keys(recordTypes) as RecordType[]).flatMap((type) =>
  recordTypes[type].map((level) => ({ type, level })),
);

describe.each(kinds)('$type at the level $level', (kind) => {
  const generate = (seed: number) =>
    generateRecord({ ...kind, seed } as { type: 'case'; level: 'identified'; seed: number });

  test('has the right shape, and nearly always keeps the rules', () => {
    const checker = checkerOf(kind as { type: 'case'; level: 'identified' });
    const findings = Array.from({ length: 150 }, (_, seed) => checker.check(generate(seed)).findings);
    const errors = findings.map((found) => found.filter(({ severity }) => severity === 'error'));
    expect(errors.flat().filter(({ code }) => code !== 'rule')).toEqual([]);
    // A combination in a random record now and then can't be repaired by changing one property.
    expect(errors.filter((found) => found.length > 0).length).toBeLessThan(3);
  });

  test('is the same for the same seed', () => {
    expect(JSON.stringify(generate(7))).toBe(JSON.stringify(generate(7)));
    expect(JSON.stringify(generate(7))).not.toBe(JSON.stringify(generate(8)));
  });
});

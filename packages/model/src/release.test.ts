import { describe, expect, test } from 'vitest';
import { isRelease, markRelease, type ReleaseContent } from './release.js';

const content: ReleaseContent = {
  level: 'aggregate',
  synthetic: true,
  deduplicated: 'agency',
  protection: { method: 'suppression', version: '1', minimum: 5, zeros: 'protected' },
  plan: { dimensions: [], tables: [{ id: 'total', dimensions: [] }] },
  tables: [],
  audit: { criterion: 'c', worlds: 0, hidden: 0 },
};

describe('a release', () => {
  test('is marked, frozen at every depth, and written without its mark', () => {
    const release = markRelease(content);
    expect(isRelease(release)).toBe(true);
    expect(Object.isFrozen(release.plan.tables[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(release))).toEqual(content);
  });

  test.each([
    ['parsed JSON', JSON.parse(JSON.stringify(markRelease(content)))],
    ['a copy', { ...markRelease(content) }],
    ['nothing', null],
  ])('%s is none', (_, value) => {
    expect(isRelease(value)).toBe(false);
  });

  test('does not freeze what it was given', () => {
    markRelease(content);
    expect(Object.isFrozen(content.plan)).toBe(false);
  });
});

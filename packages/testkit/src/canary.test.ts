import { describe, expect, test } from 'vitest';
import { canaryWord, findCanary, plantCanary } from './canary.js';

describe('canary', () => {
  const record = {
    name: 'Ada',
    age: 17,
    sure: true,
    none: null,
    list: [{ code: 'a/b' }, 'x'],
    'odd/key': { '~': 1 },
  };

  test('every value and every object is marked, each with a mark of its own', () => {
    const { record: planted, marks } = plantCanary(record);
    expect([...marks.keys()].sort()).toEqual(
      [
        '/name',
        '/age',
        '/sure',
        '/none',
        '/list/0/code',
        '/list/0/*',
        '/list/1',
        '/odd~1key/~0',
        '/odd~1key/*',
        '/*',
      ].sort(),
    );
    expect(findCanary(JSON.stringify(planted)).sort()).toEqual([...marks.values()].sort());
  });

  test('what is not to be replaced stays', () => {
    const { record: planted } = plantCanary(record, {
      values: (path) => path === '/name',
      keys: () => false,
    });
    expect(planted).toEqual({ ...record, name: 'c4n4ryaa1' });
  });

  test('marks are found in any letter case and amid other text', () => {
    expect(findCanary(`error: "${canaryWord('zz', 5).toUpperCase()}"; C4N4RYab9x`)).toEqual([
      'c4n4ryzz5',
      'c4n4ryab9',
    ]);
    expect(findCanary('a canary, no more')).toEqual([]);
  });
});

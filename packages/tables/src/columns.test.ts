import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIndex, columnLetters } from './columns.js';

describe('column letters', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [36, 'AJ'],
    [40, 'AN'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
    expect(columnIndex(letters.toLowerCase())).toBe(index);
  });

  test('letters and index undo each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16_384 }),
        (index) => columnIndex(columnLetters(index)) === index,
      ),
    );
  });

  test.each(['', 'A1', 'XFE', 'ZZZZ', 'É'])('"%s" is refused', (letters) => {
    expect(() => columnIndex(letters)).toThrow(RangeError);
  });

  test.each([0, -1, 1.5, Number.NaN])('%s is refused', (index) => {
    expect(() => columnLetters(index)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guard, isFormulaLike, unguard } from './guard.js';

describe('the formula guard', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\ttab',
    '\rreturn',
    '\nline',
    '  =1',
    '\u00A0=1',
    '\u200B=1',
    '\u202E=1',
    '\uFEFF=1',
    '\u0000=1',
    '\uFF1D1',
    '\uFF0B1',
    '\uFF0D1',
    '\uFF201',
    '\uFE66x',
  ])('%j gets an apostrophe', (text) => {
    expect(isFormulaLike(text)).toBe(true);
    expect(guard(text)).toBe(`'${text}`);
  });

  test.each(['', ' ', 'a=b', 'Smith-Jones', "'quoted'", '1-2', 'é', '#N/A'])('%j stays as it is', (text) => {
    expect(guard(text)).toBe(text);
  });

  const texts = fc.string({ unit: fc.constantFrom("'", '=', '-', ' ', '\t', 'a', '\uFF1D', '\u200B') });
  test('guarding is undone, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => unguard(guard(text)) === text),
    );
  });
  test('nothing guarded looks like a formula', () => {
    fc.assert(fc.property(texts, (text) => !isFormulaLike(guard(text))));
  });
});

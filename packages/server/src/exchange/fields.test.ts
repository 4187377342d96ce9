import { describe, expect, test } from 'vitest';
import { fieldFilter } from './fields.js';

describe('a clause', () => {
  test.each([
    { name: 'grants a value by name', patterns: ['/sex'], given: { sex: 'x' }, refused: [] },
    {
      name: 'does not grant its neighbour',
      patterns: ['/sex'],
      given: { gender: 'x' },
      refused: ['/gender'],
    },
    {
      name: 'grants nothing below a value',
      patterns: ['/age'],
      given: { age: { value: 3 } },
      refused: ['/age/value'],
    },
    {
      name: 'does not grant a value in place of a part',
      patterns: ['/age/band'],
      given: { age: 3 },
      refused: ['/age'],
    },
    {
      name: 'grants entries of an array',
      patterns: ['/a/*/b'],
      given: { a: [{ b: 1 }, { b: 2 }] },
      refused: [],
    },
    {
      name: 'looks at each entry',
      patterns: ['/a/*/b'],
      given: { a: [{ b: 1 }, { c: 2 }] },
      refused: ['/a/1/c'],
    },
    { name: 'grants everything below', patterns: ['/a/**'], given: { a: { b: [{ c: 1 }] } }, refused: [] },
    { name: 'grants nothing beside what is below', patterns: ['/a/**'], given: { ab: 1 }, refused: ['/ab'] },
    {
      name: 'takes no property for an entry',
      patterns: ['/a/*'],
      given: { a: { '*': 1, b: 2 } },
      refused: ['/a/*', '/a/b'],
    },
    {
      name: 'refuses an empty part that it does not name',
      patterns: ['/a'],
      given: { b: [], c: {} },
      refused: ['/b', '/c'],
    },
    {
      name: 'knows no inherited property',
      patterns: ['/a'],
      given: JSON.parse('{"__proto__":1}'),
      refused: ['/__proto__'],
    },
    {
      name: 'grants the header always',
      patterns: ['/a'],
      given: { id: 'x', handling: { purposes: ['x'] } },
      refused: [],
    },
    {
      name: 'grants of provenance only whether it is invented',
      patterns: ['/a'],
      given: { provenance: { synthetic: true, format: 'x' } },
      refused: ['/provenance/format'],
    },
    { name: 'escapes a pointer', patterns: ['/a'], given: { 'b/c~d': 1 }, refused: ['/b~1c~0d'] },
    { name: 'that grants all grants all', patterns: ['/**'], given: { a: { b: 1 } }, refused: [] },
  ])('$name', ({ patterns, given, refused }) => {
    expect(fieldFilter(patterns)(given)).toEqual(refused);
  });
});

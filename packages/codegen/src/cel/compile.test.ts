import { describe, expect, test } from 'vitest';
import { compileRule } from './compile.js';
import { typeOf } from './value-type.js';

const date = {
  type: 'object',
  properties: { value: { type: 'string' }, precision: { type: 'string' } },
  required: ['value', 'precision'],
};
const record = typeOf({
  type: 'object',
  properties: {
    status: { enum: ['a', 'b'] },
    age: { type: 'integer' },
    amount: { type: 'number' },
    isOpen: { type: 'boolean' },
    openedOn: date,
    closedOn: date,
    decisions: {
      type: 'array',
      items: { type: 'object', properties: { by: { type: 'string' }, on: date }, required: ['by'] },
    },
  },
  required: ['status', 'openedOn'],
});

describe('rules compile to JavaScript', () => {
  test.each([
    ['record.status == "a"', '(record.status === "a")'],
    ['!has(record.age) || record.age >= 18', '(!((record.age !== undefined)) || (record.age >= 18))'],
    [
      'has(record.age) != has(record.amount)',
      '((record.age !== undefined) !== (record.amount !== undefined))',
    ],
    [
      'has(record.age) && record.age + 1 - 2 < 3',
      '((record.age !== undefined) && (((record.age + 1) - 2) < 3))',
    ],
    ['record.status in ["a", "b"]', '["a", "b"].includes(record.status)'],
    [
      'has(record.closedOn) ? before(record.openedOn, record.closedOn) : true',
      '((record.closedOn !== undefined) ? before(record.openedOn, record.closedOn) : true)',
    ],
    [
      '!has(record.decisions) || record.decisions.all(d, !has(d.on) || consistent(d.on))',
      '(!((record.decisions !== undefined)) || record.decisions.every((d1: any) => (!((d1.on !== undefined)) || consistent(d1.on))))',
    ],
    [
      '!has(record.decisions) || size(record.decisions.filter(d, d.by == "x")) > 1',
      '(!((record.decisions !== undefined)) || (record.decisions.filter((d1: any) => (d1.by === "x")).length > 1))',
    ],
    [
      '!has(record.decisions) || record.decisions.exists_one(d, record.decisions.exists(d, d.by == "x"))',
      '(!((record.decisions !== undefined)) || (record.decisions.filter((d1: any) => record.decisions.some((d2: any) => (d2.by === "x"))).length === 1))',
    ],
  ])('%s', (cel, code) => {
    expect(compileRule(cel, record)).toBe(code);
  });
});

describe('what cannot be proved the same is refused', () => {
  test.each([
    ['record.age > 1', 'record.age may be absent here: guard it with has()'],
    ['record.age > 1 || has(record.age)', 'record.age may be absent here'],
    ['has(record.age) || record.age > 1', 'record.age may be absent here'],
    [
      '!has(record.decisions) || record.decisions.all(d, before(d.on, record.openedOn))',
      'd1.on may be absent here',
    ],
    ['has(record.ages)', 'no level of the record has record.ages'],
    ['has(record.constructor)', 'no level of the record has record.constructor'],
    ['record.status == 1', '_==_ does not take (string, int)'],
    ['record.status < "b"', '_<_ does not take (string, string)'],
    ['size(record.status) > 1', 'size does not take (string)'],
    ['has(record.amount) && record.amount > 1', '_>_ does not take (double, int)'],
    ['has(record.amount) && record.amount + 1.0 > 1.0', '_+_ does not take (double, double)'],
    ['record.openedOn == record.openedOn', '_==_ does not take (object, object)'],
    ['has(record.decisions) && record.decisions[0].by == "x"', '_[_] is not in the subset'],
    [
      'has(record.decisions) && size(record.decisions.map(d, d.by)) > 1',
      'only all, exists, exists_one and filter are in the subset',
    ],
    ['record.status.matches("a+")', 'matches is not in the subset'],
    ['record.status', 'the rule is a string, not a truth value'],
    ['other.status == "a"', 'other is not defined'],
    ['record.status in []', 'an empty list is not in the subset'],
    [
      'timestamp("2024-01-01T00:00:00Z") == timestamp("2024-01-01T00:00:00Z")',
      'timestamp is not in the subset',
    ],
    ['null == null', 'a literal nullValue is not in the subset'],
  ])('%s', (cel, problem) => {
    expect(() => compileRule(cel, record)).toThrow(problem);
  });
});

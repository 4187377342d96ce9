import type { Problem } from '@ctdx/model/api';
import { describe, expect, test } from 'vitest';
import { toldFacts } from './told.js';

const problem = (more: object) => ({ code: 'parcel-invalid', ...more }) as Problem;
const finding = {
  code: 'type',
  severity: 'error',
  path: '/subject/personRef',
  facts: { expected: 'string' },
};

describe('of what a node says', () => {
  test('facts are repeated', () => {
    const said = { reason: 'purpose', clause: '4.2', limit: 8, request: 'aB-3', findings: [finding] };
    expect(toldFacts(problem(said))).toEqual(said);
  });

  test('a list of types and a version are facts too', () => {
    const findings = [
      { ...finding, facts: { expected: 'case or indicator' } },
      { code: 'version', severity: 'error', path: '/schemaVersion', facts: { newest: '1.0' } },
      { code: 'rule', severity: 'error', path: '/closedOn', rule: 'case.closed-after-registered' },
    ];
    expect(toldFacts(problem({ findings }))).toEqual({ findings });
  });

  test.each([
    { odd: 'a reason of its own', said: { reason: 'Marisol' }, want: {} },
    { odd: 'a clause that is a sentence', said: { clause: 'Marisol D.' }, want: {} },
    { odd: 'a limit that is a text', said: { limit: 'Marisol' }, want: {} },
    { odd: 'findings that are a text', said: { findings: 'Marisol' }, want: {} },
    {
      odd: 'a code of its own',
      said: { findings: [{ ...finding, code: 'Marisol' }] },
      want: { findings: [] },
    },
    {
      odd: 'a path with a key, and members of its own',
      said: {
        findings: [{ ...finding, path: '/subject/Marisol', Marisol: 1, rule: 'Marisol', column: 'Marisol' }],
      },
      want: { findings: [{ ...finding, path: '/subject/*' }] },
    },
    {
      odd: 'a fact that is a sentence',
      said: { findings: [{ ...finding, facts: { expected: 'Marisol, 17, of Bridgetown' } }] },
      want: { findings: [{ code: 'type', severity: 'error', path: '/subject/personRef' }] },
    },
  ])('$odd is not', ({ said, want }) => {
    expect(toldFacts(problem(said))).toEqual(want);
  });
});

import type { Finding } from '@ctdx/model';
import { expect, test } from 'vitest';
import { inOrder } from './order.js';

const found = (path: string, code: Finding['code'] = 'type', rule?: string): Finding => ({
  code,
  severity: 'error',
  path,
  ...(rule === undefined ? {} : { rule }),
});

test('findings come by path, entries by number, then by code and rule, each once', () => {
  const shuffled = [
    found('/b'),
    found('/a/10'),
    found('/a/2', 'pattern'),
    found('/a/2', 'format'),
    found('/a/10'),
    found('/a', 'rule', 'case.second'),
    found('/a', 'rule', 'case.first'),
    found(''),
  ];
  expect(inOrder(shuffled).map(({ path, code, rule = '' }) => `${path} ${code} ${rule}`.trim())).toEqual([
    'type',
    '/a rule case.first',
    '/a rule case.second',
    '/a/2 format',
    '/a/2 pattern',
    '/a/10 type',
    '/b type',
  ]);
});

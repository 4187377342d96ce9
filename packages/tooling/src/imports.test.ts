import { describe, expect, test } from 'vitest';
import { importsIn, packageOf } from './imports.js';

describe('imports of a source', () => {
  test.each([
    { source: "import { a } from './a.js';", want: [{ specifier: './a.js', typeOnly: false }] },
    { source: "import './a.js';", want: [{ specifier: './a.js', typeOnly: false }] },
    { source: "import type { A } from './a.js';", want: [{ specifier: './a.js', typeOnly: true }] },
    { source: "export { a } from './a.js';", want: [{ specifier: './a.js', typeOnly: false }] },
    { source: "export type { A } from './a.js';", want: [{ specifier: './a.js', typeOnly: true }] },
    { source: "const a = async () => import('./a.js');", want: [{ specifier: './a.js', typeOnly: false }] },
    { source: "type A = import('./a.js').A;", want: [{ specifier: './a.js', typeOnly: true }] },
    { source: 'const text = "import \'./a.js\'";', want: [] },
  ])('$source', ({ source, want }) => {
    expect(importsIn('x.ts', source)).toEqual(want);
  });
});

test.each([
  { specifier: '@ctdx/model/zod', want: '@ctdx/model' },
  { specifier: 'zod/v4', want: 'zod' },
  { specifier: './a.js', want: undefined },
  { specifier: 'node:fs', want: undefined },
])('$specifier belongs to $want', ({ specifier, want }) => {
  expect(packageOf(specifier)).toBe(want);
});

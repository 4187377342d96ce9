import { describe, expect, test } from 'vitest';
import type { Package } from '../packages.js';
import { contentProblems } from './content.js';

const one = { name: 'x' } as Package;
const whole = {
  'package.json':
    '{"exports":{".":{"types":"./dist/index.d.ts","default":"./dist/index.js"}},"bin":{"x":"bin/x.js"}}',
  'README.md': '',
  LICENSE: '',
  NOTICE: '',
  'dist/index.js': '',
  'dist/index.d.ts': '',
  'bin/x.js': '',
};

function problemsOf(content: Record<string, string>): string[] {
  return contentProblems({ one, file: '', bytes: 0, content: new Map(Object.entries(content)) });
}

describe('the content of a tarball', () => {
  test('that is whole has no problems', () => {
    expect(problemsOf(whole)).toEqual([]);
  });

  test.each([
    { odd: 'a source', more: { 'src/index.ts': '' }, want: 'src/index.ts' },
    { odd: 'a test', more: { 'dist/a.test.js': '' }, want: 'a.test.js' },
    {
      odd: 'a word of the workspace',
      more: { 'package.json': '{"dependencies":{"y":"workspace:^"}}' },
      want: 'workspace:',
    },
    {
      odd: 'our export condition',
      more: { 'package.json': '{"exports":{".":{"@ctdx/source":"./README.md"}}}' },
      want: '@ctdx/source',
    },
    {
      odd: 'a door to nowhere',
      more: { 'package.json': '{"exports":{".":"./dist/gone.js"}}' },
      want: 'gone.js',
    },
  ])('$odd is told', ({ more, want }) => {
    expect(problemsOf({ ...whole, ...more } as Record<string, string>).join('\n')).toContain(want);
  });

  test('without its licence is told', () => {
    const { LICENSE: _, ...rest } = whole;
    expect(problemsOf(rest).join('\n')).toContain('LICENSE');
  });
});

import { describe, expect, test } from 'vitest';
import { anchorsIn, blocksIn, linksIn } from './markdown.js';

describe('blocks of a page', () => {
  test.each([
    {
      odd: 'a plain one',
      page: '```ts\nlet a;\n```\n',
      want: [{ language: 'ts', marks: [], text: 'let a;', line: 1 }],
    },
    {
      odd: 'one with a mark',
      page: 'x\n\n```ts no-run\na\n```',
      want: [{ language: 'ts', marks: ['no-run'], text: 'a', line: 3 }],
    },
    {
      odd: 'a longer fence around a shorter one',
      page: '````md\n```ts\n```\n````',
      want: [{ language: 'md', marks: [], text: '```ts\n```', line: 1 }],
    },
    {
      odd: 'one that never ends',
      page: '```sh\nls',
      want: [{ language: 'sh', marks: [], text: 'ls', line: 1 }],
    },
    { odd: 'none', page: 'use `code`', want: [] },
  ])('$odd', ({ page, want }) => {
    expect(blocksIn(page)).toEqual(want);
  });
});

describe('anchors', () => {
  test.each([
    { heading: '## Two words', want: 'two-words' },
    { heading: '## To add …', want: 'to-add-' },
    { heading: '# `check`, and [more](x.md)', want: 'check-and-more' },
    { heading: '# A\n# A', want: 'a-1' },
    { heading: '<a id="kept"></a>', want: 'kept' },
  ])('$heading', ({ heading, want }) => {
    expect(anchorsIn(heading)).toContain(want);
  });

  test('a heading in a block of code is none', () => {
    expect(anchorsIn('```sh\n# not one\n```')).toEqual(new Set());
  });
});

describe('links within the project', () => {
  test.each([
    { odd: 'inline', page: '[a](b.md#c)', want: ['b.md#c'] },
    { odd: 'with a title', page: '[a](b.md "t")', want: ['b.md'] },
    { odd: 'by reference', page: '[a]: b.md', want: ['b.md'] },
    { odd: 'to the world', page: '[a](https://example.org)', want: [] },
    { odd: 'in code', page: '`[a](b.md)`\n```md\n[a](c.md)\n```', want: [] },
  ])('$odd', ({ page, want }) => {
    expect(linksIn(page)).toEqual(want);
  });
});

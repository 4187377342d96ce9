import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from './generate.js';
import { banner, type Output, pageBanner, stale } from './output.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('generate', () => {
  let once: Output[];
  beforeAll(async () => {
    once = await generate(root);
  });

  test('gives the same bytes twice, and they are those in the repository', async () => {
    expect(await generate(root)).toEqual(once);
    expect(stale(root, once)).toEqual([]);
  });

  test('finds a changed, a missing and a left-over file', () => {
    const [first, second, ...rest] = once;
    if (first === undefined || second === undefined) throw new Error('nothing is generated');
    const changed = [
      { ...first, text: `${first.text} ` },
      { ...second, path: `${second.path}.new.ts` },
      ...rest,
    ];
    expect(stale(root, changed)).toEqual([first.path, `${second.path}.new.ts`, second.path].sort());
  });

  test('finds a page that no list has any more, in whichever folder', () => {
    const gone = once.filter(({ path }) => /(?<!datapackage)\.(md|csv|json)$/.test(path)).slice(0, 1);
    const deep = once.filter(({ path }) => /code-lists\/sex\.(md|csv)$/.test(path));
    expect(deep).toHaveLength(2);
    const fewer = once.filter((output) => !gone.includes(output) && !deep.includes(output));
    expect(stale(root, fewer)).toEqual([...gone, ...deep].map(({ path }) => path).sort());
  });

  test('says in every file that it is generated', () => {
    for (const { path, text } of once) {
      if (/\.(json|csv)$/.test(path)) expect(path).toMatch(/^schemas\/generated\//);
      else if (path.endsWith('.md')) expect(text.startsWith(pageBanner), path).toBe(true);
      else expect(text.startsWith(banner.trim()), path).toBe(true);
    }
  });
});

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generate } from './generate.js';
import { banner, pageBanner, stale } from './output.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('generate', () => {
  test('gives the same bytes twice, and they are those in the repository', async () => {
    const [once, twice] = [await generate(root), await generate(root)];
    expect(twice).toEqual(once);
    expect(stale(root, once)).toEqual([]);
  });

  test('finds a changed, a missing and a left-over file', async () => {
    const outputs = await generate(root);
    const [first, second, ...rest] = outputs;
    if (first === undefined || second === undefined) throw new Error('nothing is generated');
    const changed = [
      { ...first, text: `${first.text} ` },
      { ...second, path: `${second.path}.new.ts` },
      ...rest,
    ];
    expect(stale(root, changed)).toEqual([first.path, `${second.path}.new.ts`, second.path].sort());
  });

  test('says in every file that it is generated', async () => {
    for (const { path, text } of await generate(root)) {
      if (/\.(json|csv)$/.test(path)) expect(path).toMatch(/^schemas\/generated\//);
      else if (path.endsWith('.md')) expect(text.startsWith(pageBanner), path).toBe(true);
      else expect(text.startsWith(banner.trim()), path).toBe(true);
    }
  });
});

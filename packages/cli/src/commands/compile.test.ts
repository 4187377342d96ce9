import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWith, scratch } from '../testing/run-with.js';

const profiles = new URL('../../../../schemas/profiles/', import.meta.url);

async function compiled(change: (text: string) => string) {
  const folder = await scratch();
  const file = join(folder, 'c4n4ry.json');
  await writeFile(file, change(await readFile(new URL('bb.json', profiles), 'utf8')));
  return { folder, ...(await runWith(['compile', '--profile', file, '--out', join(folder, 'out')])) };
}

describe('compile', () => {
  test('writes the module that comes with the standard, and the schemas', async () => {
    const { folder, code, out } = await compiled((text) => text);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Wrote bb\.profile\.mjs and \d+ schemas\.\n$/)]);
    const text = await readFile(join(folder, 'out/bb.profile.mjs'), 'utf8');
    const generated = new URL('../../../validate/src/generated/profile-bb.js', import.meta.url);
    const body = (module: string) => module.slice(module.indexOf('export const profile'));
    expect(body(text)).toBe(body(await readFile(generated, 'utf8')));
    expect(await readdir(join(folder, 'out/bb'))).toContain('case.pseudonymized.schema.json');
  });

  test.each([
    [
      'a statement that leads to nothing',
      (text: string) => text.replace('/return/voluntary', '/return/c4n4ry'),
      '/requirements/0/require leads to nothing',
    ],
    ['no JSON', (text: string) => text.replace('{', '{ c4n4ry '), 'is not well-formed JSON'],
    ['a property twice', (text: string) => text.replace('{', '{ "id": "c4n4ry", '), 'twice'],
    [
      'a rule out of the subset',
      (text: string) => text.replace('has(record.transferBasis)', "record.c4n4ry == 'c4n4ry'"),
      '/rules/3/expression refers to a property',
    ],
  ])('%s: its line, exit 1, and no word of the file', async (_name, change, line) => {
    const { folder, code, out, said } = await compiled(change);
    expect(code).toBe(1);
    expect(out).toContain(line);
    expect(out + said).not.toMatch(/c4n4ry/i);
    expect(await readdir(folder)).not.toContain('out');
  });
});

describe('validate --profile', () => {
  test.each([
    ['a name of none', 'c4n4ry'],
    ['a file that is not there', '/c4n4ry/xa.profile.mjs'],
  ])('%s: one line and exit 2', async (_name, profile) => {
    const { code, said } = await runWith(['validate', '-', '--profile', profile], { text: '{}' });
    expect(code).toBe(2);
    expect(said).toMatch(/^ctdx: [^\n]+\n$/);
    expect(said).not.toContain('c4n4ry');
  });

  test('a module that is no profile', async () => {
    const file = join(await scratch(), 'xa.profile.mjs');
    await writeFile(file, 'export const profile = { format: 0, id: "c4n4ry" };');
    const { code, said } = await runWith(['validate', '-', '--profile', file], { text: '{}' });
    expect([code, said]).toEqual([2, expect.stringContaining('Compile it again')]);
  });
});

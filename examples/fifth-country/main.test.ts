import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const page = await readFile(here('../../docs/guides/fifth-country.md'), 'utf8');

/** The files that the guide has its reader save, by name. */
const saved = [...page.matchAll(/^```json (\S+)\n([\s\S]*?)\n```$/gm)].map(
  ([, name = '', text = '']) => [name, text] as const,
);

/** The program that the guide shows. */
const program = /^```js program\.mjs\n([\s\S]*?)\n```$/m.exec(page)?.[1];

/** The commands that the guide has its reader run, each with the exit code that it shows. */
const commands = [...page.matchAll(/^```sh step\nnpx ctdx (.*?)(?: # exit (\d))?\n```$/gm)].map(
  ([, words = '', code = '0']) => [words, Number(code)] as const,
);

const start = `import { run } from 'ctdx'; process.exitCode = await run(process.argv.slice(1));`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fifth-country-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(saved)('%s of the guide is that of the example', async (name, text) => {
  expect(text).toBe((await readFile(here(name), 'utf8')).trimEnd());
});

describe('the guide, from an empty folder', () => {
  test('is followed word for word', async () => {
    expect([saved.length, commands.length]).toEqual([3, 3]);
    for (const [name, text] of saved) await writeFile(join(folder, name), text);
    for (const [words, expected] of commands) {
      const paths = words.split(' ').map((word) => (/\.(json|mjs)$/.test(word) ? join(folder, word) : word));
      const out = words.startsWith('compile') ? ['--out', folder] : [];
      // On the sources, like every test; `check` runs the example on what was built.
      const node = [
        '--conditions=@ctdx/source',
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        start,
        ...paths,
        ...out,
      ];
      const ended = await run(process.execPath, node, { cwd: here('.') }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => error,
      );
      expect([words, ended.code, ended.stdout]).toEqual([words, expected, expect.any(String)]);
    }
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['xa', 'xa.profile.mjs']));
    expect(await readdir(join(folder, 'xa'))).toContain('case.identified.schema.json');
    await symlink(here('node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, 'program.mjs'), program as string);
    const node = ['--conditions=@ctdx/source', '--import', import.meta.resolve('tsx'), 'program.mjs'];
    const { stdout } = await run(process.execPath, node, { cwd: folder });
    expect(stdout).toContain('/guardian is missing for a child\n');
  });
});

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fourNationalWorkbooks, fourPlanWorkbooks, fourScreeningFiles } from '@ctdx/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const main = fileURLToPath(new URL('main.js', import.meta.url));
/** On the sources, like every test; `check` runs the example on what was built. */
const program = ['--conditions=@ctdx/source', '--import', 'tsx', main];

const seed = 7;

let folder: string;
let printed: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'four countries '));
  printed = await runInto('a');
  await runInto('b');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

async function runInto(name: string): Promise<string> {
  const { stdout } = await run(process.execPath, [
    ...program,
    '--out',
    join(folder, name),
    '--seed',
    String(seed),
  ]);
  return stdout;
}

/** Digest of every file, by its place in the folder. */
async function digests(name: string): Promise<Record<string, string>> {
  const root = join(folder, name);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => {
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return [file.slice(root.length + 1), digest] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).sort());
}

describe('the four countries', () => {
  test('a seed writes the same files each time, also into a folder with a space in its name', async () => {
    const first = await digests('a');
    expect(Object.keys(first)).toHaveLength(100);
    expect(await digests('b')).toEqual(first);
  });

  test('what is printed names each planted mistake by row and column', async () => {
    const files = [
      ...fourNationalWorkbooks(seed),
      ...(await fourScreeningFiles(seed)),
      ...(await fourPlanWorkbooks()),
    ];
    const planted = files.flatMap(({ manifest }) => manifest as readonly { row?: number; column?: string }[]);
    expect(planted.length).toBeGreaterThan(30);
    for (const { row, column } of planted) {
      if (row === undefined) continue;
      expect(printed).toContain(column === undefined ? `row ${row}: ` : `row ${row}, column ${column}: `);
    }
  });

  test('nothing that somebody typed is in findings, losses, receipts or the report', async () => {
    const names = [
      'Abercairn',
      'Brindlewood',
      'Castlemere',
      'Fallowmoor',
      'Officer',
      'cases.xlsx',
      'screenings.csv',
      'plan.xlsx',
      'about twenty',
      'Airpot',
      'sent round in May',
      'talked to the ministry',
      'Guest house',
    ];
    const files = Object.keys(await digests('a')).filter((file) =>
      /findings|losses|receipt|extract|release|report|regional/.test(file),
    );
    expect(files).toHaveLength(56);
    for (const file of files) {
      const text = await readFile(join(folder, 'a', file), 'utf8');
      for (const name of names) expect(text, file).not.toContain(name);
    }
  });

  test('every record and the report are marked as invented', async () => {
    for (const country of ['bs', 'bb', 'jm', 'lc']) {
      const lines = (await readFile(join(folder, 'a', country, 'cases.ndjson'), 'utf8')).trim().split('\n');
      expect(lines.every((line) => JSON.parse(line).provenance.synthetic === true)).toBe(true);
    }
    expect(await readFile(join(folder, 'a', 'report.html'), 'utf8')).toContain('INVENTED DATA');
  });

  test('a seed that is no number ends with one line and 2', async () => {
    await expect(run(process.execPath, [...program, '--seed', 'x'])).rejects.toMatchObject({
      code: 2,
      stderr: '--seed takes a whole number.\n',
    });
  });
});

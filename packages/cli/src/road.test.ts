import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fourNationalWorkbooks, makeWorkbook } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { runWith, scratch } from './testing/run-with.js';

const lines = async (path: string) =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('from a workbook to stripped cases', () => {
  test('import, validate, pseudonymize, validate', async () => {
    const folder = await scratch();
    const at = (name: string) => join(folder, name);
    const [bahamas] = fourNationalWorkbooks(1);
    if (bahamas === undefined) throw new Error('no workbook was made');
    await writeFile(at('in'), bahamas.bytes);
    await writeFile(at('mapping.json'), JSON.stringify(bahamas.mapping));
    const words = [
      'import',
      at('in'),
      '--country',
      'bs',
      '--mapping',
      at('mapping.json'),
      '--key-file',
      at('key'),
      '--synthetic',
    ];
    const imported = await runWith([
      ...words,
      '--out',
      at('cases'),
      '--findings',
      at('findings'),
      '--ledger',
      at('ledger'),
    ]);
    expect(imported.said).toContain('A new key was made');
    expect(imported.out).toMatch(/(\d+) of (\d+) rows became cases/);
    const cases = await lines(at('cases'));
    expect(cases.length).toBeGreaterThan(5);
    expect((await stat(at('cases'))).mode & 0o777).toBe(0o600);
    expect(
      (await lines(at('findings'))).every(({ code, file }) => typeof code === 'string' && file === 1),
    ).toBe(true);
    expect((await lines(at('ledger'))).length).toBeGreaterThan(0);

    expect((await runWith(['validate', at('cases'), '--type', 'case', '--level', 'identified'])).code).toBe(
      0,
    );
    expect(
      (await runWith(['pseudonymize', at('cases'), '--key-file', at('key'), '--out', at('stripped')])).code,
    ).toBe(0);
    expect((await runWith(['validate', at('stripped'), '--level', 'pseudonymized'])).code).toBe(0);
    const stripped = await lines(at('stripped'));
    expect(stripped).toHaveLength(cases.length);
    expect(stripped[0].handling).toMatchObject({ level: 'pseudonymized', purposes: ['statistics'] });

    // The same file again: the same records at the same revision, so nothing is doubled.
    await runWith([...words, '--out', at('again')]);
    expect(await lines(at('again'))).toEqual(cases);
    expect(await readFile(at('key.register'), 'utf8')).not.toContain('Case');
  });

  test('ids written into a copy make the next import a revision', async () => {
    const folder = await scratch();
    const at = (name: string) => join(folder, name);
    const row = { D: 'Invented', H: 'Feminine', S: 'Possible victim of trafficking', AD: '2025-03-04' };
    await writeFile(
      at('book.xlsx'),
      makeWorkbook({
        variant: 'single',
        rows: new Map([
          [3, row],
          [4, { ...row, D: 'Other' }],
        ]),
      }),
    );
    const words = (file: string, out: string) => [
      'import',
      at(file),
      '--country',
      'bb',
      '--key-file',
      at('key'),
      '--out',
      at(out),
    ];
    const first = await runWith([...words('book.xlsx', 'first'), '--workbook', at('copy.xlsx')]);
    expect(first.code).toBe(0);
    expect((await runWith(words('copy.xlsx', 'second'))).code).toBe(0);
    expect(await lines(at('second'))).toEqual(await lines(at('first')));
  });

  test('a register of another key is refused, and nothing is written', async () => {
    const folder = await scratch();
    const at = (name: string) => join(folder, name);
    const [bahamas] = fourNationalWorkbooks(1);
    await writeFile(at('in'), bahamas?.bytes ?? '');
    const words = ['import', at('in'), '--country', 'bs', '--key-file', at('key'), '--out', at('cases')];
    await runWith(words);
    await writeFile(at('key'), JSON.stringify({ kid: 'x', key: Buffer.alloc(32, 5).toString('base64url') }));
    const { code, said } = await runWith([...words.slice(0, -1), at('other')]);
    expect(code).toBe(2);
    expect(said).toContain('belongs to another key');
    await expect(stat(at('other'))).rejects.toThrow();
  });
});

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { commands } from './commands.js';
import { runWith, scratch } from './testing/run-with.js';
import { version } from './version.js';

const vector = async (path: string) =>
  JSON.parse(
    await readFile(new URL(`../../../schemas/conformance/case/${path}.json`, import.meta.url), 'utf8'),
  ).record;

describe('the call itself', () => {
  test.each(commands.map(({ name }) => name))('%s has a help and a version', async (name) => {
    const help = await runWith([name, '--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain(`Usage: ctdx ${name}`);
    expect(await runWith([name, '--version'])).toEqual({ code: 0, out: `${version()}\n`, said: '' });
  });

  test.each([
    { words: [], why: 'nothing at all', code: 2 },
    { words: ['--help'], why: 'a question', code: 0 },
    { words: ['--version'], why: 'another question', code: 0 },
  ])('$why', async ({ words, code }) => {
    expect((await runWith(words)).code).toBe(code);
  });

  test.each([
    ['no such command', ['verify']],
    ['an option of another command', ['validate', '--trial', 'x.json']],
    ['an option of nobody', ['codes', '--kimberly']],
    ['an option without its value', ['import', 'x.xlsx', '--country']],
    ['a value that is not one of those', ['validate', 'x.json', '--format', 'xml']],
    ['a switch with a value', ['serve', '--trial=yes']],
    ['an option twice', ['codes', '--lang', 'en', '--lang', 'en']],
    ['no file', ['validate']],
    ['one file too many', ['import', 'a', 'b', '--country', 'bb', '--key-file', 'k', '--out', 'o']],
    ['a required option left out', ['import', 'a', '--country', 'bb', '--out', 'o']],
    ['a list that is not there', ['codes', 'kimberly']],
    ['a language that is not there', ['codes', 'sex', '--lang', 'acf']],
    ['a table of all lists', ['codes', '--csv']],
    ['a table in one language', ['codes', 'sex', '--csv', '--lang', 'fr']],
    ['a type that is not there', ['schema', 'kimberly']],
    ['a level that the type has not', ['schema', 'case', '--level', 'aggregate']],
    ['a port that is none', ['serve', '--trial', '--port', '70000']],
    ['a folder without a configuration', ['serve', '--data', '/nonexistent']],
  ])('%s: one line and exit 2', async (_why, words) => {
    const { code, out, said } = await runWith(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toMatch(/^ctdx: [^\n]+\n$/);
    expect(said).not.toMatch(/kimberly|at .*\.ts/i);
  });
});

describe('files that can’t be used', () => {
  async function files() {
    const folder = await scratch();
    const make = async (name: string, content: string | Uint8Array) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    };
    await mkdir(join(folder, 'folder'));
    const locked = await make('locked', '{}');
    await chmod(locked, 0);
    return {
      missing: join(folder, 'missing'),
      empty: await make('empty', ''),
      folder: join(folder, 'folder'),
      binary: await make('binary', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff])),
      truncated: await make('truncated', '{"type":"case","schemaVersion":"1.'),
      locked,
    };
  }
  const isRoot = process.getuid?.() === 0;
  const names = ['missing', 'empty', 'folder', 'binary', 'truncated', ...(isRoot ? [] : ['locked'])] as const;

  test.each(names)('%s: one line and exit 2, in every command that reads', async (name) => {
    const path = (await files())[name as 'missing'];
    const out = join(await scratch(), 'out');
    const calls = [
      ['validate', path],
      ['validate', path, '--format', 'json'],
      ['import', path, '--country', 'bb', '--key-file', `${out}.key`, '--out', out],
      ['pseudonymize', path, '--key-file', `${out}.key`, '--out', out],
    ];
    for (const words of calls) {
      const { code, out: printed, said } = await runWith(words);
      expect({ words: words[0], code, printed }).toEqual({ words: words[0], code: 2, printed: '' });
      expect(said.trim().split('\n').at(-1)).toMatch(/^ctdx: [^\n]+$/);
      expect(said).not.toContain(path);
    }
  });
});

describe('validate', () => {
  test('a valid record: exit 0', async () => {
    const text = JSON.stringify(await vector('valid/every-section-filled'));
    expect(await runWith(['validate', '-'], { text })).toEqual({
      code: 0,
      out: '1 of 1 record is valid. Errors: 0, warnings: 0.\n',
      said: '',
    });
  });

  test('one JSON object for programs, with file and row', async () => {
    const record = { ...(await vector('valid/every-section-filled')), sex: 'F' };
    const { code, out } = await runWith(['validate', '-', '--format=json'], { text: JSON.stringify(record) });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      valid: false,
      complete: true,
      counts: { records: 1, valid: 0, invalid: 1, errors: 1, warnings: 0 },
      findings: [
        { code: 'unknown-code', severity: 'error', path: '/sex', facts: { list: 'sex' }, file: 1, row: 1 },
      ],
    });
  });

  test('a broken line does not spoil the next', async () => {
    const path = join(await scratch(), 'a.ndjson');
    const line = JSON.stringify(await vector('valid/the-least-a-case-needs'));
    await writeFile(path, `${line}\n{broken\n${line}\n`);
    const { code, out } = await runWith(['validate', path]);
    expect(code).toBe(1);
    expect(out).toContain('file 1, row 2');
    expect(out).toContain('2 of 3 records are valid');
  });

  test('an expected level that the record does not have', async () => {
    const text = JSON.stringify(await vector('valid/every-section-filled'));
    const { code, out } = await runWith(['validate', '-', '--level', 'pseudonymized', '--format', 'json'], {
      text,
    });
    expect(code).toBe(1);
    expect(JSON.parse(out).findings).toMatchObject([{ code: 'level', path: '/handling/level' }]);
  });

  test('a national profile', async () => {
    const text = JSON.stringify(await vector('valid/the-least-a-case-needs'));
    const { code, out } = await runWith(['validate', '-', '--profile', 'bb', '--format', 'json'], { text });
    expect(code).toBe(1);
    expect(JSON.parse(out).findings).toMatchObject([{ code: 'other-country', path: '/source/country' }]);
  });
});

test('codes prints a list, and the names of all lists', async () => {
  expect((await runWith(['codes', 'sex'])).out).toMatch(/^Sex \(closed, \d codes\)\n {2}female +Female\n/);
  expect((await runWith(['codes'])).out.split('\n')).toContain('victim-status');
});

test('codes speaks other languages, and says once that nobody has reviewed them', async () => {
  const { out } = await runWith(['codes', 'sex', '--lang', 'fr']);
  const [header, ...lines] = out.trimEnd().split('\n');
  expect(header).toMatch(/\(closed, 4 codes; labels in fr/);
  expect(lines).toHaveLength(4);
  expect(out.match(/unreviewed/g)?.length ?? 0).toBeLessThan(2);
});

test('validate speaks other languages, and says beside the result that nobody has reviewed them', async () => {
  const file = join(await scratch(), 'record.json');
  await writeFile(file, '{"type":"case"}');
  const [english, dutch] = [
    await runWith(['validate', file]),
    await runWith(['validate', file, '--lang', 'nl']),
  ];
  expect(dutch.code).toBe(1);
  expect(dutch.said).toBe('The sentences in nl are unreviewed.\n');
  expect(dutch.out).toMatch(/^file 1, row 1, \/handling\/level: /);
  expect(dutch.out.split('\n')[0]).not.toBe(english.out.split('\n')[0]);
  expect(dutch.out.split('\n')).toHaveLength(english.out.split('\n').length);
});

test('codes prints a list as a spreadsheet reads it', async () => {
  const { out } = await runWith(['codes', 'labour-sector', '--csv']);
  expect(out).toMatch(/^code,label_en,label_es,label_fr,label_nl,label_ht,definition_en,/);
  expect(out).toMatch(/\n01,Farming,/);
});

test('schema prints a schema that stands alone', async () => {
  const { code, out } = await runWith(['schema', 'case', '--level', 'pseudonymized']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
  });
});

test('serve listens until it is interrupted, and a trial leaves keys and a configuration', async () => {
  const folder = join(await scratch(), 'node');
  const { code, out, said } = await runWith(['serve', '--trial', '--port', '0', '--data', folder]);
  expect(out).toMatch(/^Listening on http:\/\/127\.0\.0\.1:\d+ \(trial/);
  expect(code).toBe(0);
  expect(said).toContain('key for each agency');
  expect(JSON.parse(await readFile(join(folder, 'configuration.json'), 'utf8'))).toHaveProperty('agreements');
  expect((await runWith(['serve', '--trial', '--port', '0', '--data', folder])).code).toBe(0);
}, 120_000);

import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNode } from '@ctdx/server';
import { makeCsv } from '@ctdx/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCase, makeParcel } from '../../../server/src/testing/agency.js';
import { type StartedPostgres, startPostgres } from '../../../server/src/testing/postgres.js';
import { hits, look, plant, planted, runs } from './testing/ledger.js';
import { judged, type NodeBench, startNode, whole } from './testing/node-bench.js';
import { removeScratch, scratch } from './testing/scratch.js';

const program = fileURLToPath(new URL('./testing/ctdx.ts', import.meta.url));

/** Runs the command line as a process, with everything that the process writes, and its warnings. */
async function ctdx(words: readonly string[], environment: Record<string, string> = {}) {
  const args = ['--conditions=@ctdx/source', '--import', 'tsx', '--trace-warnings', program, ...words];
  const env = { ...process.env, DATABASE_URL: '', NODE_OPTIONS: '', ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.on('data', (text) => {
    out += String(text);
  });
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, said };
}

afterAll(removeScratch);

describe('the command line as a process', () => {
  test('names of files and folders, words, cells and a key, to both of its streams', async () => {
    const sources = [
      'fileName',
      'folderName',
      'commandWord',
      'htcdsCell',
      'header',
      'keyFile',
      'databaseUrl',
    ] as const;
    const marks = sources.map((source) => plant(source, 'process'));
    const [file, folder, word, cell, header, key, password] = marks as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const into = join(await scratch(), folder);
    await mkdir(into);
    const at = (name: string) => join(into, `${file}${name}`);
    const rows = new Map([[3, { B: cell, H: cell, AD: cell, AN: cell }]]);
    await writeFile(at('.csv'), makeCsv({ rows, added: [{ column: 'AN', label: header }], numbered: false }));
    await writeFile(at('.json'), `{"${cell}": ${cell}}`);
    await writeFile(at('.key'), `{"key":"${key}"}`);
    await writeFile(join(into, 'configuration.json'), `{"${word}": 1}`);
    const url = `postgresql://ctdx:${password}@127.0.0.1:1/db?sslmode=verify-full&sslrootcert=/${password}`;
    const calls = [
      [word, `--${word}`],
      ['validate', at('.json'), at(''), '--format', 'json'],
      ['import', at('.csv'), '--country', 'bb', '--key-file', at('.new'), '--out', at('.out')],
      [
        'import',
        at('.csv'),
        '--country',
        'bb',
        '--key-file',
        at('.key'),
        '--out',
        at('.out'),
        '--id-column',
        word,
      ],
      ['pseudonymize', at('.csv'), '--key-file', at('.new'), '--out', at('/no/out'), '--recipient', word],
      ['serve', '--data', into, '--port', '0'],
    ];
    const runs = await Promise.all(calls.map((words) => ctdx(words, { DATABASE_URL: url })));
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 1, 2, 2, 2]);
    for (const source of sources) {
      look(source, 'stdout', marks, runs.map(({ out }) => out).join('\n'));
      look(source, 'stderr', marks, runs.map(({ said }) => said).join('\n'));
    }
  });
});

describe('PostgreSQL', () => {
  let postgres: StartedPostgres;
  let bench: NodeBench;
  beforeAll(async () => {
    postgres = await startPostgres();
    bench = await startNode({ url: postgres.url });
  });
  afterAll(async () => {
    await bench?.close();
    postgres?.stop();
  });

  test('values that it refuses, in a parcel', async () => {
    const mark = plant('sqlValue', 'PostgreSQL');
    const text = (value: string) => JSON.stringify(bench.parcel).replace('"feminine"', value);
    const values = [
      `"${mark}\\u0000"`,
      `"${mark}\\ud800"`,
      '1e400',
      `"${mark.repeat(5000)}"`,
      `{"${mark}\\udc00":1}`,
    ];
    const answers = [];
    for (const value of values) answers.push(await judged(await bench.caller.submit(text(value))));
    bench.look('sqlValue', mark, answers, ['receipt', 'sqlError']);
  });

  test('statements that fail on a row, and a table that is gone', async () => {
    const marks = ['a row', 'no table', 'no column'].map((place) => plant('sqlValue', place));
    const [row, table, column] = marks as [string, string, string];
    const send = async (mark: string) =>
      whole(
        await bench.caller.submit(
          await makeParcel(bench.trial, bench.first, [makeCase(bench.first, { languages: [mark] })]),
        ),
      );
    const run = (statement: string) => bench.opened.database.execute(statement);
    const answers: string[] = [];
    await run(
      `alter table records add constraint refuse_it check (content::text not like '%${row}%') not valid`,
    );
    answers.push(await send(row));
    await run('alter table records drop constraint refuse_it');
    await run('alter table deliveries rename to hidden');
    answers.push(await send(table));
    await run('alter table hidden rename to deliveries');
    await run('alter table records rename column jws to hidden');
    answers.push(await send(column));
    await run('alter table records rename column hidden to jws');
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['500', '500', '500']);
    bench.look('sqlValue', marks, answers, ['sqlError']);
  });

  test('DATABASE_URL with a user, a password and a database that are not there', async () => {
    const marks = ['user', 'password', 'database'].map((place) => plant('databaseUrl', place));
    const { configuration } = bench.trial;
    const [user, password, database] = marks as [string, string, string];
    const address = new URL(postgres.url);
    address.username = user;
    address.password = password;
    const other = new URL(postgres.url);
    other.pathname = `/${database}`;
    for (const url of [address.href, other.href]) {
      const error = await createNode({ configuration, database: { url } }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'unreachable' });
      look('databaseUrl', 'error', marks, error);
      bench.look('databaseUrl', marks, '', ['sqlError']);
    }
  });
});

test('coverage, and not one mark came out', () => {
  const looked = runs().reduce((sum, { count }) => sum + count, 0);
  console.info(
    `canary (processes, PostgreSQL): ${planted()} plants, looked for ${looked} times; ${hits.length} came out`,
  );
  expect(planted()).toBeGreaterThan(10);
  expect(hits).toEqual([]);
});

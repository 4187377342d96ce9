import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf, writeXlsx } from '@ctdx/tables';
import { htcdsColumns, makeCsv, makeWorkbook, type SheetRow } from '@ctdx/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commands } from '../../../commands.js';
import { type Ran, runWith, scratch } from '../../../testing/run-with.js';
import { carry, passBy } from '../carriers.js';
import { look, plant } from '../ledger.js';
import type { Source } from '../sources.js';
import { wholeRecord, withAt, withKey } from '../whole-record.js';

const fullCase = new URL(
  '../../../../../../schemas/conformance/case/valid/every-section-filled.json',
  import.meta.url,
);
const written: string[] = [];
let folder: string;

function lookAt(source: Source, marks: string | readonly string[], { out, said }: Ran): void {
  look(source, 'stdout', marks, out);
  look(source, 'stderr', marks, said);
  look(source, 'process', marks, written.join('\n'));
}

/** Runs `validate` in both formats. */
async function validateBoth(
  source: Source,
  marks: string | readonly string[],
  words: readonly string[],
  text = '',
) {
  lookAt(source, marks, await runWith(['validate', ...words], { text }));
  const { out, said } = await runWith(['validate', ...words, '--format', 'json'], { text });
  look(source, 'stdoutJson', marks, out + said);
}

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Words of an import or pseudonymize run whose results go to plain names in a folder of their own. */
async function results(command: string, file: string, more: readonly string[] = [], key?: string) {
  const into = await scratch();
  const at = (name: string) => join(into, name);
  const withFindings = command === 'import' ? ['--findings', at('findings.ndjson'), '--country', 'bb'] : [];
  const words = [
    command,
    file,
    '--key-file',
    key ?? at('key.json'),
    '--out',
    at('out.ndjson'),
    '--ledger',
    at('ledger.ndjson'),
  ];
  const ran = await runWith([...words, ...withFindings, ...more]);
  const read = (name: string) => readFile(at(name), 'utf8').catch(() => '');
  return { ran, read, names: await readdir(into), into };
}

beforeAll(async () => {
  folder = await scratch();
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  }
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe('commands', () => {
  test('records of marked properties and keys through validate', async () => {
    for (const [source, kind] of [
      ['invalidValue', 'leaf'],
      ['unknownKey', 'object'],
    ] as const) {
      const { record, places } = wholeRecord('case.identified');
      const marks: string[] = [];
      const lines = places
        .filter((place) => place.kind === kind)
        .map(({ pointer }) => {
          const mark = plant(source, `validate ${pointer}`);
          marks.push(mark);
          const change = (old: unknown) => (kind === 'leaf' ? `${mark}\u0001` : withKey(old, mark, mark));
          return JSON.stringify(withAt(record, pointer, change));
        });
      await validateBoth(source, marks, [await put(`${source}.ndjson`, lines.join('\n'))]);
    }
  });

  test('files that are no JSON, through validate', async () => {
    for (const [source, name] of [
      ['brokenJson', 'a.json'],
      ['brokenLine', 'a.ndjson'],
    ] as const) {
      const mark = plant(source, 'validate');
      const texts = [
        mark,
        `{"${mark}": ${mark}}`,
        `{}\n{"${mark}": `,
        `"\u0000${mark}"`,
        `{"${mark}":1,"${mark}":2}`,
      ];
      for (const text of texts) await validateBoth(source, mark, [await put(name, text)]);
      for (const text of texts) await validateBoth(source, mark, ['-'], text);
    }
  });

  test('extensions, newer keys, rule breakers and fitting texts, through validate', async () => {
    const { record } = wholeRecord('case.identified');
    for (const source of ['extensionKey', 'newerKey', 'ruleBreaker', 'fittingValue'] as const) {
      const mark = plant(source, 'validate');
      const made = {
        extensionKey: { ...record, extensions: { [mark]: { [mark]: mark }, bb: { [mark]: `${mark} ` } } },
        newerKey: { ...record, schemaVersion: '1.9', [mark]: mark, subject: { [mark]: mark } },
        ruleBreaker: { ...record, caseOwner: mark, localReference: mark },
        fittingValue: { ...record, languages: [mark], caseOwner: mark },
      }[source];
      await validateBoth(source, mark, [await put('one.json', JSON.stringify(made))]);
    }
  });

  test('names of files and folders', async () => {
    const [file, dir] = [plant('fileName', 'every command'), plant('folderName', 'every command')];
    const marks = [file, dir];
    const into = join(folder, dir);
    await mkdir(into);
    const contents = {
      bad: `{"${file}`,
      empty: '',
      case: JSON.stringify(wholeRecord('case.identified').record),
    };
    const paths = [
      join(into, file, 'missing.json'),
      join(into, `${file}.json`),
      into,
      `${file}.json`,
      join(into, `${file}.csv`),
    ];
    for (const [name, content] of Object.entries(contents)) {
      await writeFile(join(into, `${file}-${name}.json`), content);
      paths.push(join(into, `${file}-${name}.json`));
    }
    const key = join(into, `${file}.key`);
    for (const path of paths) {
      const calls = [
        ['validate', path],
        ['validate', path, '--format', 'json'],
        ['import', path, '--country', 'bb', '--key-file', key, '--out', join(into, `${file}.out`)],
        [
          'import',
          path,
          '--country',
          'bb',
          '--key-file',
          key,
          '--out',
          join(into, file, 'out'),
          '--mapping',
          path,
        ],
        ['import', paths[7] ?? '', '--country', 'bb', '--key-file', path, '--out', into],
        ['pseudonymize', path, '--key-file', key, '--out', join(into, `${file}.out`)],
        ['pseudonymize', path, '--key-file', path, '--out', join(into, `${file}.out`), '--ledger', into],
        ['serve', '--data', path, '--port', '0'],
      ];
      for (const words of calls) {
        const ran = await runWith(words);
        expect(ran.code).toBeGreaterThan(0);
        for (const source of ['fileName', 'folderName'] as const) lookAt(source, marks, ran);
        if (words.includes('json')) look('fileName', 'stdoutJson', marks, ran);
        if (words.includes('json')) look('folderName', 'stdoutJson', marks, ran);
      }
    }
  });

  test('words of the command line', async () => {
    const mark = plant('commandWord', 'every command');
    const calls = [[mark], [`--${mark}`], [`-${mark}`], ['--', mark], ['--version', mark], ['help', mark]];
    for (const { name, options } of commands) {
      const required = Object.entries(options).flatMap(([key, { required: must }]) =>
        must ? [`--${key}`, 'x'] : [],
      );
      calls.push(
        [name, mark],
        [name, `--${mark}`],
        [name, `--${mark}=${mark}`],
        [name, mark, mark, mark, ...required],
      );
      calls.push(
        [name, '--__proto__', mark],
        [name, `-${mark}`],
        [name, '--', `--${mark}`],
        [name, '--help', mark],
      );
      for (const key of Object.keys(options)) {
        const value = name === 'serve' && key === 'data' ? join(folder, 'nowhere') : mark;
        calls.push(
          [name, mark, ...required, `--${key}`, value],
          [name, `--${key}=${value}`],
          [name, `--${key}`, value, `--${key}`, value],
        );
      }
    }
    for (const words of calls) {
      const ran = await runWith(words, { text: '{}' });
      lookAt('commandWord', mark, ran);
      look('commandWord', 'stdoutJson', mark, ran.out);
    }
  });

  test('content of key files and registers', async () => {
    const mark = plant('keyFile', 'content');
    const file = await put(
      'cases.csv',
      makeCsv({ rows: new Map([[3, { AD: '2024-02-10' }]]), numbered: false }),
    );
    for (const content of [
      mark,
      `{"key":"${mark}"}`,
      `{"${mark}":1}`,
      `{"kid":"${mark}","key":"${'A'.repeat(43)}"}`,
    ]) {
      const key = await put('key.json', content);
      await put('key.json.register', `${mark}.${mark}.${mark}`);
      const out = join(folder, 'out');
      lookAt(
        'keyFile',
        mark,
        await runWith(['import', file, '--country', 'bb', '--key-file', key, '--out', out]),
      );
      lookAt('keyFile', mark, await runWith(['pseudonymize', file, '--key-file', key, '--out', out]));
    }
  });

  test('a table through import and pseudonymize, to every file that they leave', async () => {
    const [cell, header, id] = [
      plant('htcdsCell', 'import'),
      plant('header', 'import'),
      plant('idColumn', 'import'),
    ];
    const marks = [cell, header, id];
    const columns: SheetRow = {
      B: cell,
      C: cell,
      D: cell,
      H: 'Feminine',
      J: cell,
      S: cell,
      T: cell,
      AD: '2024-02-10',
      AK: cell,
    };
    const rows = new Map<number, SheetRow>([
      [3, { ...columns, AN: id, AO: cell }],
      [4, { ...columns, I: cell, AD: cell }],
    ]);
    const added = [
      { column: 'AN', label: id },
      { column: 'AO', label: header },
    ];
    const file = await put(`${plant('fileName', 'import')}.csv`, makeCsv({ rows, added, numbered: false }));
    const imported = await results('import', file, ['--id-column', id]);
    passBy('importedRecord');
    expect(imported.ran.out).toContain('1 of 2 rows became cases');
    expect(await imported.read('out.ndjson')).toContain(cell);
    const stripped = await results('pseudonymize', join(imported.into, 'out.ndjson'));
    expect(stripped.ran.out).toContain('1 of 1 cases stripped');
    for (const source of ['htcdsCell', 'header', 'idColumn', 'fileName', 'folderName'] as const) {
      for (const { ran, read, names } of [imported, stripped]) {
        lookAt(source, marks, ran);
        look(source, 'ledgerFile', marks, await read('ledger.ndjson'));
        look(source, 'fileNames', marks, names);
      }
      look(source, 'findingsFile', marks, await imported.read('findings.ndjson'));
      look(source, 'register', marks, await imported.read('key.json.register'));
      look(source, 'pseudonymized', marks, await stripped.read('out.ndjson'));
    }
    expect((await imported.read('key.json.register')).length).toBeGreaterThan(100);
    expect((await imported.read('ledger.ndjson')).length).toBeGreaterThan(100);
  });

  test('a workbook of marked sheets and parts, through import', async () => {
    const [sheet, part] = [plant('sheetName', 'import'), plant('workbookPart', 'import')];
    const labels = htcdsColumns.map(({ label }) => label);
    const cells = labels.map((_, index) => (htcdsColumns[index]?.column === 'AD' ? '2024-02-10' : ''));
    const sheets = [
      { name: sheet, header: [{ cells: labels }], rows: [cells] },
      { name: `${sheet}2`, rows: [[sheet]] },
    ];
    const macro = new TextEncoder().encode(part);
    const rows = new Map([[3, { AD: '2024-02-10' }]]);
    const made = [
      await bytesOf(writeXlsx({ sheets })),
      makeWorkbook({ variant: 'multi', rows, author: part, macro }),
    ];
    for (const bytes of made) {
      const { ran, read, names, into } = await results('import', await put('book.xlsx', bytes));
      expect(ran.out).toContain('1 of 1 rows became cases');
      const stripped = await results('pseudonymize', join(into, 'out.ndjson'));
      for (const source of ['sheetName', 'workbookPart'] as const) {
        lookAt(source, [sheet, part], ran);
        look(source, 'findingsFile', [sheet, part], await read('findings.ndjson'));
        look(source, 'ledgerFile', [sheet, part], await read('ledger.ndjson'));
        look(source, 'register', [sheet, part], await read('key.json.register'));
        look(source, 'fileNames', [sheet, part], names);
        look(source, 'pseudonymized', [sheet, part], await stripped.read('out.ndjson'));
      }
    }
  });

  test('a mapping file through import', async () => {
    const rows = new Map([[3, { AD: '2024-02-10', H: 'Feminine' }]]);
    const file = await put('cases.csv', makeCsv({ rows, numbered: false }));
    for (const source of ['mappingKey', 'mappingValue'] as const) {
      const mark = plant(source, 'import');
      const mappings = [
        mark,
        JSON.stringify({ [mark]: mark }),
        JSON.stringify({ mapping: 'htcds-2.0', columns: { [mark]: mark }, country: mark }),
        JSON.stringify({ mapping: 'htcds-2.0', country: 'BB', columns: { id: mark }, keepAsText: [mark] }),
        JSON.stringify({
          mapping: 'htcds-2.0',
          country: 'BB',
          agencyType: mark,
          handling: { marking: mark },
        }),
        JSON.stringify({ mapping: 'htcds-2.0', fields: { prs_Gender: mark }, country: 'JM' }),
        JSON.stringify({
          mapping: 'htcds-2.0',
          agency: mark,
          status: { body: mark, law: 'BB-TIPPA-2016' },
          keepAsText: [mark],
        }),
      ];
      for (const content of mappings) {
        const mapping = await put(`${mark}.json`, content);
        const { ran, read, names, into } = await results('import', file, ['--mapping', mapping]);
        lookAt(source, mark, ran);
        look(source, 'findingsFile', mark, await read('findings.ndjson'));
        look(source, 'ledgerFile', mark, await read('ledger.ndjson'));
        look(source, 'fileNames', mark, names);
        look(source, 'register', mark, await read('key.json.register'));
        const stripped = await results('pseudonymize', join(into, 'out.ndjson'));
        const lines = (await stripped.read('out.ndjson')).split('\n').filter((line) => line !== '');
        look(
          source,
          'pseudonymized',
          mark,
          lines.map((line) => carry('disclosureList', JSON.parse(line))),
        );
      }
    }
  });

  test('the name of a group of recipients, and of a key', async () => {
    const [group, kid] = [plant('commandWord', 'recipient'), plant('keyFile', 'kid')];
    const valid = await readFile(fullCase, 'utf8');
    const file = await put('one.ndjson', JSON.stringify((JSON.parse(valid) as { record: unknown }).record));
    const table = await put(
      'one.csv',
      makeCsv({ rows: new Map([[3, { AD: '2024-02-10' }]]), numbered: false }),
    );
    const key = await put('named.json', JSON.stringify({ kid, key: 'A'.repeat(43) }));
    const imported = await results('import', table, [], key);
    const stripped = await results('pseudonymize', file, ['--recipient', group], key);
    expect([imported.ran.code, stripped.ran.code]).toEqual([0, 0]);
    for (const source of ['commandWord', 'keyFile'] as const) {
      for (const { ran, read, names } of [imported, stripped]) {
        lookAt(source, [group, kid], ran);
        look(source, 'ledgerFile', [group, kid], await read('ledger.ndjson'));
        look(source, 'fileNames', [group, kid], names);
      }
      look(source, 'findingsFile', [group, kid], await imported.read('findings.ndjson'));
      look(source, 'register', [group, kid], await readFile(`${key}.register`, 'utf8'));
      look(source, 'pseudonymized', [group, kid], await stripped.read('out.ndjson'));
    }
  });

  test('broken and newer cases through pseudonymize', async () => {
    const valid = JSON.parse(
      await readFile(
        new URL(
          '../../../../../../schemas/conformance/case/valid/every-section-filled.json',
          import.meta.url,
        ),
        'utf8',
      ),
    ).record as Record<string, unknown>;
    const makers: [Source, (mark: string) => string][] = [
      ['invalidValue', (mark) => JSON.stringify({ ...valid, sex: mark, caseRef: mark })],
      ['unknownKey', (mark) => JSON.stringify({ ...valid, [mark]: mark })],
      ['extensionKey', (mark) => JSON.stringify({ ...valid, extensions: { bb: { [mark]: mark } } })],
      ['newerKey', (mark) => JSON.stringify({ ...valid, schemaVersion: '1.8', [mark]: { [mark]: mark } })],
      ['fittingValue', (mark) => JSON.stringify({ ...valid, caseOwner: mark, localReference: mark })],
      [
        'ruleBreaker',
        (mark) =>
          JSON.stringify({ ...valid, closedOn: { value: '1999', precision: 'year' }, caseOwner: mark }),
      ],
      ['brokenLine', (mark) => `{"${mark}": ${mark}}`],
    ];
    const lines: string[] = [];
    const marks = makers.map(([source, make]) => {
      const mark = plant(source, 'pseudonymize');
      lines.push(make(mark));
      return [source, mark] as const;
    });
    const { ran, read, names } = await results('pseudonymize', await put('cases.ndjson', lines.join('\n')));
    expect(ran.code).toBe(1);
    for (const [source, mark] of marks) {
      lookAt(source, mark, ran);
      look(source, 'ledgerFile', mark, await read('ledger.ndjson'));
      look(source, 'pseudonymized', mark, await read('out.ndjson'));
      look(source, 'fileNames', mark, names);
    }
    expect((await read('out.ndjson')).length).toBeGreaterThan(300);
  });
});

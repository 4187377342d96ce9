import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCsv } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands.js';
import { runWith } from '../../../testing/run-with.js';
import { aroundCommands, folder, lookAt, put, validateBoth } from '../command-bench.js';
import { look, plant } from '../ledger.js';
import { wholeRecord, withAt, withKey } from '../whole-record.js';

describe('commands', () => {
  aroundCommands();

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
        ['migrate', path, '--to', '1.9', '--ledger', join(into, file, 'ledger')],
        ['migrate', path, '--to', '1.9', '--standard', path],
        ['diff', path, path],
        ['diff', into, path, '--json'],
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
});

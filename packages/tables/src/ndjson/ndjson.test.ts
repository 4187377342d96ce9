import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../source.js';
import { all, faults, inPieces } from '../test-tools.js';
import { readJson, readNdjson } from './read-ndjson.js';
import { writeNdjson } from './write-ndjson.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readNdjson', () => {
  test('gives each line with its number, whatever the line ends and pieces', async () => {
    for (const size of [1, 7, 100]) {
      const items = await all(readNdjson(inPieces(bytes('\uFEFF{"a":"é"}\r\n\n[1]\n"x"'), size)));
      expect(items).toEqual([
        { ok: true, value: { row: 1, json: { a: 'é' } } },
        { ok: true, value: { row: 3, json: [1] } },
        { ok: true, value: { row: 4, json: 'x' } },
      ]);
    }
  });

  test.each([
    { odd: 'a line that is no JSON, and goes on', text: '{"a":1}\n{CANARY}\n{}', want: ['json 2'] },
    { odd: 'nesting, and goes on', text: `${'['.repeat(65)}${']'.repeat(65)}\n{}`, want: ['limit-depth 1'] },
    { odd: 'brackets in a text, which are no nesting', text: `"${'['.repeat(100)}\\""`, want: [] },
    { odd: 'a long line, and goes on', text: `"${'x'.repeat(2_000_000)}"\n{}`, want: ['limit-record 1'] },
    { odd: 'a long last line', text: `{}\n"${'x'.repeat(2_000_000)}`, want: ['limit-record 2'] },
    { odd: 'NUL', text: '{}\n{\0}', want: ['not-text 2'] },
    { odd: 'nothing', text: '', want: ['empty-file'] },
    { odd: 'nothing but blanks', text: '\n \n', want: ['empty-file'] },
  ])('finds $odd', async ({ text, want }) => {
    const items = await all(readNdjson(bytes(text), { file: 1 }));
    expect(faults(items)).toEqual(want);
    expect(JSON.stringify(items.filter(({ ok }) => !ok))).not.toContain('CANARY');
  });

  test('finds too many rows and bytes', async () => {
    expect(faults(await all(readNdjson(bytes('1\n2\n3'), { limits: { rows: 2 } })))).toEqual([
      'limit-rows 3',
    ]);
    expect(faults(await all(readNdjson(bytes('1\n2\n3'), { limits: { bytes: 4 } })))).toEqual([
      'limit-bytes',
    ]);
  });

  test('random bytes never crash it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (data) => void (await all(readNdjson(data)))),
    );
  });
});

describe('readJson', () => {
  test.each([
    { odd: 'a document', text: '\uFEFF{"a":[1]}', want: { ok: true, value: { a: [1] } } },
    { odd: 'nothing', text: ' ', want: { ok: false, finding: { code: 'empty-file' }, ends: true } },
    { odd: 'half a document', text: '{"a":', want: { ok: false, finding: { code: 'json' }, ends: true } },
    {
      odd: 'deep nesting',
      text: '['.repeat(99),
      want: { ok: false, finding: { code: 'limit-depth', facts: { limit: 64 } } },
    },
  ])('$odd', async ({ text, want }) => {
    expect(await readJson(bytes(text))).toMatchObject(want);
  });
});

describe('writeNdjson', () => {
  test('what is written is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 10 }), async (values) => {
        const items = await all(readNdjson(writeNdjson(values)));
        expect(items.map((item) => item.ok && item.value.json)).toEqual(
          values.map((value) => JSON.parse(JSON.stringify(value)) as unknown),
        );
      }),
    );
  });

  test('refuses what JSON can not hold', async () => {
    await expect(bytesOf(writeNdjson([undefined]))).rejects.toThrow(TypeError);
  });
});

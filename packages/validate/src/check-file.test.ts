import { generateRecord } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { checkFile, type FileOptions } from './check-file.js';

const record = (seed: number) => generateRecord({ type: 'case', level: 'identified', seed, optional: 0.1 });
const one = JSON.stringify(record(1));
const two = JSON.stringify(record(2));

/** Gives the bytes in pieces of `size`, so that a piece ends inside a character, a string and a number. */
async function* pieces(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function rows(text: string | Uint8Array, options: FileOptions = {}, size = 7): Promise<string[]> {
  const found: string[] = [];
  for await (const { at, checked } of checkFile(pieces(text, size), options)) {
    const codes = checked.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    found.push(`${at.row ?? '-'} ${checked.ok ? 'ok' : codes.join()}`);
  }
  return found;
}

describe('checkFile', () => {
  test.each<
    readonly [name: string, text: string | Uint8Array, options: FileOptions, expected: readonly string[]]
  >([
    ['one record', one, {}, ['1 ok']],
    ['one record over many lines', JSON.stringify(record(1), null, 2), {}, ['1 ok']],
    ['one record with a byte order mark', `\uFEFF${one}`, {}, ['1 ok']],
    ['an array', `[\n${one},\n${two}\n]\n`, {}, ['2 ok', '3 ok']],
    ['an array in one line', `[${one},${two}]`, {}, ['1 ok', '1 ok']],
    ['records one after the other', `${one}\n${two}\n`, {}, ['1 ok', '2 ok']],
    ['records that touch', `${one}${two}`, {}, ['1 ok', '1 ok']],
    ['an empty array', '[]', {}, ['- empty-file']],
    ['nothing', '', {}, ['- empty-file']],
    ['blanks', ' \n\t\n', {}, ['- empty-file']],
    ['a number', '17', {}, ['1 type']],
    ['numbers and words', '[1, true,null ,"a\\"]"]', {}, ['1 type', '1 type', '1 type', '1 type']],
    ['a broken word', '[nulll]', {}, ['1 json']],
    ['a record that ends too early', one.slice(0, -5), {}, ['1 truncated-file']],
    ['a text that ends too early', '["abc', {}, ['1 truncated-file']],
    ['an array that ends too early', `[${one},\n`, {}, ['1 ok', '2 truncated-file']],
    ['something behind the array', `[${one}] x`, {}, ['1 ok', '1 json']],
    ['a comma too many', `[${one},,${two}]`, {}, ['1 ok', '1 json']],
    ['no comma', `[${one} ${two}]`, {}, ['1 ok', '1 json']],
    ['a closing bracket first', ']', {}, ['1 json']],
    ['lines', `${one}\n\n${two}\r\n`, { layout: 'ndjson' }, ['1 ok', '3 ok']],
    ['a broken line between', `${one}\n{"type":\n${two}`, { layout: 'ndjson' }, ['1 ok', '2 json', '3 ok']],
    [
      'a line that is too long',
      `${one}\n${two}`,
      { layout: 'ndjson', limits: { bytes: 20 } },
      ['1 limit-bytes', '2 limit-bytes'],
    ],
    [
      'a record that is too long',
      `["${'x'.repeat(500)}", 1]`,
      { limits: { bytes: 100 } },
      ['1 limit-bytes', '1 type'],
    ],
    ['too many records', '[1,2,3]', { limits: { rows: 2 } }, ['1 type', '1 type', '1 limit-rows']],
    ['too deep', '['.repeat(40) + ']'.repeat(40), {}, ['1 limit-depth']],
    ['bytes that are no text', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), {}, ['- not-text']],
    ['half a character at the end', new Uint8Array([0x31, 0x20, 0xe2, 0x82]), {}, ['1 type', '- not-text']],
    ['a NUL', 'abc\0', {}, ['- not-text']],
    ['a key twice', '{"type":"case","type":"case"}', {}, ['1 duplicate-key']],
  ])('%s', async (_name, text, options, expected) => {
    for (const size of [1, 7, 100_000]) expect(await rows(text, options, size)).toEqual(expected);
  });

  test('writes the position into every finding', async () => {
    for await (const { at, checked } of checkFile(new TextEncoder().encode('\n[7]'), { file: 3 })) {
      expect(at).toEqual({ file: 3, row: 2 });
      expect(checked.findings).toMatchObject([{ code: 'type', path: '', file: 3, row: 2 }]);
    }
  });

  test('takes blobs, streams and bytes', async () => {
    const bytes = new TextEncoder().encode(one);
    for (const source of [new Blob([one]), new Blob([one]).stream(), bytes, pieces(bytes, 9)]) {
      const results: boolean[] = [];
      for await (const { checked } of checkFile(source)) results.push(checked.ok);
      expect(results).toEqual([true]);
    }
  });

  test('closes a stream that is left early', async () => {
    let isClosed = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(`${one}\n`)),
      cancel: () => {
        isClosed = true;
      },
    });
    for await (const { checked } of checkFile(stream)) {
      expect(checked.ok).toBe(true);
      break;
    }
    expect(isClosed).toBe(true);
  });

  test('passes on what goes wrong in the source', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('[');
      throw new TypeError('the network is gone');
    }
    await expect(async () => {
      for await (const _row of checkFile(failing())) expect.unreachable();
    }).rejects.toThrow('the network is gone');
  });

  test('holds one record at a time, whatever the file', async () => {
    const count = 20_000;
    async function* many(): AsyncGenerator<Uint8Array> {
      const bytes = new TextEncoder().encode(`${one}\n`);
      for (let at = 0; at < count; at += 1) yield bytes;
    }
    let rows = 0;
    for await (const { checked } of checkFile(many(), { layout: 'ndjson' })) rows += checked.ok ? 1 : 0;
    expect(rows).toBe(count);
  });
});

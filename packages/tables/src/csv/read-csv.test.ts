import { describe, expect, test } from 'vitest';
import { all, faults, inPieces, texts } from '../test-tools.js';
import { readCsv } from './read-csv.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('readCsv reads', () => {
  test.each([
    { odd: 'commas', csv: 'a,b\r\n1,2\r\n', want: { A1: 'a', B1: 'b', A2: '1', B2: '2' } },
    {
      odd: 'semicolons, with commas in the text',
      csv: 'a;b\n1,5;2\n',
      want: { A1: 'a', B1: 'b', A2: '1,5', B2: '2' },
    },
    { odd: 'tabs', csv: 'a\tb\n1\t2', want: { A1: 'a', B1: 'b', A2: '1', B2: '2' } },
    {
      odd: 'delimiters inside quotes in the header',
      csv: '"a;b;c",d\n1,2',
      want: { A1: 'a;b;c', B1: 'd', A2: '1', B2: '2' },
    },
    { odd: 'a sep line', csv: 'sep=;\r\na;b,c,d\r\n', want: { A1: 'a', B1: 'b,c,d' } },
    { odd: 'lone carriage returns', csv: 'a,b\r1,2\r', want: { A1: 'a', B1: 'b', A2: '1', B2: '2' } },
    { odd: 'a byte order mark', csv: '\uFEFFa,b', want: { A1: 'a', B1: 'b' } },
    {
      odd: 'quotes and line ends inside quotes',
      csv: 'a,"x ""y""\r\nz"\n1,2',
      want: { A1: 'a', B1: 'x "y"\r\nz', A2: '1', B2: '2' },
    },
    {
      odd: 'a quotation mark inside a bare field',
      csv: 'a,5\' 4" tall\n',
      want: { A1: 'a', B1: '5\' 4" tall' },
    },
    { odd: 'blank lines, which count as rows', csv: 'a\n\n\nb\n', want: { A1: 'a', A4: 'b' } },
    { odd: 'short rows', csv: 'a,b,c\n1\n,,3', want: { A1: 'a', B1: 'b', C1: 'c', A2: '1', C3: '3' } },
    { odd: 'one letter', csv: 'a', want: { A1: 'a' } },
    { odd: 'emoji and right-to-left text', csv: '👩‍👧,שלום\n', want: { A1: '👩‍👧', B1: 'שלום' } },
  ])('$odd', async ({ csv, want }) => {
    for (const size of [1, 2, 3, 1000]) {
      const items = await all(readCsv(inPieces(bytes(csv), size)));
      expect(faults(items)).toEqual([]);
      expect(texts(items)).toEqual(want);
    }
    expect(texts(await all(readCsv(utf16(csv.replace('\uFEFF', '')))))).toEqual(want);
  });

  test('a Blob, a stream and an array alike', async () => {
    const data = bytes('a,b\n1,2\n');
    const want = { A1: 'a', B1: 'b', A2: '1', B2: '2' };
    expect(texts(await all(readCsv(data)))).toEqual(want);
    expect(texts(await all(readCsv(new Blob([data as BlobPart]))))).toEqual(want);
    expect(texts(await all(readCsv(new Blob([data as BlobPart]).stream())))).toEqual(want);
  });

  test('an old Windows encoding when it is named', async () => {
    const items = await all(readCsv(Uint8Array.of(0xe9, 0x2c, 0x93), { encoding: 'windows-1252' }));
    expect(texts(items)).toEqual({ A1: 'é', B1: '“' });
  });

  test('both the record and its line', async () => {
    const items = await all(readCsv(bytes('a\n"1\n2\n3"\nb\n')));
    expect(items.map((item) => item.ok && [item.value.row, item.value.line])).toEqual([
      [1, 1],
      [2, 2],
      [3, 5],
    ]);
  });
});

describe('readCsv finds', () => {
  test.each([
    { odd: 'nothing', csv: bytes(''), want: ['empty-file'] },
    { odd: 'nothing but blanks lines', csv: bytes('\n\n,,\n'), want: ['empty-file'] },
    { odd: 'text after a closing quotation mark', csv: bytes('a,b\n"x"y,2\nc,d'), want: ['broken-row A2'] },
    { odd: 'quotes that never close', csv: bytes('a,b\n1,"2\n3,4\n'), want: ['broken-row B2'] },
    { odd: 'a comma that needed quotes', csv: bytes('a,b\n1,2,x\n'), want: ['extra-cells C2'] },
    { odd: 'a lone byte', csv: Uint8Array.of(97, 10, 98, 0xe9, 10), want: ['not-text 2'] },
    { odd: 'half a character at the end', csv: Uint8Array.of(97, 10, 0xe2, 0x82), want: ['not-text 2'] },
    { odd: 'one wrong byte alone', csv: Uint8Array.of(0xe9), want: ['not-text 1'] },
    { odd: 'NUL bytes', csv: bytes('a,b\nc\0d,e'), want: ['not-text 2'] },
    { odd: 'UTF-16 that does not say so', csv: utf16('a,b').slice(2), want: ['not-text 1'] },
  ])('$odd', async ({ csv, want }) => {
    expect(faults(await all(readCsv(csv)))).toEqual(want);
  });

  test('a broken row, and goes on after it', async () => {
    const items = await all(readCsv(bytes('a,b\n"x"y,2\nc,d'), { file: 3 }));
    expect(texts(items)).toEqual({ A1: 'a', B1: 'b', A3: 'c', B3: 'd' });
    const want = { code: 'broken-row', severity: 'error', path: '', file: 3, row: 2, column: 'A' };
    expect(items[1]).toEqual({ ok: false, finding: want, ends: false });
  });

  test.each([
    { limits: { bytes: 18 }, want: ['limit-bytes'], odd: 'bytes' },
    { limits: { rows: 2 }, want: ['limit-rows 3'], odd: 'rows' },
    {
      limits: { columns: 1 },
      want: ['limit-columns 1', 'limit-columns 2', 'limit-columns 3'],
      odd: 'columns',
    },
    { limits: { cell: 5 }, want: ['limit-cell B3'], odd: 'the length of a cell' },
  ])('the limit on $odd passed', async ({ limits, want }) => {
    const items = await all(readCsv(bytes('a,b\n1,2\n3,too long\n'), { limits }));
    expect(faults(items)).toEqual(want);
    const last = items.at(-1);
    if (last?.ok === false && last.ends) {
      expect(last.finding.facts).toEqual({ limit: Object.values(limits)[0] });
    }
  });

  test('a limit that is none: a bad call', async () => {
    await expect(all(readCsv(bytes('a'), { limits: { rows: 0 } }))).rejects.toThrow(RangeError);
    await expect(all(readCsv('a,b' as never))).rejects.toThrow(TypeError);
  });

  test('a million columns and a huge cell, within little memory', async () => {
    expect(faults(await all(readCsv(bytes(`a\n${','.repeat(1_000_000)}x\nb`))))).toEqual(['limit-columns 2']);
    expect(faults(await all(readCsv(bytes(`a\n"${'y'.repeat(5_000_000)}"\nb`))))).toEqual(['limit-cell A2']);
  });
});

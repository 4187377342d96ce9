import { describe, expect, test } from 'vitest';
import { bytesOf } from '../source.js';
import { all, texts } from '../test-tools.js';
import { readCsv } from './read-csv.js';
import { writeCsv } from './write-csv.js';
import { writeCsvColumn } from './write-csv-column.js';

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const bytes = (csv: string): Uint8Array => new TextEncoder().encode(csv);

describe('writeCsv', () => {
  test.each([
    { odd: 'nothing special', rows: [['a', 1, true, null]], want: 'a,1,TRUE,\r\n' },
    {
      odd: 'quotes, delimiters and line ends',
      rows: [['a"b', 'c,d', 'e\nf', 'g;h']],
      want: '"a""b","c,d","e\nf","g;h"\r\n',
    },
    {
      odd: 'formula-like texts and a negative number',
      rows: [['=1', ' +1', '-x', -5]],
      want: "'=1,' +1,'-x,-5\r\n",
    },
    { odd: 'an apostrophe before a formula', rows: [["'=1"]], want: "''=1\r\n" },
    { odd: 'one empty cell', rows: [['']], want: '""\r\n' },
  ])('$odd', async ({ rows, want }) => {
    expect(text(await bytesOf(writeCsv(rows, { bom: false })))).toBe(want);
  });

  test('begins with a byte order mark unless told otherwise', async () => {
    expect([...(await bytesOf(writeCsv([['a']]))).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('refuses a formula when told to, and says where without saying what', async () => {
    const failed = bytesOf(writeCsv([['id'], ['=CANARY()']], { guard: 'refuse' }));
    await expect(failed).rejects.toMatchObject({ name: 'TablesError', code: 'formula', row: 2, column: 1 });
    await expect(failed).rejects.not.toThrow(/CANARY/);
  });

  test('an unknown delimiter is a bad call', () => {
    expect(() => writeCsv([], { delimiter: '|' as never })).toThrow(TypeError);
  });
});

describe('writeCsvColumn', () => {
  const header = new Map([[1, 'id']]);
  test.each([
    { odd: 'the first free column', csv: 'a,b\r\n"1","x y"\r\n', want: '\uFEFFa,b,id\r\n"1","x y",K\r\n' },
    { odd: 'the column it made before', csv: 'a,id,c\n"1, 2",old,3\n', want: '\uFEFFa,id,c\n"1, 2",K,3\n' },
    { odd: 'past short rows', csv: 'a;b;c\n1\n2;3;4\n', want: '\uFEFFa;b;c;id\n1;;;K\n2;3;4\n' },
    { odd: 'without a line end at the end', csv: 'a\n1', want: '\uFEFFa,id\n1,K' },
    { odd: 'after a sep line', csv: 'sep=;\na;b\n1;2\n', want: '\uFEFFsep=;\na;b;id\n1;2;K\n' },
  ])('fills $odd', async ({ csv, want }) => {
    const item = await writeCsvColumn(bytes(csv), { header, values: new Map([[2, 'K']]) });
    expect(item.ok && text(item.value)).toBe(want);
  });

  test('what it wrote is read', async () => {
    const item = await writeCsvColumn(bytes('a\n1\n2\n'), { header, values: new Map([[3, 'K']]) });
    expect(item.ok && texts(await all(readCsv(item.value)))).toEqual({
      A1: 'a',
      B1: 'id',
      A2: '1',
      A3: '2',
      B3: 'K',
    });
  });

  test('a broken record is a finding; a formula is a bad call', async () => {
    const broken = await writeCsvColumn(bytes('a\n"x"y\n'), { header, values: new Map() });
    expect(broken).toMatchObject({ ok: false, finding: { code: 'broken-row', row: 2 }, ends: true });
    await expect(writeCsvColumn(bytes('a'), { header, values: new Map([[1, '=1']]) })).rejects.toThrow(
      TypeError,
    );
  });
});

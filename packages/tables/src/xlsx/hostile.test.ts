import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesOf, collect } from '../source.js';
import { all, faults, workbook } from '../test-tools.js';
import { pack } from '../zip/pack.js';
import { readXlsx } from './read-xlsx.js';
import { writeColumn } from './write-column.js';
import { writeXlsx } from './write-xlsx.js';

const read = async (bytes: Uint8Array, limits = {}): Promise<string[]> =>
  faults(await all(readXlsx(bytes, { limits })));
const row = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe('a hostile workbook is a finding', () => {
  test.each([
    { odd: 'nothing', bytes: new Uint8Array(0), want: 'empty-file' },
    { odd: 'text', bytes: strToU8('a,b\n'), want: 'not-a-workbook' },
    { odd: 'a zip of something else', bytes: zipSync({ 'a.txt': strToU8('a') }), want: 'not-a-workbook' },
    {
      odd: 'an old workbook',
      bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      want: 'old-workbook',
    },
    {
      odd: 'a workbook with a password',
      bytes: new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Buffer.from('xxEncryptedPackage', 'utf16le'),
      ]),
      want: 'encrypted-workbook',
    },
    {
      odd: 'a document type',
      bytes: workbook(row, {
        'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>${row}</sheetData></worksheet>`,
      }),
      want: 'unsafe-workbook',
    },
    {
      odd: 'an entity of its own',
      bytes: workbook('<row r="1"><c t="str"><v>&xxe;</v></c></row>'),
      want: 'damaged-file',
    },
    { odd: 'a namespace bomb of nested tags', bytes: workbook('<a>'.repeat(100)), want: 'limit-depth' },
    {
      odd: 'a tag that never ends',
      bytes: workbook(`<row r="1" x="${'y'.repeat(6_000_000)}"/>`),
      want: 'limit-expansion',
    },
    {
      odd: 'bytes that are no text',
      bytes: workbook(row, { 'xl/worksheets/sheet1.xml': Uint8Array.of(60, 0xff, 62) }),
      want: 'damaged-file',
    },
    {
      odd: 'a sheet that is not in the package',
      bytes: workbook(row, {
        'xl/workbook.xml': '<workbook><sheets><sheet name="S" id="r9"/></sheets></workbook>',
      }),
      want: 'no-such-sheet',
    },
    {
      odd: 'names that differ in case alone',
      bytes: workbook(row, { 'XL/workbook.xml': '<workbook/>' }),
      want: 'unsafe-workbook',
    },
  ])('$odd', async ({ bytes, want }) => {
    expect(await read(bytes)).toEqual([want]);
  });

  test('a file called __proto__ among the others is only a file', async () => {
    const parts = Object.entries(unzipSync(workbook(row)));
    const files = [...parts, ['__proto__', strToU8('x')] as const].map(([name, content]) => ({
      name,
      content,
    }));
    const bytes = await collect(pack(files));
    expect(await read(bytes)).toEqual([]);
    const copy = await writeColumn(bytes, { header: new Map(), values: new Map([[1, 'id']]) });
    expect(copy.ok && (await read(copy.value))).toEqual([]);
  });

  test('a zip bomb stops at the limit on expansion, long before it is unpacked', async () => {
    const bomb = workbook('', { 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) });
    expect(bomb.byteLength).toBeLessThan(50_000);
    expect(await read(bomb)).toEqual(['limit-expansion']);
    expect(await read(bomb, { expansion: 5_000, entryBytes: 1_000_000 })).toEqual(['limit-unpacked']);
    const shared = workbook('', { 'xl/sharedStrings.xml': new Uint8Array(20_000_000) });
    expect(await read(shared)).toEqual(['limit-expansion']);
  });

  test('a bomb that lies about its size', async () => {
    const bytes = workbook('', {
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${' '.repeat(5_000)}</worksheet>`),
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.byteLength - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 5_000)
        view.setUint32(at + 24, 10, true);
    }
    expect(await read(bytes)).toEqual(['unsafe-workbook']);
  });

  test('a huge cell and a million columns', async () => {
    const noise = Array.from({ length: 60_000 }, (_, index) => Math.sin(index).toString(36)).join('');
    expect(await read(workbook(`<row r="1"><c r="A1" t="str"><v>${noise}</v></c></row>`))).toEqual([
      'limit-cell A1',
    ]);
    expect(await read(workbook(`<row r="1">${'<c/>'.repeat(20_000)}</row>`))).toEqual(['limit-columns 1']);
    expect(
      await read(workbook(row, { 'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(50)}</sst>` }), {
        strings: 20,
      }),
    ).toEqual(['limit-strings']);
  });
});

describe('a broken workbook is a finding', () => {
  const whole = bytesOf(
    writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: Array.from({ length: 1_200 }, (_, index) => [index, Math.sin(index), `text ${index}`]),
        },
      ],
    }),
  );

  test('cut at every kilobyte', async () => {
    const bytes = await whole;
    expect(bytes.byteLength).toBeGreaterThan(20_000);
    for (let size = 1_024; size < bytes.byteLength; size += 1_024) {
      expect(await read(bytes.slice(0, size))).toEqual(['truncated-file']);
    }
  });

  test('a flipped byte never crashes it', async () => {
    const bytes = await whole;
    const flips = fc.record({ at: fc.nat(bytes.byteLength - 1), to: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(flips, async ({ at, to }) => {
        const copy = bytes.slice();
        copy[at] = (copy[at] as number) ^ to;
        for (const item of await all(readXlsx(copy))) if (!item.ok) expect(item.finding.path).toBe('');
      }),
      { numRuns: 40 },
    );
  });

  test('random bytes after a zip signature never crash it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await read(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]))).length).toBe(1);
      }),
    );
  });
});

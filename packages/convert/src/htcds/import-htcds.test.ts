import { existsSync, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { canaryWord, findCanary, htcdsColumns, makeCsv, makeWorkbook } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { importHtcds } from './import-htcds.js';
import { importAll, importOptions, importRows, ofRows, registered, said } from './testing/import-rows.js';

const shared = process.env.CTDX_SHARED;
const toolkit = join(shared ?? '', 'data/htcds-toolkit');

async function importFile(name: string) {
  const items = [];
  for await (const item of importHtcds(await openAsBlob(join(toolkit, name)), importOptions()))
    items.push(item);
  return items;
}

describe('the published files', () => {
  test
    .skipIf(!shared || !existsSync(toolkit))
    .each([
      'HTCDS Excel Spreadsheet v2.0.xlsx',
      'HTCDS Excel Spreadsheet single select with validation v2.0.xlsx',
      'HTCDS Excel Spreadsheet multi select with validation v2.0.xlsm',
    ])('%s is recognised and holds no case (needs CTDX_SHARED)', async (name) => {
    const items = await importFile(name);
    expect(items.flatMap(said)).toEqual(['no-id-column@', 'no-rows@']);
    expect(
      items.flatMap(({ findings }) => findings).every(({ severity }) => severity === 'information'),
    ).toBe(true);
  });

  test.skipIf(!shared || !existsSync(toolkit)).each(['htcds_xlsform.xlsx', 'htcds_xlsform.xml'])(
    '%s is no file of this kind (needs CTDX_SHARED)',
    async (name) => {
      expect((await importFile(name)).flatMap(said)).toEqual(['not-htcds@']);
    },
  );
});

describe('files that are something else', () => {
  const text = (content: string) => new TextEncoder().encode(content);

  test.each([
    ['a table of other things', text('First Name,Email,Title,Status\nA,b@c.example,D,E\n'), 'not-htcds@'],
    ['a text', text('Dear colleague,\nplease find attached.\n'), 'not-htcds@'],
    ['an empty file', new Uint8Array(0), 'empty-file@'],
    ['bytes', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'not-text@'],
    [
      'a cut workbook',
      makeWorkbook({ variant: 'plain', rows: new Map() }).subarray(0, 900),
      'truncated-file@',
    ],
  ])('%s gives one finding and no case', async (_, bytes, want) => {
    const items = await importAll(bytes);
    expect(items.flatMap(said)).toEqual([want]);
    expect(items[0]).not.toHaveProperty('value');
  });

  test('a limit that is passed ends the import with a finding', async () => {
    const rows = new Map([[3, registered]]);
    const items = await importAll(makeWorkbook({ variant: 'plain', rows }), { limits: { bytes: 100 } });
    expect(items.flatMap(said)).toEqual(['limit-bytes@']);
  });
});

describe('sources', () => {
  const rows = new Map([[3, { ...registered, D: 'Ada' }]]);
  const files = { workbook: makeWorkbook({ variant: 'plain', rows }), table: makeCsv({ rows }) };

  test.each(Object.entries(files))('a %s is read from bytes, a file and a stream', async (_, bytes) => {
    for (const source of [bytes, new Blob([bytes as BlobPart]), new Blob([bytes as BlobPart]).stream()]) {
      const names = [];
      for await (const { value } of importHtcds(source, importOptions())) {
        if (value !== undefined) names.push(value.subject.identity?.firstName);
      }
      expect(names).toEqual(['Ada']);
    }
  });

  test.each(['both', 'names', 'labels'] as const)('a table with %s as headers is read', async (headers) => {
    const [item] = ofRows(await importAll(makeCsv({ rows, headers, numbered: false, delimiter: ';' })));
    expect(item?.value?.subject.identity?.firstName).toBe('Ada');
    expect(item?.value?.provenance?.format).toBe('htcdsCsv');
  });

  test('a missing column is not collected, which a finding says once', async () => {
    const wanted = htcdsColumns.filter(({ field }) => field !== 'con_Consent').map(({ label }) => label);
    const cells = wanted.map((label) => (label === 'Incoming Referral Date' ? '2024-05-01' : ''));
    const items = await importAll(new TextEncoder().encode(`${wanted.join(',')}\n${cells.join(',')}\n`));
    const missing = items.flatMap(({ findings }) => findings).filter(({ code }) => code === 'header-missing');
    expect(missing.map(({ facts }) => facts)).toEqual([{ field: 'con_Consent' }]);
    expect(ofRows(items)[0]?.value).not.toHaveProperty('consent');
  });

  test('an import needs a country', async () => {
    const items = importHtcds(files.table, {});
    await expect(items.next()).rejects.toThrow(TypeError);
  });
});

describe('what must not come out', () => {
  test('findings and losses hold nothing of what a file says, wherever it stands', async () => {
    const cells = Object.fromEntries(
      htcdsColumns.map(({ column }, index) => [column, `${canaryWord('ce', index)} 12/13`] as const),
    );
    const added = [{ column: 'AN', label: canaryWord('he', 1) }];
    for (const row of [
      { ...cells, AN: canaryWord('ce', 99) },
      { ...cells, ...registered },
    ]) {
      const headers = { 1: { C: canaryWord('he', 2) }, 2: { C: canaryWord('he', 3) } };
      const items = await importRows([row], { added, headers, author: canaryWord('au', 1) });
      const told = items.map(({ findings, losses, at }) => ({ findings, losses, at }));
      expect(told.flatMap(({ findings }) => findings).length).toBeGreaterThan(10);
      expect(findCanary(JSON.stringify(told))).toEqual([]);
    }
  });
});

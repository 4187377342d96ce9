import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf, writeXlsx } from '@ctdx/tables';
import { htcdsColumns, makeCsv, makeWorkbook, type SheetRow } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { carry, passBy } from '../carriers.js';
import { aroundCommands, fullCase, lookAt, put, results } from '../command-bench.js';
import { look, plant } from '../ledger.js';
import type { Source } from '../sources.js';

describe('files', () => {
  aroundCommands();

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
    expect(stripped.ran.out).toContain('1 of 1 records stripped');
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

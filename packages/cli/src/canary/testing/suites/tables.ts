import { join } from 'node:path';
import {
  type ImportTableOptions,
  importTable,
  type LayoutName,
  type LayoutSheet,
  type Loss,
  layoutNames,
  layoutOf,
  readLayoutMapping,
} from '@ctdx/convert';
import type { Finding } from '@ctdx/model';
import { bytesOf, writeCsv, writeXlsx } from '@ctdx/tables';
import { stoppedClock } from '@ctdx/testkit';
import { say, summarize } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import { describe, expect, test } from 'vitest';
import { passBy } from '../carriers.js';
import { aroundCommands, lookAt as lookAtRun, put, results } from '../command-bench.js';
import { look, plant } from '../ledger.js';
import type { Source } from '../sources.js';

interface Imported {
  readonly findings: Finding[];
  readonly losses: Loss[];
}

async function importAll(
  name: LayoutName,
  bytes: Uint8Array,
  options: ImportTableOptions = {},
): Promise<Imported> {
  const all: Imported = { findings: [], losses: [] };
  const clock = stoppedClock('2026-01-15T12:00:00Z');
  for await (const { findings, losses } of importTable(name, bytes, {
    country: 'BB',
    file: 1,
    clock,
    ...options,
  })) {
    all.findings.push(...findings);
    all.losses.push(...losses);
  }
  return all;
}

function lookAt(source: Source, marks: string | readonly string[], { findings, losses }: Imported): void {
  look(source, 'finding', marks, JSON.stringify(findings));
  look(source, 'summary', marks, JSON.stringify(summarize(findings)));
  look(
    source,
    'wording',
    marks,
    findings.map((found) => Object.values(say(found, wordingEn)).join(' ')).join('\n'),
  );
  look(source, 'loss', marks, JSON.stringify(losses));
}

/** The titles of a sheet's columns; where a column stands for a list, one of its codes. */
function headersOf({ columns }: LayoutSheet): string[] {
  const codes: Readonly<Record<string, string>> = {
    'safety-flag': 'childAlone',
    'screening-indicator': 'ilo.dr.01',
  };
  return columns.map(({ title, each }) => (each === undefined ? title.en : (codes[each] as string)));
}

/** A workbook of a layout in which every cell is the same text, but for the column with a date. */
function filled(
  name: LayoutName,
  text: string,
  more: readonly { name: string; rows: string[][] }[] = [],
): Promise<Uint8Array> {
  const sheets = layoutOf(name).sheets.map((sheet) => {
    const headers = headersOf(sheet);
    return { name: sheet.title.en, header: [{ cells: headers }], rows: [headers.map(() => text)] };
  });
  return bytesOf(writeXlsx({ sheets: [...sheets, ...more] }));
}

describe('tables in a layout', () => {
  aroundCommands();

  test('the cell of each column of a table of screenings and of a plan', async () => {
    for (const name of layoutNames) {
      for (const shape of [
        (mark: string) => mark,
        (mark: string) => `31/02/2024 ${mark}`,
        (mark: string) => mark.repeat(600),
      ]) {
        const mark = plant('layoutCell', name);
        const made = await importAll(name, await filled(name, shape(mark)));
        expect(made.findings.length).toBeGreaterThan(5);
        lookAt('layoutCell', mark, made);
      }
    }
  });

  test('headers, sheets and mappings of a layout', async () => {
    for (const name of layoutNames) {
      const [header, sheet, key, value] = [
        plant('header', name),
        plant('sheetName', name),
        plant('mappingKey', name),
        plant('mappingValue', name),
      ];
      const [first] = layoutOf(name).sheets;
      const headers = [...headersOf(first as LayoutSheet), header, header];
      const sheets = [
        { name: first?.title.en ?? '', header: [{ cells: headers }], rows: [headers.map(() => header)] },
        { name: sheet, rows: [[sheet]] },
      ];
      const made = await importAll(name, await bytesOf(writeXlsx({ sheets })));
      for (const source of ['header', 'sheetName'] as const) lookAt(source, [header, sheet], made);
      const wrong = readLayoutMapping({
        mapping: name,
        [key]: value,
        columns: { [`${key}!`]: value },
        agency: `${value} !`,
        country: value,
      });
      expect(wrong.ok).toBe(false);
      const findings = wrong.ok ? [] : [...wrong.findings];
      const used = await importAll(name, await filled(name, value), {
        mapping: {
          mapping: name,
          columns: { number: value },
          values: { law: value, setting: value, type: value },
        },
      });
      for (const source of ['mappingKey', 'mappingValue'] as const) {
        lookAt(source, [key, value], { findings: [...findings, ...used.findings], losses: used.losses });
      }
    }
  });

  test('a table of screenings and a plan through import, to every file that they leave', async () => {
    const [cell, header, sheet] = [
      plant('layoutCell', 'import'),
      plant('header', 'import of a layout'),
      plant('sheetName', 'import of a layout'),
    ];
    const marks = [cell, header, sheet];
    const headers = [
      'Screening no.',
      'Date of screening',
      'Setting',
      'Screener',
      'Age',
      'Citizenship',
      'Remarks',
      header,
    ];
    const table = [
      headers,
      [cell, '2024-05-06', cell, cell, cell, `Haiti; ${cell}`, cell, cell],
      [cell, cell, '', '', '', '', '', ''],
    ];
    const csv = await put(
      `${plant('fileName', 'a table of screenings')}.csv`,
      await bytesOf(writeCsv(table)),
    );
    const book = await put(
      'plan.xlsx',
      await filled('action-plan-workbook-1.0', cell, [{ name: sheet, rows: [[header]] }]),
    );
    const screenings = await results('import', csv, ['--as', 'screening']);
    expect(screenings.ran.out).toContain('1 of 2 rows became screenings');
    passBy('importedRecord');
    expect(await screenings.read('out.ndjson')).toContain(cell);
    const plan = await results('import', book, ['--as', 'action-plan']);
    const stripped = await results('pseudonymize', join(screenings.into, 'out.ndjson'));
    for (const source of ['layoutCell', 'header', 'sheetName', 'fileName'] as const) {
      for (const { ran, read, names } of [screenings, plan]) {
        lookAtRun(source, marks, ran);
        look(source, 'ledgerFile', marks, await read('ledger.ndjson'));
        look(source, 'findingsFile', marks, await read('findings.ndjson'));
        look(source, 'register', marks, await read('key.json.register'));
        look(source, 'fileNames', marks, names);
      }
      lookAtRun(source, marks, stripped.ran);
      look(source, 'pseudonymized', marks, await stripped.read('out.ndjson'));
    }
    expect(await stripped.read('out.ndjson')).toContain('screening');
  });
});

import { type ImportHtcdsOptions, importHtcds, type Loss, readMapping } from '@ctdx/convert';
import type { Finding } from '@ctdx/model';
import { bytesOf, writeXlsx } from '@ctdx/tables';
import { htcdsColumns, makeCsv, makeWorkbook, type SheetRow, stoppedClock } from '@ctdx/testkit';
import { say, summarize } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import { describe, expect, test } from 'vitest';
import { workbook } from '../../../../../tables/src/test-tools.js';
import { look, plant } from '../ledger.js';
import type { Source } from '../sources.js';

const registered: SheetRow = { AD: '2024-02-10' };

interface Imported {
  readonly findings: Finding[];
  readonly losses: Loss[];
  readonly cases: number;
}

async function importAll(bytes: Uint8Array, options: ImportHtcdsOptions = {}): Promise<Imported> {
  const all: Imported = { findings: [], losses: [], cases: 0 };
  let cases = 0;
  const clock = stoppedClock('2026-01-15T12:00:00Z');
  for await (const { value, findings, losses } of importHtcds(bytes, {
    country: 'BB',
    file: 1,
    clock,
    ...options,
  })) {
    all.findings.push(...findings);
    all.losses.push(...losses);
    if (value !== undefined) cases += 1;
  }
  return { ...all, cases };
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

/** Texts that each kind of cell trips over in a way of its own. */
const cellTexts: readonly ((mark: string) => string)[] = [
  (mark) => mark,
  (mark) => `31/02/2024 ${mark}`,
  (mark) => `${mark}; Forced labour; ${mark}`,
  (mark) => `=${mark}()`,
  (mark) => mark.repeat(600),
];

describe('imports', () => {
  test('the cell of each column of HTCDS, in a table and in a workbook', async () => {
    for (const [index, text] of cellTexts.entries()) {
      const marks: string[] = [];
      const rows = new Map<number, SheetRow>();
      for (const { column, field } of htcdsColumns) {
        const mark = plant('htcdsCell', `${field} ${index}`);
        marks.push(mark);
        rows.set(rows.size + 3, { ...registered, [column]: text(mark) });
      }
      const table = makeCsv({ rows, numbered: false });
      for (const bytes of index === 0 ? [table, makeWorkbook({ variant: 'multi', rows })] : [table]) {
        const all = await importAll(bytes);
        expect(all.findings.length).toBeGreaterThan(20);
        lookAt('htcdsCell', marks, all);
      }
    }
  });

  test('cells that hold no text, and columns that nobody knows', async () => {
    const mark = plant('htcdsCell', 'odd cells');
    const rows = new Map<number, SheetRow>([
      [3, { ...registered, H: { error: `#${mark}!` }, AP: mark }],
      [4, { ...registered, A: mark, AQ: mark.repeat(500) }],
    ]);
    const added = [{ column: 'AP', label: mark }];
    lookAt('htcdsCell', mark, await importAll(makeWorkbook({ variant: 'plain', rows, added })));
  });

  test('headers of a table and of a workbook', async () => {
    const names = htcdsColumns.map(({ name }) => name);
    const labels = htcdsColumns.map(({ label }) => label);
    for (const [index, { field }] of htcdsColumns.entries()) {
      const mark = plant('header', field);
      for (const name of [mark, 'prs_Gender', '']) {
        const header = [{ cells: names.with(index, name) }, { cells: labels.with(index, `${mark} *`) }];
        const rows = [names.map((_, at) => (at === index ? 'x' : ''))];
        lookAt(
          'header',
          mark,
          await importAll(await bytesOf(writeXlsx({ sheets: [{ name: 'S', header, rows }] }))),
        );
      }
    }
    const mark = plant('header', 'no HTCDS at all');
    const strange = new TextEncoder().encode(`${mark},${mark}\n1,2\n`);
    const twice = makeCsv({
      rows: new Map([[3, registered]]),
      added: [
        { column: 'AN', label: 'Gender' },
        { column: 'AO', label: mark },
      ],
    });
    for (const bytes of [strange, twice]) lookAt('header', mark, await importAll(bytes));
  });

  test('names of sheets', async () => {
    const mark = plant('sheetName', 'three sheets');
    const labels = htcdsColumns.map(({ label }) => label);
    const sheets = ['a', 'b', 'c'].map((name) => ({
      name: `${mark}${name}`,
      header: [{ cells: labels }],
      rows: [[mark]],
    }));
    lookAt('sheetName', mark, await importAll(await bytesOf(writeXlsx({ sheets }))));
    const xml = `<workbook><sheets><sheet name="${mark}" id="r9"/></sheets></workbook>`;
    lookAt('sheetName', mark, await importAll(workbook('', { 'xl/workbook.xml': xml })));
  });

  test('parts of a workbook that are no cells', async () => {
    const mark = plant('workbookPart', 'author and macro');
    const macro = new TextEncoder().encode(mark);
    const rows = new Map([[3, { ...registered, H: mark }]]);
    lookAt(
      'workbookPart',
      mark,
      await importAll(makeWorkbook({ variant: 'multi', rows, author: mark, macro })),
    );
    const broken: ((mark: string) => Uint8Array)[] = [
      (word) => workbook(`<row r="1"><c r="${word}" t="str"><v>1</v></c></row>`),
      (word) => workbook(`<row r="${word}"><c r="A1" t="${word}"><v>${word}</v></c></row>`),
      (word) => workbook(`<row r="1"><c r="A1" t="s"><v>${word}</v></c></row>`),
      (word) => workbook(`<${word}>&${word};</x>`),
      (word) =>
        workbook('', {
          'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="${word}" Target="${word}"/>`,
        }),
      (word) => workbook('', { [`xl/${word}.bin`]: word, 'xl/styles.xml': `<${word}` }),
      (word) =>
        workbook('<row r="1"/>').map((byte, at) => (at > 200 && at < 230 ? word.charCodeAt(at % 9) : byte)),
      (word) => new TextEncoder().encode(`PK\u0003\u0004${word}`),
      (word) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new TextEncoder().encode(word.repeat(90))]),
    ];
    for (const [index, make] of broken.entries()) {
      const word = plant('workbookPart', `broken ${index}`);
      const all = await importAll(make(word));
      expect(all.findings.length, `broken ${index}`).toBeGreaterThan(0);
      lookAt('workbookPart', word, all);
    }
  });

  test('keys and values of a mapping file', async () => {
    const shapes: ((mark: string) => unknown)[] = [
      (mark) => mark,
      (mark) => ({ [mark]: mark }),
      (mark) => ({ mapping: mark }),
      (mark) => ({ mapping: 'htcds-2.0', [mark]: { [mark]: mark } }),
      (mark) => ({ mapping: 'htcds-2.0', columns: { [mark]: 'x', id: 7 } }),
      (mark) => ({ mapping: 'htcds-2.0', fields: { [mark]: mark } }),
      (mark) => ({ mapping: 'htcds-2.0', fields: JSON.parse(`{"__proto__": "${mark}"}`) }),
      (mark) => ({
        mapping: 'htcds-2.0',
        country: mark,
        agency: `${mark} !`,
        registeredOn: mark,
        dates: mark,
      }),
      (mark) => ({
        mapping: 'htcds-2.0',
        status: { authority: `${mark} `, law: mark, date: mark, [mark]: 1 },
      }),
      (mark) => ({ mapping: 'htcds-2.0', handling: { purposes: [mark, ` ${mark}`], retainYears: mark } }),
    ];
    for (const [index, shape] of shapes.entries()) {
      const [key, value] = [plant('mappingKey', `shape ${index}`), plant('mappingValue', `shape ${index}`)];
      for (const mark of [key, value]) {
        const read = readMapping(shape(mark));
        expect(read.ok).toBe(false);
        const source = mark === key ? 'mappingKey' : 'mappingValue';
        lookAt(source, mark, { findings: read.ok ? [] : [...read.findings], losses: [], cases: 0 });
      }
    }
  });

  test('values of a mapping that fit, and miss the file', async () => {
    const mark = plant('mappingValue', 'fits');
    const read = readMapping({
      mapping: 'htcds-2.0',
      country: 'BB',
      agency: mark,
      agencyType: mark,
      profile: mark,
      columns: { id: mark, incident: `${mark} 2`, statusDate: `${mark} 3` },
      fields: { prs_Gender: `${mark} 4` },
      keepAsText: [`${mark} 5`],
      status: { authority: mark, body: mark, law: 'BB-TIPPA-2016' },
      handling: { marking: mark, purposes: [mark], legalBasis: mark },
    });
    if (!read.ok) throw new Error('the mapping is well formed');
    const rows = new Map([[3, { ...registered, H: 'Feminine', AC: 'ActualVictimOfTrafficking' }]]);
    const added = [{ column: 'AN', label: mark }];
    for (const bytes of [makeCsv({ rows }), makeCsv({ rows, added })]) {
      const all = await importAll(bytes, { mapping: read.mapping });
      expect(all.findings.length).toBeGreaterThan(0);
      lookAt('mappingValue', mark, all);
    }
    const error = await importAll(makeCsv({ rows }), { mapping: { ...read.mapping, country: 'XX' } });
    lookAt('mappingValue', mark, error);
    const bad = await importAll(makeCsv({ rows }), { country: mark }).catch((thrown: unknown) => thrown);
    look('mappingValue', 'error', mark, bad);
  });

  test('the option for the column of ids', async () => {
    const mark = plant('idColumn', 'header');
    const rows = new Map([
      [3, registered],
      [4, { ...registered, AN: mark }],
      [5, { ...registered, AN: mark }],
    ]);
    const added = [{ column: 'AN', label: mark }];
    lookAt('idColumn', mark, await importAll(makeCsv({ rows }), { idColumn: mark }));
    const all = await importAll(makeCsv({ rows, added }), { idColumn: mark });
    expect(all.findings.map(({ code }) => code)).toContain('id-twice');
    lookAt('idColumn', mark, all);
  });
});

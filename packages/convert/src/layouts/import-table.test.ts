import { labelOf } from '@ctdx/model/labels';
import { labelsEn } from '@ctdx/model/labels/en';
import { labelsEs } from '@ctdx/model/labels/es';
import { labelsFr } from '@ctdx/model/labels/fr';
import { labelsHt } from '@ctdx/model/labels/ht';
import { labelsNl } from '@ctdx/model/labels/nl';
import { bytesOf, writeXlsx } from '@ctdx/tables';
import { seededRandom, stoppedClock } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { memoryIds } from '../ids.js';
import { importTable, type TableItem } from './import-table.js';
import { type LayoutName, type LayoutSheet, layoutOf } from './layout.js';
import { type ImportTableOptions, readLayoutMapping } from './options.js';

const clock = stoppedClock('2026-01-31T12:00:00Z');

async function read<N extends LayoutName>(
  name: N,
  source: string | Uint8Array,
  options: ImportTableOptions = {},
) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const items: TableItem<N>[] = [];
  const given = { country: 'BB', synthetic: true, clock, random: seededRandom(3).bytes, ...options };
  for await (const item of importTable(name, bytes, given)) items.push(item);
  const said = items.flatMap(({ findings }) =>
    findings.map(({ code, rule, row, column }) => `${rule ?? code} ${row ?? ''}${column ?? ''}`),
  );
  return { items, said, values: items.flatMap(({ value }) => value ?? []) };
}

const book = (...sheets: readonly (readonly [string, ...(readonly (string | number)[])[]])[]) =>
  bytesOf(writeXlsx({ sheets: sheets.map(([name, ...rows]) => ({ name, rows })) }));

describe('a table of screenings', () => {
  test.each([labelsEn, labelsEs, labelsFr, labelsNl, labelsHt])(
    'is understood in $language',
    async (labels) => {
      const { columns } = layoutOf('screening-table-1.0').sheets[0] as LayoutSheet;
      const title = (id: string) => columns.find((column) => column.id === id)?.title[labels.language];
      const name = (list: string, code: string) => labelOf(list, code, labels)?.text;
      const headers = ['number', 'date', 'setting', 'act'].map(title);
      const cells = ['S1', '2025-03', name('screening-setting', 'airport'), name('finding', 'notAsked')];
      const text = [headers, cells].map((row) => `${row.map((one) => `"${one}"`).join(',')}\n`).join('');
      const { values } = await read('screening-table-1.0', text);
      expect(values).toMatchObject([
        {
          localReference: 'S1',
          screenedAt: { value: '2025-03', precision: 'month' },
          setting: 'airport',
          judgement: { act: { finding: 'notAsked' } },
        },
      ]);
    },
  );

  test('keeps an empty cell absent, and a refusal apart from a no', async () => {
    const { values } = await read(
      'screening-table-1.0',
      'Screening no.,Date of screening,Child alone,Suicidal,Means,Interpreter\nS1,2025,,Refused,Refused,\n'.replace(
        'Suicidal',
        'suicidal',
      ),
    );
    expect(values[0]?.safetyFlags).toEqual([{ flag: 'suicidal', finding: 'unknown' }]);
    expect(values[0]?.judgement).toEqual({ means: { finding: 'unknown', reason: 'refused' } });
    expect(values[0]).not.toHaveProperty('interpreter');
  });

  test('keeps what no code fits, and what no column is for, as text', async () => {
    const { values, said, items } = await read(
      'screening-table-1.0',
      'Screening no.,Date of screening,Setting,Shoes\nS1,2025,Moon,red\n',
    );
    expect(values[0]?.provenance?.unmapped).toEqual([
      { column: 'C', text: 'Moon' },
      { column: 'D', text: 'red' },
    ]);
    expect(said).toEqual(['column-unknown 1D', 'value-unmapped 2C']);
    expect(items.flatMap(({ losses }) => losses.map(({ code }) => code))).toEqual([
      'kept-as-text',
      'kept-as-text',
    ]);
  });

  test('takes renamed columns and what every row has in common from a mapping', async () => {
    const wish = readLayoutMapping({
      mapping: 'screening-table-1.0',
      columns: { number: 'Ref', date: 'When' },
      values: { authority: 'police', law: 'BB-TIPPA-2016', setting: 'Airport' },
    });
    if (!wish.ok) throw new Error('the mapping is wrong');
    const text =
      'Ref,When,Decision,Date of decision\nS1,2025-03-04,Presumed victim,2025-03-09\nS2,2025-03-05,,\n';
    const { values } = await read('screening-table-1.0', text, { mapping: wish.mapping });
    expect(values.map(({ decision, setting }) => [setting, decision?.law])).toEqual([
      ['airport', 'BB-TIPPA-2016'],
      ['airport', undefined],
    ]);
  });

  test('revises a row that changed, and leaves alone one that did not', async () => {
    const ids = memoryIds({ clock, random: seededRandom(5).bytes });
    const first = await read('screening-table-1.0', 'Screening no.,Date of screening\nS1,2025\nS2,2025\n', {
      ids,
    });
    const second = await read('screening-table-1.0', 'Screening no.,Date of screening\nS1,2025\nS2,2024\n', {
      ids,
    });
    expect(second.values.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(second.values.map(({ id }) => id)).toEqual(first.values.map(({ id }) => id));
  });

  test('finds our own ids in a copy, and does not take them for a number of the agency', async () => {
    const { values, items } = await read(
      'screening-table-1.0',
      'Date of screening,Sex,ctdx_id\n2025,Female,abc\n',
    );
    expect(values[0]).not.toHaveProperty('localReference');
    expect(items.at(-1)?.sourceId).toBe('abc');
  });

  test('says of another table that it is none', async () => {
    expect((await read('screening-table-1.0', 'Colour,Size\nred,5\n')).said).toEqual(['not-layout ']);
  });
});

describe('a workbook of a plan', () => {
  test('a second plan, a double id and a row without its parent are said', async () => {
    const bytes = await book(
      [
        'Plan',
        ['Type of plan', 'Title', 'Plan no.'],
        ['Action plan', 'One', 'P1'],
        ['Action plan', 'Two', 'P2'],
      ],
      ['Activities', ['Id', 'Title'], ['a1', 'First']],
      ['Milestones', ['Activity', 'Title'], ['First', 'Named by its title'], ['a9', 'Nowhere']],
    );
    const { values, said } = await read('action-plan-workbook-1.0', bytes);
    expect(said).toEqual(['reference-unknown 3A', 'one-row-only 3']);
    expect(values[0]?.activities).toEqual([
      { id: 'a1', title: 'First', milestones: [{ id: 'm-1', title: 'Named by its title' }] },
    ]);
  });

  test('an empty sheet says nothing, and money keeps its currency', async () => {
    const bytes = await book(
      ['Plan', ['Type of plan', 'Title', 'Plan no.'], ['Work plan', 'One', 'P1']],
      ['Risks'],
      ['Budget', ['Fiscal year', 'Planned', 'Currency', 'Spent'], ['2024/25', 1000, 'BBD', '950.50']],
    );
    const { values, said } = await read('action-plan-workbook-1.0', bytes);
    expect(said).toEqual([]);
    expect(values[0]?.budget).toEqual([
      {
        fiscalYear: '2024/25',
        amount: { amount: 1000, currency: 'BBD' },
        executed: { amount: 950.5, currency: 'BBD' },
      },
    ]);
  });
});

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Ajv2020 } from '../ajv.js';
import { type Json, readSources } from '../sources.js';
import { cellProblems, codeListCsv } from './code-list-csv.js';

const sources = readSources(fileURLToPath(new URL('../../../../schemas/', import.meta.url)));
const outputs = codeListCsv(sources);
const tableOf = (name: string): string =>
  outputs.find(({ path }) => path.endsWith(`/${name}.csv`))?.text ?? 'no such table';
const described: Json = JSON.parse(outputs.find(({ path }) => path.endsWith('.json'))?.text ?? '');

function copyWith(list: string, spoil: (code: Json) => void): Json {
  const copy = structuredClone(sources);
  spoil(copy.codeLists.find(({ json }) => json.name === list)?.json.codes[0]);
  return copy;
}

describe('a code list as a table', () => {
  test('has one row a code, and a code that is a number keeps its zero', () => {
    const rows = tableOf('labour-sector').trimEnd().split('\n');
    const list = sources.codeLists.find(({ json }) => json.name === 'labour-sector')?.json;
    expect(rows).toHaveLength(list.codes.length + 1);
    expect(rows[2]).toMatch(/^01,Farming,/);
  });

  test('quotes what holds commas and quotes, and nothing else', () => {
    const copy = copyWith('sex', (code) => {
      code.label.en = 'A "word", and more';
    });
    const table = codeListCsv(copy).find(({ path }) => path.endsWith('/sex.csv'))?.text;
    expect(table?.split('\n')[1]).toMatch(/^female,"A ""word"", and more",/);
  });

  test('joins several codes of another standard, and says how they relate', () => {
    const [header = '', first = ''] = tableOf('labour-sector').split('\n');
    expect(header).toContain('map_ctdc,map_ctdc_relation');
    expect(first).toContain('typeOfLabourAgriculture | typeOfLabourAquafarming | typeOfLabourOther,broader');
  });

  test.each(['=1+1', '+1', '-1', '@here', '\tx'])(
    'is refused with a cell that begins like a formula: %j',
    (text) => {
      const copy = copyWith('sex', (code) => {
        code.label.en = text;
      });
      expect(cellProblems(copy)).toEqual([
        'code-lists/sex.json: female: label_en begins like a formula of a spreadsheet',
      ]);
      expect(cellProblems(sources)).toEqual([]);
    },
  );
});

describe('the data package', () => {
  test('keeps its meta schema', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const { path, json } of sources.meta) if (path.endsWith('.schema.json')) ajv.addSchema(json);
    const validate = ajv.getSchema('urn:ctdx:meta:data-package');
    expect(validate?.(described), JSON.stringify(validate?.errors)).toBe(true);
  });

  test('describes each table: its columns, its size and its digest', () => {
    expect(described.resources).toHaveLength(outputs.length - 1);
    for (const { name, bytes, hash, schema } of described.resources) {
      const text = tableOf(name);
      expect(text.split('\n')[0]).toBe(schema.fields.map((field: Json) => field.name).join(','));
      expect(bytes).toBe(new TextEncoder().encode(text).length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    }
  });
});

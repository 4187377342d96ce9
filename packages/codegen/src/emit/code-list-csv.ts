import { createHash } from 'node:crypto';
import type { Output } from '../output.js';
import { type CodeList, readCodeLists } from '../schema/code-lists.js';
import { listedTextsOf } from '../schema/listed-texts.js';
import type { Json, Sources } from '../sources.js';
import { type Column, columnsOf, separator } from './csv-columns.js';

const folder = 'schemas/generated/code-lists';

/** `schemas/generated/code-lists`: each list as a spreadsheet, and a Frictionless Data Package that describes them. */
export function codeListCsv(sources: Sources): Output[] {
  const texts = listedTextsOf(sources);
  const tables = [...readCodeLists(sources).values()].map((list) => {
    const columns = columnsOf(list, texts);
    return { list, columns, text: tableOf(list, columns) };
  });
  const described = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'ctdx-code-lists',
    title: 'Code lists of ctdx',
    description:
      'Every code list of the standard, one table each. Generated from schemas/code-lists and schemas/translations.',
    licenses: [
      {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    resources: tables.map(({ list, columns, text }) => resourceOf(list, columns, text)),
  };
  return [
    ...tables.map(({ list, text }) => ({ path: `${folder}/${list.name}.csv`, text })),
    { path: `${folder}/datapackage.json`, text: JSON.stringify(described) },
  ];
}

/** The table of one list: UTF-8, line feeds, quotes where RFC 4180 wants them. */
function tableOf(list: CodeList, columns: readonly Column[]): string {
  const rows = [
    columns.map(({ name }) => name),
    ...list.codes.map((code) => columns.map(({ cell }) => cell(code))),
  ];
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function resourceOf(list: CodeList, columns: readonly Column[], text: string): Json {
  return {
    name: list.name,
    title: list.file.title.en,
    description: list.file.description.en,
    type: 'table',
    path: `${list.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(text, 'utf8'),
    hash: `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`,
    version: list.file.version,
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: columns.map(({ name, about, type, constraints }) => ({
        name,
        type,
        ...(type === 'list' ? { delimiter: separator, itemType: 'string' } : {}),
        description: about,
        ...(constraints === undefined ? {} : { constraints }),
      })),
      missingValues: [''],
      primaryKey: ['code'],
      foreignKeys: ['broader', 'replaced_by'].map((name) => ({
        fields: [name],
        reference: { fields: ['code'] },
      })),
    },
  };
}

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

/** No cell of a code list begins like a formula: somebody opens these tables in a spreadsheet. */
export function cellProblems(sources: Sources): string[] {
  const texts = listedTextsOf(sources);
  return [...readCodeLists(sources).values()].flatMap((list) => {
    const columns = columnsOf(list, texts);
    return list.codes.flatMap((code) =>
      columns
        .filter(({ cell }) => formula.test(cell(code)))
        .map(
          ({ name }) =>
            `code-lists/${list.name}.json: ${code.code}: ${name} begins like a formula of a spreadsheet`,
        ),
    );
  });
}

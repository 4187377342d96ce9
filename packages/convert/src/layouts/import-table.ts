import type { ActionPlan, Finding, Position, Screening, Valid } from '@ctdx/model';
import { makeFinding } from '../htcds/finding.js';
import { clean } from '../htcds/text.js';
import { memoryIds } from '../ids.js';
import type { Loss } from '../loss.js';
import { platformRandom, uuid7 } from '../uuid7.js';
import { type Assembly, attach, type EntrySheet, numberEntries } from './entries.js';
import { factsFrom } from './facts.js';
import { frames } from './frames.js';
import { loadNames } from './labels.js';
import { type LayoutName, layoutOf } from './layout.js';
import { namedIn, openSheet } from './open-sheet.js';
import type { ImportTableOptions } from './options.js';
import { type ReadRow, type RowReader, readRow } from './row.js';
import { type FoundSheet, findSheets, type LayoutSource } from './sheets.js';
import { idOf } from './values.js';

/** The record that each layout makes. */
export interface LayoutRecords {
  readonly 'screening-table-1.0': Screening<'identified'>;
  readonly 'action-plan-workbook-1.0': ActionPlan;
}

/** What an import gives: something about the file, or about one record of it. */
export interface TableItem<N extends LayoutName = LayoutName> {
  /** The record, when nothing in its rows is an error. */
  readonly value?: Valid<LayoutRecords[N]>;
  readonly findings: readonly Finding[];
  /** What could not be carried. In a screening the text itself is in `provenance.unmapped`. */
  readonly losses: readonly Loss[];
  /** Where the record stands. Without a row: the file, or a sheet as a whole. */
  readonly at: Position;
  /** The id that the row goes by. Write it into a copy of the file where the source has none. */
  readonly sourceId?: string;
}

/** What `provenance.unmapped` takes. */
const unmappedLimits = { entries: 64, text: 4000 } as const;

/**
 * Imports a table or workbook in a layout of the standard: screenings one a row, or one plan of action a workbook.
 * Headers and codes are understood in every language of the standard. Bad data are findings with row and cell; nothing is guessed:
 * an empty cell is absent, and never a no.
 * @throws {TypeError} when neither options nor mapping name a country.
 * @example for await (const { value, findings } of importTable('screening-table-1.0', file, { country: 'BB' })) console.log(findings.length);
 */
export async function* importTable<N extends LayoutName>(
  name: N,
  source: LayoutSource,
  options: ImportTableOptions = {},
): AsyncGenerator<TableItem<N>, void, undefined> {
  const {
    clock = () => new Date(),
    random = platformRandom,
    ids = memoryIds({ clock, random }),
    mapping,
  } = options;
  const facts = factsFrom(options);
  const layout = layoutOf(name);
  const frame = frames[layout.record];
  const fileAt: Position = options.file === undefined ? {} : { file: options.file };
  const about = (findings: readonly Finding[], at: Position = fileAt): TableItem<N> => ({
    findings,
    losses: [],
    at,
  });
  if (
    mapping !== undefined &&
    (mapping.mapping !== name || (mapping.country ?? facts.source.country) !== facts.source.country)
  ) {
    yield about([makeFinding('mapping-wrong', mapping.mapping === name ? '/country' : '/mapping', fileAt)]);
    return;
  }
  const names = await loadNames();
  const found = await findSheets(source, layout, {
    ...(options.file === undefined ? {} : { file: options.file }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  if (found.findings.length > 0) yield about(found.findings);
  const main = found.sheets.find(({ sheet }) => sheet.rows === 'record');
  if (main === undefined) {
    if (found.findings.every(({ severity }) => severity !== 'error')) {
      yield about([makeFinding('not-layout', '', fileAt, { layout: name })]);
    }
    return;
  }
  const reader: Omit<RowReader, 'sheet' | 'columns'> = {
    layout,
    names,
    dates: mapping?.dates,
    country: facts.source.country,
    defaults: mapping?.values ?? {},
    keepsText: frame.keepsText,
    sourceId: '',
    idFor: async (kind, text) => ids.idFor(kind, text),
  };
  const open = (one: FoundSheet) =>
    openSheet(one, reader, { named: namedIn(one, mapping?.columns), idColumn: options.idColumn }, name);

  const others: EntrySheet[] = [];
  const wanted = layout.sheets.flatMap((sheet) =>
    found.sheets.filter((one) => one.sheet === sheet && one !== main),
  );
  for (const one of wanted) {
    const rows: ReadRow[] = [];
    for await (const item of open(one)) {
      if ('about' in item) yield about(item.about, item.at);
      else {
        const read = await readRow(item.row, { ...reader, sheet: one.sheet, columns: item.columns }, one.at);
        if (!read.isEmpty) rows.push(read);
      }
    }
    others.push({ sheet: one.sheet, rows });
  }
  // A sheet without a column for the record belongs to the only one there is.
  const isSingle = layout.sheets.some(
    ({ rows, parent }) => rows === 'entries' && parent?.sheet === undefined && parent?.column === undefined,
  );
  const check = await frame.check();
  const seen = new Set<string>();
  const claimed = new Set<ReadRow>();
  let records = 0;
  let isReadable = true;
  for await (const item of open(main)) {
    if ('about' in item) {
      isReadable &&= !hasError(item.about);
      yield about(item.about, item.at);
      continue;
    }
    const { row, columns } = item;
    const keyCell = row.cells.find(({ column }) => column === columns.key);
    const key = keyCell === undefined ? undefined : clean(keyCell.text);
    const sourceId = key ?? uuid7(clock().getTime(), random);
    const read = await readRow(row, { ...reader, sheet: main.sheet, columns, sourceId }, main.at);
    if (read.isEmpty) continue;
    records += 1;
    const at = read.at;
    if (isSingle && records > 1) {
      yield { findings: [makeFinding('one-row-only', '', at)], losses: [{ code: 'dropped', ...at }], at };
      continue;
    }
    const assembly: Assembly = {
      content: read.content,
      origins: read.origins,
      kept: read.kept,
      findings: read.findings,
      losses: read.losses,
    };
    if (key === undefined && columns.key !== undefined)
      assembly.findings.push(makeFinding('id-missing', '', { ...at, column: columns.key }));
    if (seen.has(sourceId)) {
      assembly.findings.push(makeFinding('id-twice', '', { ...at, column: columns.key as string }));
      yield { findings: assembly.findings, losses: assembly.losses, at, sourceId };
      continue;
    }
    seen.add(sourceId);
    const own = others.map(({ sheet, rows }) => {
      const mine = isSingle
        ? rows
        : rows.filter(({ parent }) => parent !== undefined && idOf(parent.text) === idOf(key ?? ''));
      for (const one of mine) claimed.add(one);
      const entries = { sheet, rows: mine };
      numberEntries(entries);
      return entries;
    });
    attach(assembly, own);
    const draft = frame.complete(assembly.content, facts);
    draft['id'] = await ids.idFor('record', sourceId);
    keepText(draft, assembly, frame.keepsText);
    const revision = await ids.revisionFor(sourceId, JSON.stringify(draft), clock());
    const checked = check({ ...draft, ...frame.issue(revision, facts) });
    const findings = [
      ...assembly.findings,
      ...checked.findings.map((one) => placed(one, assembly.origins, at)),
    ];
    const rest = { findings, losses: assembly.losses, at, sourceId };
    const isGood = checked.ok && !hasError(findings);
    yield isGood ? { value: checked.value as Valid<LayoutRecords[N]>, ...rest } : rest;
  }
  for (const one of isSingle ? [] : others.flatMap(({ rows }) => rows)) {
    if (!claimed.has(one)) yield orphan(one);
  }
  if (records === 0 && isReadable) yield about([makeFinding('no-rows', '', main.at)], main.at);
}

/** What no code fits stays with the identified record, word for word, as far as the record takes it. */
function keepText(draft: Record<string, unknown>, { kept, losses, origins }: Assembly, keeps: boolean): void {
  const fitting = kept.filter(({ text }) => text.length <= unmappedLimits.text);
  const taken = keeps ? fitting.slice(0, unmappedLimits.entries) : [];
  if (taken.length > 0) {
    draft['provenance'] = {
      ...(draft['provenance'] as object),
      unmapped: taken.map(({ column, text }) => ({ column, text })),
    };
    for (const [index, { at }] of taken.entries()) origins.set(`/provenance/unmapped/${index}`, at);
  }
  for (const { at } of kept.filter((one) => !taken.includes(one))) losses.push({ code: 'dropped', ...at });
}

/** Adds file, sheet, row and column of the nearest part of the record that came from a cell. */
function placed(finding: Finding, origins: ReadonlyMap<string, Position>, at: Position): Finding {
  for (let path = finding.path; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const origin = origins.get(path);
    if (origin !== undefined) return { ...finding, ...origin };
  }
  return { ...finding, ...at };
}

function orphan({ at, findings, losses, parent }: ReadRow): {
  findings: Finding[];
  losses: Loss[];
  at: Position;
} {
  const where = parent === undefined ? at : { ...at, column: parent.cell.column };
  return {
    findings: [...findings, makeFinding('reference-unknown', '', where)],
    losses: [...losses, { code: 'dropped', ...at }],
    at,
  };
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

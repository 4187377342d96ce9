import type { Case, Finding, Position, Valid } from '@ctdx/model';
import type { Row } from '@ctdx/tables';
import { memoryIds } from '../ids.js';
import type { Loss } from '../loss.js';
import { platformRandom, uuid7 } from '../uuid7.js';
import { makeFinding } from './finding.js';
import { type Headers, recogniser } from './headers.js';
import { type Layout, layOut } from './layout.js';
import type { SourceMapping } from './mapping.js';
import { commonFrom, type ImportHtcdsOptions } from './options.js';
import { rowContext } from './row-context.js';
import { type ImportSource, sourceRows } from './source-rows.js';
import { foldHeader } from './text.js';
import { type CaseMaker, toCase } from './to-case.js';

/** What an import gives: something about the file, or about one row of it. */
export interface ImportItem {
  /** The case, when nothing in its row is an error. */
  readonly value?: Valid<Case<'identified'>>;
  readonly findings: readonly Finding[];
  /** What could not be carried; the text itself is in `provenance.unmapped` of the record. */
  readonly losses: readonly Loss[];
  /** Where this stands. Without a row: the file as a whole. */
  readonly at: Position;
  /** The id that the row goes by. Write it into a copy of the workbook where the source has none. */
  readonly sourceId?: string;
}

/**
 * Imports a file in HTCDS 2.0: one of the three Excel templates, or a table of text with the same headers. Each row
 * becomes a case at the level identified. Bad data are findings; rows without an error carry a checked case.
 * Nothing is guessed: an empty cell is absent, an unclear one is unknown, and what no code fits is kept as text.
 * @throws {TypeError} when neither options nor mapping name a country.
 * @example for await (const { value, findings } of importHtcds(file, { country: 'BB' })) console.log(findings.length);
 */
export async function* importHtcds(
  source: ImportSource,
  options: ImportHtcdsOptions = {},
): AsyncGenerator<ImportItem, void, undefined> {
  const { clock = () => new Date(), random = platformRandom, ids = memoryIds({ clock, random }) } = options;
  const mapping: SourceMapping = options.mapping ?? { mapping: 'htcds-2.0' };
  const common = commonFrom(options);
  const fileAt: Position = options.file === undefined ? {} : { file: options.file };
  if (mapping.country !== undefined && mapping.country !== common.source.country) {
    yield about(fileAt, [makeFinding('mapping-wrong', '/country', fileAt)]);
    return;
  }
  const { format, rows } = await sourceRows(source, {
    ...(options.file === undefined ? {} : { file: options.file }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const at: Position = format === 'htcdsWorkbook' ? { ...fileAt, sheet: 1 } : fileAt;
  const look = recogniser(new Set(Object.values(mapping.fields ?? {}).map(foldHeader)));
  const maker: CaseMaker = { ids, mapping, common, format, clock };
  const said = new Set<string>();
  const seen = new Set<string>();
  let layout: Layout | undefined;
  let cases = 0;

  const open = (headers: Headers): Layout => {
    const { columns: extras = {}, fields = {}, keepAsText = [] } = mapping;
    return layOut(headers, { extras, fields, keepAsText, idColumn: options.idColumn }, at);
  };

  const readRow = async (row: Row, known: Layout): Promise<ImportItem | undefined> => {
    const context = rowContext(row, known, { ...at, row: row.row }, mapping.dates);
    if (context.isEmpty) return undefined;
    for (const { column } of row.cells) {
      const disagreement = known.disagreements.get(column);
      if (disagreement === undefined || said.has(column)) continue;
      said.add(column);
      context.findings.push(disagreement);
    }
    const id = context.extra('id');
    const sourceId = id?.text ?? uuid7(clock().getTime(), random);
    if (id === undefined && known.extras.has('id')) {
      const column = known.extras.get('id') as string;
      context.findings.push(makeFinding('id-missing', '/localReference', { ...context.at, column }));
    }
    if (id !== undefined && seen.has(sourceId)) {
      context.say('id-twice', id, '/localReference');
      return { findings: context.findings, losses: context.losses, at: context.at, sourceId };
    }
    seen.add(sourceId);
    const checked = await toCase(context, sourceId, maker);
    const findings = [...context.findings, ...checked.findings];
    const item = { findings, losses: context.losses, at: context.at, sourceId };
    const isGood = checked.ok && !findings.some(({ severity }) => severity === 'error');
    return isGood ? { value: checked.value, ...item } : item;
  };

  for await (const item of rows) {
    if (!item.ok) {
      const { row } = item.finding;
      yield about(row === undefined ? at : { ...at, row }, [item.finding]);
      if (item.ends) return;
      continue;
    }
    let pending: readonly Row[] = [item.value];
    if (layout === undefined) {
      const recognised = look.push(item.value);
      if (recognised === null) break;
      if (recognised === undefined) continue;
      layout = open(recognised.headers);
      pending = recognised.cases;
      yield* layoutItems(layout, at);
      if (hasError(layout.findings)) return;
    }
    for (const row of pending) {
      const read = await readRow(row, layout);
      if (read === undefined) continue;
      cases += 1;
      yield read;
    }
  }
  if (layout === undefined) {
    const recognised = look.end();
    if (recognised === null) {
      yield about(at, [makeFinding('not-htcds', '', at)]);
      return;
    }
    layout = open(recognised.headers);
    yield* layoutItems(layout, at);
    if (hasError(layout.findings)) return;
  }
  if (cases === 0) yield about(at, [makeFinding('no-rows', '', at)]);
}

function* layoutItems({ findings, extras }: Layout, at: Position): Generator<ImportItem> {
  const all =
    extras.has('id') || hasError(findings) ? findings : [...findings, makeFinding('no-id-column', '', at)];
  if (all.length > 0) yield about(at, all);
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function about(at: Position, findings: readonly Finding[]): ImportItem {
  return { findings, losses: [], at };
}

import type { Finding, Position } from '@ctdx/model';
import { type Item, type Limits, listSheets, type Row, readCsv, readXlsx } from '@ctdx/tables';
import { makeFinding } from '../htcds/finding.js';
import { fold } from '../htcds/text.js';
import { foldedTitles } from './labels.js';
import type { Layout, LayoutSheet } from './layout.js';

/** What an import of a layout reads: a file or its bytes. Several sheets are read, so a stream will not do. */
export type LayoutSource = Blob | Uint8Array;

/** A sheet of the file that the layout has, and how to read it. */
export interface FoundSheet {
  readonly sheet: LayoutSheet;
  readonly at: Position;
  rows(): AsyncIterable<Item<Row>>;
}

/** The sheets of a file, and what is to be said of those that were not found. */
export interface FoundSheets {
  readonly sheets: readonly FoundSheet[];
  readonly findings: readonly Finding[];
  readonly isWorkbook: boolean;
}

/** Finds the sheets of a layout by their names; a text file, or a workbook without known names, is the sheet of records. */
export async function findSheets(
  source: LayoutSource,
  layout: Layout,
  options: { readonly file?: number; readonly limits?: Partial<Limits> },
): Promise<FoundSheets> {
  const fileAt: Position = options.file === undefined ? {} : { file: options.file };
  const records = layout.sheets.find(({ rows }) => rows === 'record') as LayoutSheet;
  if (!(await isPacked(source))) {
    const rows = () => readCsv(source, options);
    return { sheets: [{ sheet: records, at: fileAt, rows }], findings: [], isWorkbook: false };
  }
  const listed = await listSheets(source, { ...options, names: true });
  if (!listed.ok) return { sheets: [], findings: [listed.finding], isWorkbook: true };
  const found = new Map<LayoutSheet, number>();
  const unknown: { readonly index: number; readonly hidden: boolean }[] = [];
  for (const { index, hidden, hasRows, name = '' } of listed.value) {
    const meant = layout.sheets.find(({ title }) => foldedTitles(title, fold).includes(fold(name)));
    if (hasRows && meant !== undefined && !found.has(meant)) found.set(meant, index);
    else unknown.push({ index, hidden });
  }
  // Whoever keeps one sheet need not name it.
  if (!found.has(records) && unknown.length > 0) found.set(records, unknown.shift()?.index as number);
  const open = ([sheet, index]: readonly [LayoutSheet, number]): FoundSheet => ({
    sheet,
    at: { ...fileAt, sheet: index },
    rows: () => readXlsx(source, { ...options, sheet: index }),
  });
  const findings = unknown
    .filter(({ hidden }) => !hidden)
    .map(({ index }) => makeFinding('sheet-unknown', '', { ...fileAt, sheet: index }));
  return { sheets: [...found].map(open), findings, isWorkbook: true };
}

/** Workbooks begin as zip archives do; locked and old ones as compound files do, and the reader says which. */
async function isPacked(source: LayoutSource): Promise<boolean> {
  const head = source instanceof Blob ? new Uint8Array(await source.slice(0, 2).arrayBuffer()) : source;
  return (head[0] === 0x50 && head[1] === 0x4b) || (head[0] === 0xd0 && head[1] === 0xcf);
}

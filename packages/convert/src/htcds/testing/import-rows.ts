import type { Finding } from '@ctdx/model';
import {
  type AddedColumn,
  htcdsColumn,
  htcdsColumns,
  makeCsv,
  makeWorkbook,
  type SheetRow,
  seededRandom,
  stoppedClock,
  type WorkbookRequest,
} from '@ctdx/testkit';
import { type ImportItem, importHtcds } from '../import-htcds.js';
import type { ImportHtcdsOptions } from '../options.js';

/** What every good row needs: a date to register by. */
export const registered: SheetRow = { AD: '2024-02-10' };

/** A stopped clock, seeded ids and a country, so that every run gives the same. */
export function importOptions(more: ImportHtcdsOptions = {}): ImportHtcdsOptions {
  const random = seededRandom(7);
  return { country: 'BB', clock: stoppedClock('2026-01-15T12:00:00Z'), random: random.bytes, ...more };
}

/** Imports bytes to the end. */
export async function importAll(bytes: Uint8Array, options: ImportHtcdsOptions = {}): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of importHtcds(bytes, importOptions(options))) items.push(item);
  return items;
}

/** How a test wants its rows packed. */
export interface RowsRequest extends Partial<Omit<WorkbookRequest, 'rows'>> {
  readonly options?: ImportHtcdsOptions;
}

/** Imports rows that begin in row 3 of a workbook. */
export async function importRows(
  rows: readonly SheetRow[],
  request: RowsRequest = {},
): Promise<ImportItem[]> {
  const { options, ...workbook } = request;
  const numbered = new Map(rows.map((row, index) => [index + 3, row] as const));
  return importAll(makeWorkbook({ variant: 'multi', ...workbook, rows: numbered }), options);
}

/** The cases and the findings about rows; what is said of the file as a whole is left out. */
export function ofRows(items: readonly ImportItem[]): ImportItem[] {
  return items.filter(({ at }) => at.row !== undefined);
}

/** Imports one row and gives its item. Cells go by HTCDS field or by letters. */
export async function importRow(cells: SheetRow, request: RowsRequest = {}): Promise<ImportItem> {
  const items = ofRows(await importRows([{ ...registered, ...lettered(cells) }], request));
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`expected one row, got ${items.length}`);
  return item;
}

/** Imports one row of a table whose header row holds further HTCDS fields besides the template's. */
export async function importWithField(field: string, text: string): Promise<ImportItem> {
  const added: AddedColumn[] = [{ column: 'AN', label: field }];
  const rows = new Map([[3, { ...registered, AN: text }]]);
  const [item] = ofRows(await importAll(makeCsv({ rows, added })));
  if (item === undefined) throw new Error('the row is missing');
  return item;
}

/** Codes of findings with their columns, such as `value-unmapped@S`. */
export function said(item: Pick<ImportItem, 'findings'>): string[] {
  return item.findings.map(({ code, rule, column }: Finding) => `${rule ?? code}@${column ?? ''}`);
}

/** What a row kept as text, by column. */
export function kept(item: ImportItem): Record<string, string> {
  const unmapped = item.value?.provenance?.unmapped ?? [];
  return Object.fromEntries(unmapped.map(({ column, text }) => [column, text]));
}

function lettered(cells: SheetRow): SheetRow {
  const fields = new Set(htcdsColumns.map(({ field }) => field));
  const entries = Object.entries(cells).map(([key, value]) => [
    fields.has(key) ? htcdsColumn(key) : key,
    value,
  ]);
  return Object.fromEntries(entries);
}

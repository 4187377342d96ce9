import type { Finding } from '@ctdx/model';
import { makeFinding } from '../htcds/finding.js';
import { fold } from '../htcds/text.js';
import type { Loss } from '../loss.js';
import type { LayoutSheet } from './layout.js';
import { append, put } from './place.js';
import type { ReadRow } from './row.js';
import { type CellText, idOf } from './values.js';

type Json = Record<string, unknown>;

/** The rows of one sheet of entries. */
export interface EntrySheet {
  readonly sheet: LayoutSheet;
  readonly rows: readonly ReadRow[];
}

/** A record that is being put together from the rows of several sheets. */
export interface Assembly {
  readonly content: Json;
  readonly origins: ReadRow['origins'];
  readonly kept: ReadRow['kept'];
  readonly findings: Finding[];
  readonly losses: Loss[];
}

/** Gives every entry an id where its sheet has them; what somebody wrote comes first. */
export function numberEntries({ sheet, rows }: EntrySheet): void {
  const prefix = sheet.columns.find(({ as }) => as === 'id' && sheet.columns.length > 0)?.prefix;
  if (prefix === undefined) return;
  const used = new Set(rows.map(({ content }) => content['id']));
  let next = 0;
  for (const row of rows) {
    if (row.content['id'] !== undefined) continue;
    do next += 1;
    while (used.has(`${prefix}-${next}`));
    row.content['id'] = `${prefix}-${next}`;
  }
}

/** Puts the entries of every sheet into a record, then looks up what they name in each other. */
export function attach(record: Assembly, sheets: readonly EntrySheet[]): void {
  const placed = new Map<string, { readonly row: ReadRow; readonly pointer: string }[]>();
  const find = (sheet: string, text: string) =>
    (placed.get(sheet) ?? []).find(({ row }) => row.content['id'] === idOf(text)) ??
    (placed.get(sheet) ?? []).find(({ row }) => row.label !== undefined && fold(row.label) === fold(text));

  for (const { sheet, rows } of sheets) {
    const here: { row: ReadRow; pointer: string }[] = [];
    placed.set(sheet.id, here);
    for (const row of rows) {
      record.findings.push(...row.findings);
      record.losses.push(...row.losses);
      record.kept.push(...row.kept);
      if (!row.isWhole) continue;
      const parent = row.parent !== undefined && sheet.parent?.sheet !== undefined;
      const owner = parent ? find(sheet.parent.sheet as string, (row.parent as CellText).text) : undefined;
      if (parent && owner === undefined) {
        unmatched(record, row, row.parent as CellText);
        record.losses.push({ code: 'dropped', ...row.at });
        continue;
      }
      const pointer = append(record.content, `${owner?.pointer ?? ''}${sheet.into}`, row.content);
      here.push({ row, pointer });
      record.origins.set(pointer, row.at);
      for (const [inner, at] of row.origins) record.origins.set(`${pointer}${inner}`, at);
    }
  }
  for (const { row, pointer } of [...placed.values()].flat()) refer(row, pointer, record, find);
}

type Find = (sheet: string, text: string) => { readonly row: ReadRow } | undefined;

/** Replaces what a row says of other sheets by the ids of those entries. */
function refer(row: ReadRow, pointer: string, record: Assembly, find: Find): void {
  for (const { column, from, at } of row.deferred) {
    const found = (text: string): unknown => find(column.of as string, text)?.row.content['id'];
    const texts = column.as === 'ref' ? [from.text] : several(from, (text) => found(text) !== undefined);
    const ids = texts.map(found);
    if (ids.includes(undefined)) unmatched(record, row, from, column.id);
    const known = [...new Set(ids.filter((id) => id !== undefined))];
    if (known.length === 0) continue;
    put(row.content, column.to as string, column.as === 'ref' ? known[0] : known);
    record.origins.set(`${pointer}${column.to}`, at);
  }
}

/** A name may hold a comma: a separator counts only where the whole is no name. */
function several({ cell, text }: CellText, isKnown: (text: string) => boolean): string[] {
  if (isKnown(text)) return [text];
  const parts = cell.text.split(/[;\r\n]+/).flatMap((part) => (isKnown(part) ? [part] : part.split(',')));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function unmatched(record: Assembly, row: ReadRow, { cell }: CellText, field?: string): void {
  const at = { ...row.at, column: cell.column };
  record.findings.push(makeFinding('reference-unknown', '', at));
  if (field !== undefined) record.losses.push({ code: 'dropped', ...at, field });
}

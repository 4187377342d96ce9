import type { Finding, Position } from '@ctdx/model';
import type { Row } from '@ctdx/tables';
import { makeFinding } from '../htcds/finding.js';
import { type ColumnWishes, columnsOf, isHeader, rowsToLookAt, type SheetColumns } from './columns.js';
import type { LayoutName } from './layout.js';
import type { RowReader } from './row.js';
import type { FoundSheet } from './sheets.js';

/** The rows below the header of a sheet, and what is to be said of the sheet. */
export async function* openSheet(
  one: FoundSheet,
  { names }: Pick<RowReader, 'names'>,
  wishes: ColumnWishes,
  layout: LayoutName,
): AsyncGenerator<{ about: readonly Finding[]; at: Position } | { row: Row; columns: SheetColumns }> {
  let columns: SheetColumns | undefined;
  let looked = 0;
  for await (const item of one.rows()) {
    if (!item.ok) {
      const { row, code } = item.finding;
      // A sheet that nobody filled says nothing.
      if (code === 'empty-file' && one.sheet.rows === 'entries') return;
      yield { about: [item.finding], at: row === undefined ? one.at : { ...one.at, row } };
      if (item.ends) return;
      continue;
    }
    const row = item.value;
    if (columns !== undefined) {
      yield { row, columns };
      continue;
    }
    if (isHeader(row, one.sheet, names, wishes)) {
      columns = columnsOf(row, one.sheet, names, wishes, one.at);
      const hasId = one.sheet.rows === 'entries' || columns.key !== undefined;
      const about = hasId ? columns.findings : [...columns.findings, makeFinding('no-id-column', '', one.at)];
      if (about.length > 0) yield { about, at: one.at };
      continue;
    }
    looked += 1;
    if (looked >= rowsToLookAt) break;
  }
  if (columns !== undefined) return;
  const finding =
    one.sheet.rows === 'entries'
      ? makeFinding('sheet-unknown', '', one.at)
      : makeFinding('not-layout', '', one.at, { layout });
  yield { about: [finding], at: one.at };
}

/** Headers that the mapping gives to columns of this sheet. */
export function namedIn(
  { sheet }: FoundSheet,
  columns: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const prefix = sheet.rows === 'record' ? '' : `${sheet.id}.`;
  const entries = Object.entries(columns).filter(
    ([key]) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.'),
  );
  return Object.fromEntries(entries.map(([key, header]) => [key.slice(prefix.length), header]));
}

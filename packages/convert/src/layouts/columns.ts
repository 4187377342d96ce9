import type { Finding, Position } from '@ctdx/model';
import type { Row } from '@ctdx/tables';
import { makeFinding } from '../htcds/finding.js';
import { isIdHeader } from '../htcds/headers.js';
import { clean, foldHeader } from '../htcds/text.js';
import { foldedTitles, type Names } from './labels.js';
import type { LayoutColumn, LayoutSheet } from './layout.js';

/** A column of the file: the column of the layout that it is, and the code where the layout has one a code. */
export interface FoundColumn {
  readonly column: LayoutColumn;
  readonly code?: string;
}

/** What each column of a sheet holds, by its letters. */
export interface SheetColumns {
  readonly columns: ReadonlyMap<string, FoundColumn>;
  /** Letters of the column that rows are known by. */
  readonly key: string | undefined;
  /** True when the ids are ours, written into a copy earlier: they are no number of the agency's own. */
  readonly keyIsOurs: boolean;
  readonly unknown: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Title lines that people put above the headers: more than this many is not our table. */
const rowsToLookAt = 10;
/** One known header may be chance. */
const enough = 2;

/** What the caller says about columns. */
export interface ColumnWishes {
  /** Headers of the source by column of the layout. */
  readonly named: Readonly<Record<string, string>>;
  /** Header or letters of the column of ids. */
  readonly idColumn: string | undefined;
}

/** True when a row is the header row of a sheet. */
export function isHeader(row: Row, sheet: LayoutSheet, names: Names, wishes: ColumnWishes): boolean {
  const known = row.cells.filter(({ text }) => meaning(text, sheet, names, wishes) !== undefined);
  return known.length >= Math.min(enough, sheet.columns.length);
}

export { rowsToLookAt };

/** Works out what each column holds. The first of two columns that mean the same is read. */
export function columnsOf(
  header: Row,
  sheet: LayoutSheet,
  names: Names,
  wishes: ColumnWishes,
  sheetAt: Position,
): SheetColumns {
  const at: Position = { ...sheetAt, row: header.row };
  const columns = new Map<string, FoundColumn>();
  const unknown = new Set<string>();
  const findings: Finding[] = [];
  const taken = new Set<string>();
  let key: string | undefined;
  let ours: string | undefined;
  for (const { column, text } of header.cells) {
    if (clean(text) === undefined) continue;
    if (isIdHeader(text)) {
      ours = column;
      continue;
    }
    const found = meaning(text, sheet, names, wishes);
    const asked =
      sheet.rows === 'record' &&
      wishes.idColumn !== undefined &&
      foldHeader(text) === foldHeader(wishes.idColumn);
    if (asked) key = column;
    if (found === undefined) {
      if (!asked) {
        unknown.add(column);
        findings.push(makeFinding('column-unknown', '', { ...at, column }));
      }
      continue;
    }
    const name = `${found.column.id} ${found.code ?? ''}`;
    if (taken.has(name)) {
      findings.push(makeFinding('header-twice', '', { ...at, column }, { field: found.column.id }));
      unknown.add(column);
      continue;
    }
    taken.add(name);
    columns.set(column, found);
    if (found.column.key && key === undefined) key = column;
  }
  // A column without a header can be named by its letters.
  const { idColumn } = wishes;
  if (key === undefined && idColumn !== undefined && /^[A-Z]{1,3}$/.test(idColumn)) key = idColumn;
  const keyIsOurs = key === undefined && ours !== undefined;
  return { columns, key: key ?? ours, keyIsOurs, unknown, findings };
}

function meaning(
  header: string,
  sheet: LayoutSheet,
  names: Names,
  { named }: ColumnWishes,
): FoundColumn | undefined {
  const text = foldHeader(header);
  const renamed = sheet.columns.find(
    ({ id }) => Object.hasOwn(named, id) && foldHeader(named[id] as string) === text,
  );
  const titled =
    renamed ??
    sheet.columns.find(
      ({ id, each, title }) =>
        each === undefined && (foldHeader(id) === text || foldedTitles(title, foldHeader).includes(text)),
    );
  if (titled !== undefined) return { column: titled };
  for (const column of sheet.columns) {
    const code =
      column.each === undefined
        ? undefined
        : (names.codeOf(column.each, header) ?? names.codeOf(column.each, text));
    if (code !== undefined) return { column, code };
  }
  return undefined;
}

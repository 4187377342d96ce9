import type { Finding, FindingCode, FindingFacts, Position } from '@ctdx/model';
import type { Cell, Row } from '@ctdx/tables';
import { makeFinding } from '../htcds/finding.js';
import { clean } from '../htcds/text.js';
import type { Loss, LossCode } from '../loss.js';
import type { SheetColumns } from './columns.js';
import type { LayoutColumn, LayoutSheet } from './layout.js';
import { append, put } from './place.js';
import { type CellText, type ReadContext, type Refusal, readValue } from './values.js';

type Json = Record<string, unknown>;

/** A reference to an entry of another sheet, to be looked up when every sheet was read. */
export interface Deferred {
  readonly column: LayoutColumn;
  readonly from: CellText;
  readonly at: Position;
}

/** One row as it was read: what goes into the record, where each part came from, and what is to be said. */
export interface ReadRow {
  readonly at: Position;
  readonly content: Json;
  /** Text that goes to `provenance.unmapped` of the record. */
  readonly kept: { readonly column: string; readonly text: string; readonly at: Position }[];
  readonly findings: Finding[];
  readonly losses: Loss[];
  /** Position of the cell behind each pointer of the content. */
  readonly origins: Map<string, Position>;
  readonly deferred: Deferred[];
  /** The text of the parent column, and of the label. */
  readonly parent: CellText | undefined;
  readonly label: string | undefined;
  readonly isEmpty: boolean;
  /** False when a cell is empty without which the row can't be taken. */
  readonly isWhole: boolean;
}

/** What reading a row needs besides the row. */
export interface RowReader extends Omit<ReadContext, 'dateSystem'> {
  readonly sheet: LayoutSheet;
  readonly columns: SheetColumns;
  readonly country: string;
  /** Text for columns that the source does not have. */
  readonly defaults: Readonly<Record<string, string>>;
  /** True when the record has a place for text that no code fits. */
  readonly keepsText: boolean;
  /** Id of the row in the source, where the row is a record. */
  readonly sourceId: string;
  idFor(kind: 'person' | 'case' | 'consent', text: string): Promise<string>;
}

/** Reads one row of a sheet. Empty cells are absent; nothing else is guessed. */
export async function readRow(row: Row, reader: RowReader, sheetAt: Position): Promise<ReadRow> {
  const { sheet, columns } = reader;
  const rowAt: Position = { ...sheetAt, row: row.row };
  const texts = new Map<string, CellText>();
  for (const cell of row.cells) {
    const text = clean(cell.text);
    if (text !== undefined) texts.set(cell.column, { cell, text });
  }
  const made = {
    at: rowAt,
    content: {} as Json,
    kept: [] as { column: string; text: string; at: Position }[],
    findings: [] as Finding[],
    losses: [] as Loss[],
    origins: new Map<string, Position>(),
    deferred: [] as Deferred[],
    parent: undefined as CellText | undefined,
    label: undefined as string | undefined,
    isEmpty: [...texts.keys()].every((column) => column === (columns.keyIsOurs ? columns.key : undefined)),
    isWhole: true,
  };
  const say = <C extends FindingCode>(code: C, at: Position, path = '', facts?: FindingFacts[C]): void => {
    made.findings.push(makeFinding(code, path, at, facts));
  };
  const keep = ({ cell, text }: CellText, field: string | undefined, code: LossCode): void => {
    const at = { ...rowAt, column: cell.column };
    if (reader.keepsText) made.kept.push({ column: cell.column, text, at });
    made.losses.push({
      code: reader.keepsText ? code : 'dropped',
      ...at,
      ...(field === undefined ? {} : { field }),
    });
  };
  const refuse = (refusal: Refusal, from: CellText, column: LayoutColumn): void => {
    // A record without room for the text must not say that the text is kept.
    const code = refusal.code === 'value-unmapped' && !reader.keepsText ? 'value-unlisted' : refusal.code;
    say(code, { ...rowAt, column: from.cell.column }, column.to ?? '', refusal.facts);
    keep(from, column.id, refusal.code === 'value-unmapped' ? 'kept-as-text' : 'not-readable');
  };

  const values = new Map<string, unknown>();
  const entries: { column: LayoutColumn; code: string; value: unknown; reason?: string; at: Position }[] = [];
  const context: ReadContext = { ...reader, dateSystem: row.dateSystem };
  const take = async (from: CellText, column: LayoutColumn, code = ''): Promise<void> => {
    const at: Position = { ...rowAt, column: from.cell.column };
    switch (column.as) {
      case 'skip':
        return;
      case 'keep':
        return keep(from, column.id, 'kept-as-text');
      case 'parent':
        made.parent = from;
        return;
      case 'ref':
      case 'refs':
        made.deferred.push({ column, from, at });
        return;
      case 'registered': {
        place(column, await reader.idFor(column.kind as 'person', from.text), at);
        return;
      }
      default: {
        const read = readValue(from, column, context);
        if (!read.ok) return refuse(read.refusal, from, column);
        if (read.rest !== undefined) refuse(read.rest, from, column);
        if (column.label) made.label = from.text;
        if (column.entry !== undefined) {
          const several = column.as === 'codes' ? (read.value as string[]) : [read.value];
          for (const value of several)
            entries.push({
              column,
              code,
              value,
              at,
              ...(read.reason === undefined ? {} : { reason: read.reason }),
            });
          return;
        }
        place(column, read.value, at);
        if (read.reason !== undefined && column.reason !== undefined)
          put(made.content, column.reason, read.reason);
      }
    }
  };
  const place = (column: LayoutColumn, value: unknown, at: Position): void => {
    values.set(column.id, value);
    if (column.to === undefined) return;
    // An age is an object to which other columns add: what they say stays.
    const inner = column.as === 'age' ? Object.entries(value as Json) : undefined;
    for (const [name, one] of inner ?? []) put(made.content, `${column.to}/${name}`, one);
    if (inner === undefined) put(made.content, column.to, value);
    made.origins.set(column.to, at);
  };

  for (const column of sheet.columns) {
    for (const [letters, found] of columns.columns) {
      const from = texts.get(letters);
      if (found.column !== column || from === undefined) continue;
      if (columns.keyIsOurs && letters === columns.key) continue;
      await take(from, column, found.code);
    }
  }
  for (const [letters, from] of texts) {
    if (columns.unknown.has(letters) || (!columns.columns.has(letters) && letters !== columns.key))
      keep(from, undefined, 'kept-as-text');
  }
  if (!made.isEmpty) {
    for (const column of sheet.columns) {
      const text = reader.defaults[sheet.rows === 'record' ? column.id : `${sheet.id}.${column.id}`];
      if (text === undefined || values.has(column.id) || !mayDefault(column, made.content)) continue;
      await take({ cell: defaultCell(text), text }, column);
    }
  }
  for (const { column, code, value, reason, at } of entries) {
    const known: Record<string, unknown> = { $code: code, $value: value, $reason: reason };
    const fields = Object.entries(column.entry ?? {}).flatMap(([name, from]) => {
      const filled = from.startsWith('$cell:') ? values.get(from.slice(6)) : known[from];
      return filled === undefined ? [] : [[name, filled]];
    });
    made.origins.set(append(made.content, column.to as string, Object.fromEntries(fields)), at);
  }
  for (const column of sheet.columns) {
    if (!values.has(column.id)) continue;
    for (const [pointer, said] of Object.entries(column.with ?? {})) {
      const value = await besides(said, values, reader);
      if (value !== undefined) put(made.content, pointer, value);
    }
  }
  if (!made.isEmpty) {
    for (const column of sheet.columns.filter(({ required }) => required === true)) {
      const isThere = column.as === 'parent' ? made.parent !== undefined : values.has(column.id);
      if (isThere) continue;
      made.isWhole = false;
      const letters = [...columns.columns].find(([, found]) => found.column === column)?.[0];
      const at = letters === undefined ? rowAt : { ...rowAt, column: letters };
      // A cell that holds something was spoken of already.
      if (letters === undefined || !texts.has(letters)) say('cell-missing', at, column.to ?? '');
    }
    if (!made.isWhole && sheet.rows === 'entries') made.losses.push({ code: 'dropped', ...rowAt });
  }
  return made;
}

/** A default fills a part of the record that the row speaks of; it never makes one up. */
function mayDefault({ to }: LayoutColumn, content: Json): boolean {
  const [first = '', ...rest] = (to ?? '').split('/').slice(1);
  return rest.length === 0 || Object.hasOwn(content, first);
}

function defaultCell(text: string): Cell {
  return { column: '', text, value: text, kind: 'text' };
}

async function besides(
  said: string,
  values: ReadonlyMap<string, unknown>,
  reader: RowReader,
): Promise<unknown> {
  if (said === '$country') return reader.country;
  if (said.startsWith('$cell:')) return values.get(said.slice(6));
  if (said.startsWith('$id:')) return reader.idFor('consent', reader.sourceId);
  return said;
}

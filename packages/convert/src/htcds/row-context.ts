import type { Case, Finding, FindingCode, FindingFacts, PartialDate, Position } from '@ctdx/model';
import type { Cell, Row } from '@ctdx/tables';
import type { Loss, LossCode } from '../loss.js';
import type { HtcdsField } from './columns.js';
import { type DateOrder, readDate } from './dates.js';
import { makeFinding } from './finding.js';
import type { Layout } from './layout.js';
import type { Picked } from './picklists.js';
import { clean } from './text.js';
import type { ExtraRole } from './wishes.js';

/** The record while it is being put together. */
export type Draft = Case<'identified'>;

/** A cell that holds something. */
export interface Entry {
  readonly cell: Cell;
  /** Its text without odd blanks. */
  readonly text: string;
  readonly field?: HtcdsField;
}

/** What the record schema takes: `provenance.unmapped` and the text of one entry. */
const unmappedLimits = { entries: 64, text: 4000 } as const;

/** One row while it is read: cells by meaning on one side; findings, losses and kept text on the other. */
export interface RowContext {
  readonly at: Position;
  /** True when the id of the row is ours and not the agency's own number. */
  readonly idIsOurs: boolean;
  /** True when nothing stands in the row but its number. */
  readonly isEmpty: boolean;
  readonly findings: Finding[];
  readonly losses: Loss[];
  readonly unmapped: { column: string; text: string }[];
  /** Column behind each pointer of the record, so that what validation finds leads back to a cell. */
  readonly origins: Map<string, string>;
  entry(field: HtcdsField): Entry | undefined;
  extra(role: ExtraRole): Entry | undefined;
  /** Fields of HTCDS that nothing asked for: a case has no room for them. */
  unread(): readonly Entry[];
  /** Letters of the column of an extra role, whether or not this row fills it. */
  columnOf(role: ExtraRole): string | undefined;
  say<C extends FindingCode>(code: C, entry: Entry, path?: string, facts?: FindingFacts[C]): void;
  keep(entry: Entry, code?: LossCode): void;
  /** Notes that a part of the record came from this entry. */
  from(entry: Entry, path: string): void;
  date(entry: Entry | undefined, path: string): PartialDate | undefined;
  /** The one choice of a cell, or undefined after saying why there is none. */
  one(
    entry: Entry | undefined,
    path: string,
    pick: (text: string) => Picked,
    list: string,
  ): string | undefined;
  /** Every choice of a cell; what is no choice is kept as text. */
  many(
    entry: Entry | undefined,
    path: string,
    pick: (text: string) => Picked,
    list: string,
  ): readonly string[];
}

/** Opens a row. `order` is how the source writes dates that are all digits. */
export function rowContext(row: Row, layout: Layout, at: Position, order: DateOrder | undefined): RowContext {
  const byColumn = new Map<string, Entry>();
  const fieldOf = new Map([...layout.fields].map(([field, column]) => [column, field]));
  const asked = new Set<string>();
  const context: RowContext = {
    at,
    idIsOurs: layout.idIsOurs,
    get isEmpty() {
      const counts = [...byColumn.keys()].filter((column) => column !== layout.numbers);
      return counts.length === 0 && context.findings.length === 0;
    },
    unread: () =>
      [...byColumn.values()].filter(({ cell, field }) => field !== undefined && !asked.has(cell.column)),
    findings: [],
    losses: [],
    unmapped: [],
    origins: new Map(),
    entry(field) {
      const column = layout.fields.get(field) ?? '';
      asked.add(column);
      return byColumn.get(column);
    },
    extra: (role) => byColumn.get(layout.extras.get(role) ?? ''),
    columnOf: (role) => layout.extras.get(role),
    say(code, { cell }, path = '', facts) {
      context.findings.push(makeFinding(code, path, { ...at, column: cell.column }, facts));
    },
    keep({ cell, text, field }, code = 'kept-as-text') {
      const fits = context.unmapped.length < unmappedLimits.entries && text.length <= unmappedLimits.text;
      if (fits) {
        context.origins.set(`/provenance/unmapped/${context.unmapped.length}`, cell.column);
        context.unmapped.push({ column: cell.column, text });
      }
      const loss = { code: fits ? code : 'dropped', ...at, column: cell.column } as const;
      context.losses.push(field === undefined ? loss : { ...loss, field });
    },
    from({ cell }, path) {
      context.origins.set(path, cell.column);
    },
    date(entry, path) {
      if (entry === undefined) return undefined;
      const read = readDate(entry.cell, row.dateSystem, order);
      context.from(entry, path);
      if (read.ok) return read.date;
      context.say(read.code, entry, path);
      context.keep(entry, 'not-readable');
      return undefined;
    },
    one(entry, path, pick, list) {
      if (entry === undefined) return undefined;
      const { choices, hasRest } = pick(entry.text);
      const [choice, ...others] = choices;
      context.from(entry, path);
      if (choice !== undefined && others.length === 0 && !hasRest) return choice.to;
      if (hasRest) context.say('value-unmapped', entry, path, { list });
      else context.say('one-value-only', entry, path);
      context.keep(entry);
      return undefined;
    },
    many(entry, path, pick, list) {
      if (entry === undefined) return [];
      const { choices, hasRest, mayLack } = pick(entry.cell.text);
      context.from(entry, path);
      if (hasRest) {
        context.say('value-unmapped', entry, path, { list });
        context.keep(entry);
      }
      if (mayLack) context.say('possibly-incomplete', entry, path);
      return [...new Set(choices.map(({ to }) => to))];
    },
  };

  for (const cell of row.cells) {
    const text = clean(cell.text);
    if (text === undefined || layout.ignored.has(cell.column)) continue;
    const field = fieldOf.get(cell.column);
    const entry = field === undefined ? { cell, text } : { cell, text, field };
    if (cell.kind === 'error') context.say('cell-error', entry);
    else byColumn.set(cell.column, entry);
  }
  const spoken = new Set([...layout.fields.values(), ...layout.extras.values()]);
  for (const [column, entry] of byColumn) if (!spoken.has(column)) context.keep(entry);
  return context;
}

import type { FindingCode, FindingFacts } from '@ctdx/model';
import type { Cell, DateSystem } from '@ctdx/tables';
import { type DateOrder, readDate } from '../htcds/dates.js';
import { fold } from '../htcds/text.js';
import { readAmount, readFiscalYear, readPeriod } from './figures.js';
import type { Names } from './labels.js';
import type { Layout, LayoutColumn, ReadAs } from './layout.js';

/** What a cell turned out to say, or why it was not taken. `rest` is true when part of it was not. */
export type Reading =
  | { readonly ok: true; readonly value: unknown; readonly reason?: string; readonly rest?: Refusal }
  | { readonly ok: false; readonly refusal: Refusal };

/** Why a cell was not taken. */
export interface Refusal {
  readonly code: FindingCode;
  readonly facts?: FindingFacts[FindingCode];
}

/** What a reader may look at besides the cell. */
export interface ReadContext {
  readonly layout: Layout;
  readonly names: Names;
  readonly dates: DateOrder | undefined;
  readonly dateSystem: DateSystem | undefined;
}

/** A cell with its text without odd blanks. */
export interface CellText {
  readonly cell: Cell;
  readonly text: string;
}

type Read = (from: CellText, column: LayoutColumn, context: ReadContext) => Reading;

const form: Reading = { ok: false, refusal: { code: 'form-unreadable' } };
const given = (value: unknown): Reading => ({ ok: true, value });
const orForm = (value: string, pattern: RegExp): Reading => (pattern.test(value) ? given(value) : form);
const unmapped = (list: string): Refusal => ({ code: 'value-unmapped', facts: { list } });

/** How each kind of cell is read. Kinds that need the register or another sheet are read elsewhere. */
const readers: Readonly<Partial<Record<ReadAs, Read>>> = {
  text: ({ text }, { max = 500 }) => (text.length <= max ? given(text) : form),
  texts: ({ cell }, { max = 500 }) => {
    const texts = cell.text
      .split(/[;\r\n]+/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return texts.every((one) => one.length <= max) ? given([...new Set(texts)]) : form;
  },
  date: ({ cell }, _column, { dateSystem, dates }) => {
    const read = readDate(cell, dateSystem, dates);
    return read.ok ? given(read.date) : { ok: false, refusal: { code: read.code } };
  },
  code: ({ text }, { list = '' }, { names }) => {
    const code = names.codeOf(list, text);
    return code === undefined ? { ok: false, refusal: unmapped(list) } : given(code);
  },
  codes: ({ cell }, { list = '' }, { names }) => {
    const { choices, hasRest } = names.pickerOf(list)(cell.text);
    const codes = choices.map(({ to }) => to);
    if (codes.length === 0) return { ok: false, refusal: unmapped(list) };
    return { ok: true, value: codes, ...(hasRest ? { rest: unmapped(list) } : {}) };
  },
  finding: ({ text }, _column, context) => {
    const said = wordOf(text, context);
    if (said === undefined) return { ok: false, refusal: unmapped('finding') };
    return said === 'refused' ? { ok: true, value: 'unknown', reason: 'refused' } : given(said);
  },
  boolean: ({ text }, _column, context) => {
    const said = wordOf(text, context);
    return said === 'yes' || said === 'no'
      ? given(said === 'yes')
      : { ok: false, refusal: unmapped('finding') };
  },
  age: ({ text }, _column, context) => {
    if (/^\d{1,3}$/.test(text)) return given({ value: Number(text), state: 'stated' });
    const word = wordOf(text, context);
    if (word === 'unknown' || word === 'notAsked') return given({ state: 'notRecorded' });
    const band = context.names.codeOf('age-band', text);
    return band === undefined
      ? { ok: false, refusal: { code: 'number-unreadable' } }
      : given({ band, state: 'stated' });
  },
  number: ({ cell, text }) => {
    const amount = readAmount(cell, text);
    return amount === undefined ? { ok: false, refusal: { code: 'amount-unreadable' } } : given(amount);
  },
  period: ({ cell, text }) => {
    const period = cell.kind === 'date' ? undefined : readPeriod(text);
    return period === undefined ? { ok: false, refusal: { code: 'period-unreadable' } } : given(period);
  },
  fiscalYear: ({ text }) => {
    const year = readFiscalYear(text);
    return year === undefined ? { ok: false, refusal: { code: 'period-unreadable' } } : given(year);
  },
  monthDay: ({ text }) => orForm(text, /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  slug: ({ text }) =>
    orForm(
      fold(text)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
      /^[a-z0-9][a-z0-9-]{0,62}$/,
    ),
  law: ({ text }) => orForm(text.toUpperCase(), /^[A-Z]{2}-[A-Z]{2,10}-[12]\d{3}(-\d{1,3})?$/),
  url: ({ text }) => (text.length <= 400 ? orForm(text, /^https?:\/\/[!-~]+$/) : form),
  id: ({ text }) => orForm(idOf(text), localId),
};

const localId = /^[a-z0-9][a-z0-9.-]{0,31}$/;

/** The id that a text stands for in a plan: letter case and blanks do not matter. */
export function idOf(text: string): string {
  return fold(text).replace(/[\s_/]+/g, '-');
}

/** Reads a cell as its column says. An error of the spreadsheet is never a value. */
export function readValue(from: CellText, column: LayoutColumn, context: ReadContext): Reading {
  if (from.cell.kind === 'error') return { ok: false, refusal: { code: 'cell-error' } };
  const read = readers[column.as];
  if (read === undefined) throw new TypeError('A layout names a way of reading that does not exist.');
  return read(from, column, context);
}

/** Yes, no, unknown, not asked or refused, in any language; undefined when the text says none of them. */
function wordOf(text: string, { layout, names }: ReadContext): string | undefined {
  const folded = fold(text);
  const word = Object.entries(layout.words).find(([, texts]) => texts.some((one) => fold(one) === folded));
  return word?.[0] ?? names.codeOf('finding', text);
}

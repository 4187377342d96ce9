import { dateToSerial } from '@ctdx/tables';
import type { CellValue, SheetRow } from '../htcds/sheet-xml.js';
import { nationalColumns } from './columns.js';

/** A row that a mistake changes, and the row above it. */
export interface MistakeContext {
  readonly row: SheetRow;
  readonly above: SheetRow;
  /** Writes a date as the workbook does. */
  readonly date: (iso: string) => CellValue;
}

/** Where a mistake is to be found, and as what. */
export interface ExpectedFinding {
  readonly column: string;
  readonly code: string;
  readonly rule?: string;
}

interface Mistake {
  readonly change: (context: MistakeContext) => SheetRow;
  readonly expected: readonly ExpectedFinding[];
  /** True when the row can't become a record before somebody corrects it. */
  readonly loses: boolean;
}

const { id, registeredOn, closedOn } = nationalColumns;
const open: SheetRow = { AB: 'Active' };

/** Mistakes that people make, one a row. */
export const mistakes = {
  mistypedStatus: {
    change: ({ row }) => ({ ...row, S: 'Actual victm of trafficking' }),
    expected: [{ column: 'S', code: 'value-unmapped' }],
    loses: false,
  },
  ambiguousBirthDate: {
    change: ({ row }) => ({ ...row, G: '03/04/1996' }),
    expected: [{ column: 'G', code: 'date-ambiguous' }],
    loses: false,
  },
  consentOk: {
    change: ({ row }) => ({ ...row, F: 'ok' }),
    expected: [{ column: 'F', code: 'consent-unclear' }],
    loses: false,
  },
  misspeltCountry: {
    change: ({ row }) => ({ ...row, I: 'Venezula' }),
    expected: [{ column: 'I', code: 'value-unmapped' }],
    loses: false,
  },
  genderByLetter: {
    change: ({ row }) => ({ ...row, H: 'F' }),
    expected: [{ column: 'H', code: 'value-unmapped' }],
    loses: false,
  },
  sexualFormAlone: {
    change: ({ row }) => ({ ...row, X: 'Forced labour', Y: 'Construction', Z: 'Prostitution' }),
    expected: [{ column: 'Z', code: 'form-implied' }],
    loses: false,
  },
  brokenFormula: {
    change: ({ row }) => ({ ...row, K: { error: '#REF!' } }),
    expected: [{ column: 'K', code: 'cell-error' }],
    loses: false,
  },
  closedBeforeRegistered: {
    change: ({ row, date }) => ({ ...row, AB: 'Closed', [closedOn.column]: date('2019-11-05') }),
    expected: [{ column: closedOn.column, code: 'rule', rule: 'case.closed-not-before-registered' }],
    loses: true,
  },
  swappedDates: {
    change: ({ row }) => ({
      ...row,
      G: cell(row, registeredOn.column),
      [registeredOn.column]: cell(row, 'G'),
    }),
    expected: [{ column: 'G', code: 'rule', rule: 'case.born-before-registered' }],
    loses: true,
  },
  registeredInTheFuture: {
    change: ({ row, date }) => ({
      ...without(row, closedOn.column, 'AM'),
      ...open,
      [registeredOn.column]: date('2095-06-14'),
    }),
    expected: [{ column: registeredOn.column, code: 'rule', rule: 'case.registered-not-after-issued' }],
    loses: true,
  },
  impossibleRegistration: {
    change: ({ row }) => ({ ...row, [registeredOn.column]: '2023-02-30' }),
    expected: [
      { column: registeredOn.column, code: 'date-unreadable' },
      { column: registeredOn.column, code: 'rule', rule: 'case.registered-or-period' },
    ],
    loses: true,
  },
  sameNumberTwice: {
    change: ({ row, above }) => ({ ...row, [id.column]: cell(above, id.column) }),
    expected: [{ column: id.column, code: 'id-twice' }],
    loses: true,
  },
} as const satisfies Readonly<Record<string, Mistake>>;

/** Name of a mistake. */
export type MistakeName = keyof typeof mistakes;

/** A date as Excel stores it. */
export function serialDate(iso: string): CellValue {
  const serial = dateToSerial(iso);
  if (serial === undefined) throw new RangeError('A date is YYYY-MM-DD.');
  return { serial };
}

function cell(row: SheetRow, column: string): CellValue {
  const value = row[column];
  if (value === undefined) throw new RangeError('The row has no such cell.');
  return value;
}

function without(row: SheetRow, ...columns: readonly string[]): SheetRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}

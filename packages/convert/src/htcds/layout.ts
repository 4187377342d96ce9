import type { Finding, Position } from '@ctdx/model';
import { columnIndex, columnLetters } from '@ctdx/tables';
import { makeFinding } from './finding.js';
import { fieldLabelled, fieldNamed, type HtcdsField, templateFields } from './columns.js';
import { type Headers, isIdHeader } from './headers.js';
import type { ExtraColumns } from './mapping.js';
import { clean, foldHeader } from './text.js';

/** A column that a mapping adds to HTCDS. */
export type ExtraRole = keyof ExtraColumns;

/** What each column of a file holds, by its letters. */
export interface Layout {
  readonly fields: ReadonlyMap<HtcdsField, string>;
  readonly extras: ReadonlyMap<ExtraRole, string>;
  /** Columns whose text is kept because nothing says what it means. */
  readonly kept: ReadonlySet<string>;
  /** Columns that are not read: row numbers, and our own ids where another column has the ids. */
  readonly ignored: ReadonlySet<string>;
  /** The column that the templates fill with numbers: a row with nothing else is empty. */
  readonly numbers: string | undefined;
  /** Columns whose hidden name and visible label disagree, with where to say so. */
  readonly disagreements: ReadonlyMap<string, Finding>;
  /** Fields that the file has no column for. They are not collected, which is not the same as empty. */
  readonly missing: readonly HtcdsField[];
  readonly findings: readonly Finding[];
}

/** What the caller says about columns. */
export interface LayoutWishes {
  readonly extras: ExtraColumns;
  /** Header or letters of the column with ids; comes before `extras.id`. */
  readonly idColumn?: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly keepAsText: readonly string[];
}

/** Works out what each column holds. What was asked for and is not there is an error. */
export function layOut({ names, labels }: Headers, wishes: LayoutWishes, at: Position): Layout {
  const nameOf = textByColumn(names);
  const labelOf = textByColumn(labels);
  const row = (labels ?? names)?.row ?? 1;
  const wanted = wishedColumns(wishes);
  const fields = new Map<HtcdsField, string>();
  const extras = new Map<ExtraRole, string>();
  const kept = new Set<string>();
  const ignored = new Set<string>();
  const disagreements = new Map<string, Finding>();
  const findings: Finding[] = [];

  for (const column of inOrder([...nameOf.keys(), ...labelOf.keys()])) {
    const name = nameOf.get(column);
    const label = labelOf.get(column);
    const here = { ...at, row, column };
    const use = [label, name]
      .map((text) => (text === undefined ? undefined : wanted.get(foldHeader(text))))
      .find(Boolean);
    const field = use?.field ?? meaning(name, label);
    if (use?.role !== undefined) extras.set(use.role, column);
    else if (use?.keep === true) kept.add(column);
    else if (isIdHeader(label ?? name ?? '')) {
      ignored.add(column);
      if (!wanted.roles.has('id')) extras.set('id', column);
    } else if (field === undefined) {
      if (column === 'A' && numberHeader.test(foldHeader(label ?? name ?? ''))) ignored.add(column);
      else {
        kept.add(column);
        findings.push(makeFinding('header-unknown', '', here));
      }
    } else if (fields.has(field)) {
      kept.add(column);
      findings.push(makeFinding('header-twice', '', here, { field }));
    } else {
      fields.set(field, column);
      const named = name === undefined ? undefined : fieldNamed(name);
      if (named !== undefined && named !== field) {
        disagreements.set(column, makeFinding('label-name-disagree', '', here, { field }));
      }
    }
  }
  if (!nameOf.has('A') && !labelOf.has('A')) ignored.add('A');
  addByLetters(wishes, extras);
  for (const column of extras.values()) {
    kept.delete(column);
    ignored.delete(column);
  }
  for (const { path } of wanted.missing(extras, fields)) {
    findings.push(makeFinding('mapping-column-missing', path, at));
  }
  const missing = templateFields.filter((field) => !fields.has(field));
  findings.push(...missing.map((field) => makeFinding('header-missing', '', { ...at, row }, { field })));
  const isField = [...fields.values()].includes('A');
  return {
    fields,
    extras,
    kept,
    ignored,
    numbers: isField ? undefined : 'A',
    disagreements,
    missing,
    findings,
  };
}

/** What people write above row numbers. */
const numberHeader = /^(?:no|nr|num|number|#|row|item|s\/n)\.?$/;

function textByColumn(row: Headers['names']): Map<string, string> {
  return new Map(
    (row?.cells ?? []).flatMap(({ column, text }) => (clean(text) === undefined ? [] : [[column, text]])),
  );
}

/** People see the labels only: where there is one, a hidden name says nothing against it. */
function meaning(name: string | undefined, label: string | undefined): HtcdsField | undefined {
  if (label !== undefined) return fieldLabelled(label) ?? fieldNamed(label);
  return name === undefined ? undefined : (fieldNamed(name) ?? fieldLabelled(name));
}

function inOrder(columns: readonly string[]): string[] {
  return [...new Set(columns.map(columnIndex))].sort((one, other) => one - other).map(columnLetters);
}

interface Use {
  readonly path: string;
  readonly role?: ExtraRole;
  readonly field?: HtcdsField;
  readonly keep?: true;
}

/** The headers that a mapping names, and which of them were not found. */
function wishedColumns({ extras, idColumn, fields, keepAsText }: LayoutWishes) {
  const uses = new Map<string, Use>();
  const add = (header: string | undefined, use: Use): void => {
    if (header !== undefined) uses.set(foldHeader(header), use);
  };
  for (const header of keepAsText) add(header, { path: '', keep: true });
  for (const [field, header] of Object.entries(fields)) {
    const known = fieldNamed(field);
    if (known !== undefined) add(header, { path: `/fields/${known}`, field: known });
  }
  const roles = { ...extras, ...(idColumn === undefined ? {} : { id: idColumn }) };
  for (const [role, header] of Object.entries(roles) as [ExtraRole, string][]) {
    add(header, { path: `/columns/${role}`, role });
  }
  return {
    get: (header: string) => uses.get(header),
    roles: new Set(Object.keys(roles)),
    missing: (found: ReadonlyMap<ExtraRole, string>, known: ReadonlyMap<HtcdsField, string>) =>
      [...uses.values()].filter(
        ({ role, field }) =>
          (role !== undefined && !found.has(role)) || (field !== undefined && !known.has(field)),
      ),
  };
}

/** An id column may be named by its letters, for a column without a header. */
function addByLetters({ idColumn }: LayoutWishes, extras: Map<ExtraRole, string>): void {
  if (idColumn !== undefined && !extras.has('id') && /^[A-Z]{1,3}$/.test(idColumn))
    extras.set('id', idColumn);
}

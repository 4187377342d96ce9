import type { Finding, Position } from '@ctdx/model';
import { columnIndex, columnLetters } from '@ctdx/tables';
import { fieldLabelled, fieldNamed, type HtcdsField, templateFields } from './columns.js';
import { makeFinding } from './finding.js';
import { type Headers, isIdHeader } from './headers.js';
import { clean, foldHeader } from './text.js';
import { type ExtraRole, type LayoutWishes, type Wishes, wishesFrom } from './wishes.js';

/** What each column of a file holds, by its letters. A column that is not named here is kept as text. */
export interface Layout {
  readonly fields: ReadonlyMap<HtcdsField, string>;
  readonly extras: ReadonlyMap<ExtraRole, string>;
  /** Columns that are not read: row numbers, and our own ids where another column has the ids. */
  readonly ignored: ReadonlySet<string>;
  /** The column that the templates fill with numbers: a row with nothing else is empty. */
  readonly numbers: string | undefined;
  /** Columns whose hidden name and visible label disagree, with what to say once a row uses them. */
  readonly disagreements: ReadonlyMap<string, Finding>;
  readonly findings: readonly Finding[];
  /** True when the ids are ours, written into a copy earlier: they are no number of the agency's own. */
  readonly idIsOurs: boolean;
}

/** The header cells of one column. */
interface Header {
  readonly at: Position & { readonly column: string };
  readonly name: string | undefined;
  readonly label: string | undefined;
}

/** A layout that is being worked out. */
interface Building {
  readonly fields: Map<HtcdsField, string>;
  readonly extras: Map<ExtraRole, string>;
  readonly ignored: Set<string>;
  readonly disagreements: Map<string, Finding>;
  readonly findings: Finding[];
}

/** Works out what each column holds. A column that the caller asks for and the file lacks is an error. */
export function layOut(headers: Headers, wanted: LayoutWishes, at: Position): Layout {
  const wishes = wishesFrom(wanted);
  const row = (headers.labels ?? headers.names)?.row ?? 1;
  const building: Building = {
    fields: new Map(),
    extras: new Map(),
    ignored: new Set(),
    disagreements: new Map(),
    findings: [],
  };
  const columns = headerCells(headers, { ...at, row });
  for (const header of columns) place(header, wishes, building);

  const { fields, extras, ignored, findings } = building;
  if (!columns.some(({ at: { column } }) => column === 'A')) ignored.add('A');
  const { idColumn } = wanted;
  // A column without a header can be named by its letters.
  if (idColumn !== undefined && !extras.has('id') && /^[A-Z]{1,3}$/.test(idColumn)) {
    extras.set('id', idColumn);
    ignored.delete(idColumn);
  }
  for (const { path } of wishes.unmet(extras, fields)) {
    findings.push(makeFinding('mapping-column-missing', path, at));
  }
  for (const field of templateFields) {
    if (!fields.has(field)) findings.push(makeFinding('header-missing', '', { ...at, row }, { field }));
  }
  const numbers = [...fields.values()].includes('A') ? undefined : 'A';
  const idHead = columns.find(({ at: { column } }) => column === extras.get('id'));
  const idIsOurs = idHead !== undefined && isIdHeader(idHead.label ?? idHead.name ?? '');
  return { ...building, numbers, idIsOurs };
}

function place({ at, name, label }: Header, wishes: Wishes, building: Building): void {
  const { fields, extras, ignored, disagreements, findings } = building;
  const { column } = at;
  const wish = wishes.get(label) ?? wishes.get(name);
  const field = wish?.field ?? meaning(name, label);
  if (wish?.role !== undefined && !extras.has(wish.role)) extras.set(wish.role, column);
  else if (isIdHeader(label ?? name ?? '')) {
    if (wishes.has('id')) ignored.add(column);
    else extras.set('id', column);
  } else if (field === undefined) {
    if (column === 'A' && numberHeader.test(foldHeader(label ?? name ?? ''))) ignored.add(column);
    else if (wish === undefined || wish.role !== undefined)
      findings.push(makeFinding('header-unknown', '', at));
  }
  // A mapping may take a date from a column of HTCDS: the column then has both meanings.
  if (field === undefined) return;
  if (fields.has(field)) {
    findings.push(makeFinding('header-twice', '', at, { field }));
    return;
  }
  fields.set(field, column);
  const named = name === undefined ? undefined : fieldNamed(name);
  if (named !== undefined && named !== field) {
    disagreements.set(column, makeFinding('label-name-disagree', '', at, { field }));
  }
}

/** What people write above row numbers. */
const numberHeader = /^(?:no|nr|num|number|#|row|item|s\/n)\.?$/;

/** People see the labels only: where there is one, a hidden name says nothing against it. */
function meaning(name: string | undefined, label: string | undefined): HtcdsField | undefined {
  if (label !== undefined) return fieldLabelled(label) ?? fieldNamed(label);
  return name === undefined ? undefined : (fieldNamed(name) ?? fieldLabelled(name));
}

/** Columns with a header, from left to right. */
function headerCells({ names, labels }: Headers, at: Position): Header[] {
  const nameOf = textByColumn(names);
  const labelOf = textByColumn(labels);
  const indexes = [...nameOf.keys(), ...labelOf.keys()].map(columnIndex);
  return [...new Set(indexes)]
    .sort((one, other) => one - other)
    .map(columnLetters)
    .map((column) => ({ at: { ...at, column }, name: nameOf.get(column), label: labelOf.get(column) }));
}

function textByColumn(row: Headers['names']): Map<string, string> {
  const texts = (row?.cells ?? []).flatMap(({ column, text }) => {
    const cleaned = clean(text);
    return cleaned === undefined ? [] : [[column, cleaned] as const];
  });
  return new Map(texts);
}

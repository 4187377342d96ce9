import type { Language } from '@ctdx/model/labels';
import { layouts } from '../generated/layouts.js';

/** A text in the languages that it exists in. */
export type Titles = Readonly<Partial<Record<Language, string>>> & { readonly en: string };

/** What a cell is read as. */
export type ReadAs =
  | 'text'
  | 'texts'
  | 'date'
  | 'code'
  | 'codes'
  | 'finding'
  | 'boolean'
  | 'age'
  | 'number'
  | 'period'
  | 'fiscalYear'
  | 'monthDay'
  | 'slug'
  | 'law'
  | 'url'
  | 'id'
  | 'ref'
  | 'refs'
  | 'parent'
  | 'registered'
  | 'keep'
  | 'skip';

/** One column of a sheet, or one for each code of a list. `schemas/meta/layout.schema.json` says what each member means. */
export interface LayoutColumn {
  readonly id: string;
  readonly title: Titles;
  readonly as: ReadAs;
  readonly to?: string;
  readonly list?: string;
  readonly each?: string;
  readonly entry?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly of?: string;
  readonly kind?: 'person' | 'case';
  readonly prefix?: string;
  readonly max?: number;
  readonly key?: true;
  readonly label?: true;
  readonly required?: true;
}

/** One sheet: each row is a record, or an entry of one. */
export interface LayoutSheet {
  readonly id: string;
  readonly title: Titles;
  readonly rows: 'record' | 'entries';
  readonly into?: string;
  readonly parent?: { readonly sheet?: string; readonly column: string };
  readonly columns: readonly LayoutColumn[];
}

/** How a table or workbook becomes records. */
export interface Layout {
  readonly name: string;
  readonly record: 'screening' | 'action-plan';
  readonly words: Readonly<Record<'yes' | 'no' | 'unknown' | 'notAsked' | 'refused', readonly string[]>>;
  readonly sheets: readonly LayoutSheet[];
}

/** Name and version of a layout. */
export type LayoutName = 'screening-table-1.0' | 'action-plan-workbook-1.0';

/** The layouts of the standard: what a small office can fill. */
export const layoutNames: readonly LayoutName[] = ['screening-table-1.0', 'action-plan-workbook-1.0'];

/** A layout of the standard. @example layoutOf('screening-table-1.0').sheets.length // 2 */
export function layoutOf(name: LayoutName): Layout {
  return layouts[name] as Layout;
}

import { fieldNamed, type HtcdsField } from './columns.js';
import type { ExtraColumns } from './mapping.js';
import { foldHeader } from './text.js';

/** A column that a mapping adds to HTCDS. */
export type ExtraRole = keyof ExtraColumns;

/** What the caller says about columns. */
export interface LayoutWishes {
  readonly extras: ExtraColumns;
  /** Header or letters of the column with ids; comes before `extras.id`. */
  readonly idColumn?: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly keepAsText: readonly string[];
}

/** What a mapping wants a header to mean. */
export interface Wish {
  /** Where the mapping says so. */
  readonly path: string;
  readonly role?: ExtraRole;
  readonly field?: HtcdsField;
}

/** The wishes of one import by folded header. */
export interface Wishes {
  get(header: string | undefined): Wish | undefined;
  has(role: ExtraRole): boolean;
  /** Wishes that no column of the file met. */
  unmet(roles: ReadonlyMap<ExtraRole, string>, fields: ReadonlyMap<HtcdsField, string>): readonly Wish[];
}

/** Arranges what options and mapping say about columns. */
export function wishesFrom({ extras, idColumn, fields, keepAsText }: LayoutWishes): Wishes {
  const roles = { ...extras, ...(idColumn === undefined ? {} : { id: idColumn }) };
  const all: (readonly [string, Wish])[] = [
    ...keepAsText.map((header) => [header, { path: '/keepAsText' }] as const),
    ...Object.entries(fields).flatMap(([name, header]) => {
      const field = fieldNamed(name);
      return field === undefined ? [] : [[header, { path: `/fields/${field}`, field }] as const];
    }),
    ...(Object.entries(roles) as [ExtraRole, string][]).map(
      ([role, header]) => [header, { path: `/columns/${role}`, role }] as const,
    ),
  ];
  const wishes = new Map(all.map(([header, wish]) => [foldHeader(header), wish]));
  return {
    get: (header) => (header === undefined ? undefined : wishes.get(foldHeader(header))),
    has: (role) => role in roles,
    unmet: (foundRoles, foundFields) =>
      [...wishes.values()].filter(
        ({ role, field }) =>
          (role !== undefined && !foundRoles.has(role)) || (field !== undefined && !foundFields.has(field)),
      ),
  };
}

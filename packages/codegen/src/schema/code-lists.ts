import type { Json, Sources } from '../sources.js';
import { derivedLists } from './derived-lists.js';

/** One code of a list, as the file gives it. */
export interface Code {
  readonly code: string;
  readonly label: Readonly<Record<string, string>>;
  readonly definition?: Readonly<Record<string, string>>;
  readonly status: 'active' | 'deprecated';
  readonly broader?: string;
  readonly replacedBy?: string;
  readonly deprecatedOn?: string;
  /** Day by which nobody should write the code any more. */
  readonly sunset?: string;
  readonly maps?: Readonly<Record<string, readonly string[]>>;
}

/** A code list. An open one accepts codes that it does not hold, with a warning. */
export interface CodeList {
  readonly name: string;
  readonly open: boolean;
  readonly codes: readonly Code[];
  /** The file as written, for what only the documentation needs. */
  readonly file: Json;
}

/** The code lists by name, in order of name: those with a file, and those that follow from other sources. */
export function readCodeLists(sources: Sources): ReadonlyMap<string, CodeList> {
  const files: Json[] = [...sources.codeLists.map(({ json }) => json), ...derivedLists(sources)];
  files.sort((one, other) => (one.name < other.name ? -1 : 1));
  return new Map(
    files.map((file) => [file.name, { name: file.name, open: file.open === true, codes: file.codes, file }]),
  );
}

/** Pattern and length of a code that an open list does not hold. Wide enough for every standard we map to. */
export const openCode = { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' } as const;

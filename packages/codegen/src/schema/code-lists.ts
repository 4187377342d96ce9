import type { Json, Sources } from '../sources.js';
import { derivedCodes } from './derived-codes.js';

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

/** The code lists by name, in order of name: codes of their own, or those that follow from other sources. */
export function readCodeLists(sources: Sources): ReadonlyMap<string, CodeList> {
  return new Map(
    sources.codeLists.map(({ json: { codesFrom, ...list } }) => {
      const file: Json =
        codesFrom === undefined ? list : { ...list, codes: derivedCodes(codesFrom, sources) };
      return [file.name, { name: file.name, open: file.open === true, codes: file.codes, file }];
    }),
  );
}

/** Pattern and length of a code that an open list does not hold. Wide enough for every standard we map to. */
export const openCode = { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' } as const;

import { readCodeLists } from '../schema/code-lists.js';
import { deriveSchemas } from '../schema/derive.js';
import type { Json, Sources } from '../sources.js';

/** What of the standard a profile is held against: the generated schemas, the code lists and the two meta schemas. */
export interface Standard {
  /** Major and minor version, such as `1.0`. */
  readonly version: string;
  /** Self-contained schema of each record type at each level, as in `schemas/generated`. */
  readonly schemas: readonly { readonly type: string; readonly level: string; readonly schema: Json }[];
  /** The code lists by name. */
  readonly lists: ReadonlyMap<string, { readonly open: boolean; readonly codes: readonly string[] }>;
  /** Schema of a profile file, first, and those that it refers to. */
  readonly meta: readonly Json[];
}

/** The standard as its sources describe it. */
export function standardOf(sources: Sources): Standard {
  const meta = ['meta/profile.schema.json', 'meta/code-list.schema.json'].map(
    (path) => sources.meta.find((file) => file.path === path)?.json,
  );
  const lists = [...readCodeLists(sources)].map(
    ([name, { open, codes }]) => [name, { open, codes: codes.map(({ code }) => code) }] as const,
  );
  const schemas = deriveSchemas(sources);
  return { version: versionOf(schemas[0]?.schema), schemas, lists: new Map(lists), meta };
}

/** Version in the `$id` of a generated schema: `urn:ctdx:1.0:case.identified`. */
export function versionOf(schema: Json): string {
  return String(schema.$id).split(':')[2] ?? '';
}

import { type Json, own } from './compare.js';

/** Finds the definition that a reference means, in the standard that it stands in. */
export type Resolve = (reference: string) => Json;

/** A reference without the version in it. */
export function unversioned(reference: string): string {
  return reference.replace(/^urn:ctdx:[^:]*:/, '');
}

/** `urn:ctdx:1.0:case` is `case`, whatever the version. */
export function nameOf(record: Json): string {
  return String(record.$id).split(':').at(-1) as string;
}

/** What describes the record itself. */
export function body({ $id, $schema, $defs, 'x-ctdx': _mark, ...rest }: Json): Json {
  return rest;
}

export function resolver(records: readonly Json[]): Resolve {
  const byName = new Map(records.map((record) => [nameOf(record), record]));
  return (reference) => {
    const [name = '', pointer] = unversioned(reference).split('#');
    const record = byName.get(name);
    return pointer === undefined ? body(record ?? {}) : own(record?.$defs, pointer.replace('/$defs/', ''));
  };
}

import { fileURLToPath } from 'node:url';
import { type Json, readSources } from '../../sources.js';

/** The sources of the standard as they lie in the repository. */
export const sources = readSources(fileURLToPath(new URL('../../../../../schemas/', import.meta.url)));

/** A procedure by its id. */
export function procedure(id: string): Json {
  return sources.procedures.find(({ json }) => json.id === id)?.json;
}

/** A catalogue by its id. */
export function catalogue(id: string): Json {
  return sources.catalogues.find(({ json }) => json.id === id)?.json;
}

/** One case of a vector: what is given and what every implementation must answer. */
export interface Case {
  readonly name?: string;
  readonly given: Json;
  readonly want: Json;
}

/** All cases of one kind for one procedure, in order of the files. */
export function casesOf(id: string, kind: string): Case[] {
  return sources.conformance
    .filter(({ path, json }) => path.startsWith(`conformance/procedures/${id}/`) && json.kind === kind)
    .flatMap(({ json }) => json.cases);
}

/** What a case is about, for the name of a test. */
export function nameOf({ name, given }: Case): string {
  return (
    name ??
    Object.entries(given)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ')
  );
}

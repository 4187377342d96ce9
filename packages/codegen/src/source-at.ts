import type { Json, SourceFile } from './sources.js';

/** The JSON of one source by its path below `schemas/`. Throws when it is not there. */
export function sourceAt(files: readonly SourceFile[], path: string): Json {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`schemas/${path} is missing`);
  return file.json;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Any JSON value of a source file. Checked against `schemas/meta` before an emitter sees it. */
// biome-ignore lint/suspicious/noExplicitAny: the files are described by schemas/meta, not by TypeScript
export type Json = any;

/** One source file: its path below `schemas/` and what it holds. */
export interface SourceFile {
  readonly path: string;
  readonly json: Json;
}

/** Everything under `schemas/` that a person writes, by folder, in order of name. */
export interface Sources {
  readonly records: readonly SourceFile[];
  readonly codeLists: readonly SourceFile[];
  readonly catalogues: readonly SourceFile[];
  readonly procedures: readonly SourceFile[];
  readonly translations: readonly SourceFile[];
  readonly migrations: readonly SourceFile[];
  readonly rules: readonly SourceFile[];
  readonly disclosure: readonly SourceFile[];
  readonly profiles: readonly SourceFile[];
  readonly mappings: readonly SourceFile[];
  readonly messages: readonly SourceFile[];
  readonly api: readonly SourceFile[];
  readonly meta: readonly SourceFile[];
  readonly conformance: readonly SourceFile[];
}

const folders = {
  records: 'records',
  codeLists: 'code-lists',
  catalogues: 'catalogues',
  procedures: 'procedures',
  translations: 'translations',
  migrations: 'migrations',
  rules: 'rules',
  disclosure: 'disclosure',
  profiles: 'profiles',
  mappings: 'mappings',
  messages: 'messages',
  api: 'api',
  meta: 'meta',
  conformance: 'conformance',
} as const satisfies Record<keyof Sources, string>;

/** Reads the sources of the standard from the folder `schemas`. Throws when a file is not JSON. */
export function readSources(root: string): Sources {
  const entries = Object.entries(folders).map(([name, folder]) => [name, readFolder(root, folder)]);
  return Object.fromEntries(entries) as Sources;
}

function readFolder(root: string, folder: string): SourceFile[] {
  return listJson(join(root, folder)).map((file) => {
    const path = `${folder}/${file}`;
    try {
      return { path, json: JSON.parse(readFileSync(join(root, path), 'utf8')) };
    } catch (cause) {
      throw new Error(`schemas/${path} is not JSON`, { cause });
    }
  });
}

function listJson(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.json') && !file.endsWith('package.json'))
      .sort();
  } catch {
    return []; // a folder that does not exist holds nothing
  }
}

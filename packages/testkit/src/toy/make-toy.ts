import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toyMajor } from './toy-major.js';
import { toyMinor } from './toy-minor.js';

// biome-ignore lint/suspicious/noExplicitAny: the files are described by schemas/meta, not by TypeScript
export type Json = any;

/** Changes files of a copy of the standard, by their path below `schemas/`. */
export interface Editor {
  edit(path: string, change: (json: Json) => void): void;
  add(path: string, json: Json): void;
}

const schemas = fileURLToPath(new URL('../../../../schemas', import.meta.url));
/** The folders that people write; what is generated or released is made anew. Asked for when it is needed: a built testkit lies elsewhere. */
const folders = (): string[] =>
  readdirSync(schemas, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated' && entry.name !== 'released')
    .map(({ name }) => name);

/**
 * Writes a toy of the next versions of the standard into a folder: `1.1` adds, deprecates and renames as a minor may;
 * `2.0` breaks on purpose. Each comes with its migration and vectors. Nothing of them is planned.
 */
export function makeToy(folder: string, version: '1.1' | '2.0'): string {
  for (const name of folders()) cpSync(join(schemas, name), join(folder, name), { recursive: true });
  const editor: Editor = {
    edit: (path, change) => {
      const json: Json = JSON.parse(readFileSync(join(folder, path), 'utf8'));
      change(json);
      writeFileSync(join(folder, path), JSON.stringify(json, null, 2));
    },
    add: (path, json) => {
      if (existsSync(join(folder, path))) throw new Error(`${path} is there already`);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), JSON.stringify(json, null, 2));
    },
  };
  toyMinor(editor);
  raise(folder, editor, '1.0', '1.1');
  if (version === '2.0') {
    toyMajor(editor);
    raise(folder, editor, '1.1', '2.0');
  }
  return folder;
}

/** Says the new version in every id and reference, and in the list of versions. */
function raise(folder: string, editor: Editor, from: string, to: string): void {
  for (const file of readdirSync(join(folder, 'records'))) {
    const path = join(folder, 'records', file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`urn:ctdx:${from}:`, `urn:ctdx:${to}:`));
  }
  editor.edit('migrations/versions.json', (json) => {
    json.newest = to;
    json.versions.push({ version: to, status: 'draft', since: '2027-06-01' });
  });
}

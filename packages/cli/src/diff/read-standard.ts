import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical, isObject, type Json } from './compare.js';
import { normativeFolders } from './diff-standards.js';

/** The files of one version of the standard that decide something, by their path below `schemas/`. */
export interface Standard {
  readonly version: string;
  readonly files: ReadonlyMap<string, Json>;
}

/** What can't be read as a standard. Its message holds nothing of what was read. */
export class StandardError extends Error {
  override readonly name = 'StandardError';
}

/**
 * Reads a folder `schemas/`, or a snapshot of one.
 * @throws {StandardError} when it is neither
 */
export async function readStandard(path: string): Promise<Standard> {
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined) throw new StandardError('is not there');
  const files = facts.isDirectory() ? await readFolders(path) : filesOf(await readJson(path));
  const known = files
    .filter(([name]) => isNormative(name))
    .map(([name, json]) => [name, bare(name, json)] as const);
  const version = known.find(([name]) => name === versionsFile)?.[1]?.newest;
  if (typeof version !== 'string' || !known.some(([name]) => name.startsWith('records/')))
    throw new StandardError('is neither a folder of schemas nor a snapshot of one');
  return { version, files: new Map(known) };
}

const versionsFile = 'migrations/versions.json';

/** Sentences of other languages are wording through and through, and change all the time. */
function isNormative(path: string): boolean {
  const [folder = '', ...rest] = path.split('/');
  if (!normativeFolders.includes(folder) || !path.endsWith('.json')) return false;
  return folder !== 'messages' || ['findings.json', 'en.json'].includes(rest.join('/'));
}

async function readFolders(root: string): Promise<[string, Json][]> {
  const listed = await Promise.all(
    normativeFolders.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
      return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
    }),
  );
  const paths = listed.flat().filter(isNormative).sort();
  return Promise.all(paths.map(async (path) => [path, await readJson(join(root, path))] as [string, Json]));
}

function filesOf(snapshot: Json): [string, Json][] {
  return isObject(snapshot) && isObject(snapshot['files']) ? Object.entries(snapshot['files']) : [];
}

async function readJson(path: string): Promise<Json> {
  try {
    const json: Json = JSON.parse(await readFile(path, 'utf8'));
    if (isObject(json)) return json;
  } catch {
    // what stands in it, or its name, is not to be repeated
  }
  throw new StandardError('holds a file that is not a JSON object');
}

/** Without what decides nothing and changes with every run. */
function bare(path: string, json: Json): Json {
  if (!path.startsWith('api/')) return json;
  return JSON.parse(JSON.stringify(json, (name, value) => (name === 'examples' ? undefined : value)));
}

/**
 * A version of the standard as one file: canonical JSON, a line for each file of it. Comparing with it needs nothing
 * else, and the same standard gives the same bytes.
 */
export function snapshotText({ version, files }: Standard): string {
  const lines = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, json]) => `${JSON.stringify(path)}: ${canonical(json)}`);
  return `{"version": ${JSON.stringify(version)}, "files": {\n${lines.join(',\n')}\n}}\n`;
}

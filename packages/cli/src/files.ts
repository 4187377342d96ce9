import { constants, openAsBlob } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from './refusal.js';

/** What the file is called in a refusal: its number among the arguments, or the option it was given to. */
export type FileRole = number | `--${string}`;

const named = (role: FileRole): string => (typeof role === 'number' ? `File ${role}` : `The file of ${role}`);

/**
 * Opens a file for reading. It is read piece by piece, never all at once.
 * @throws {Refusal} when it is missing, is a folder, can't be read or is empty.
 */
export async function openFile(path: string, role: FileRole): Promise<Blob> {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return refuse(`${named(role)} is not there.`);
    return refuse(`${named(role)} can't be read.`);
  });
  if (facts.isDirectory()) refuse(`${named(role)} is a folder, not a file.`);
  if (!facts.isFile()) refuse(`${named(role)} is not an ordinary file.`);
  if (facts.size === 0) refuse(`${named(role)} is empty.`);
  await access(path, constants.R_OK).catch(() =>
    refuse(`${named(role)} can't be read: permission is missing.`),
  );
  return openAsBlob(path).catch(() => refuse(`${named(role)} can't be read.`));
}

/** True when something stands at the path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Refuses early when a result can't be written there, so that no long run ends in nothing.
 * @throws {Refusal} when the folder is missing or the path is a folder.
 */
export async function expectWritable(path: string, role: `--${string}`): Promise<void> {
  const folder = await stat(dirname(path) || '.').catch(() => refuse(`The folder for ${role} is not there.`));
  if (!folder.isDirectory()) refuse(`The folder for ${role} is not there.`);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) refuse(`${named(role)} is a folder, not a file.`);
}

/**
 * Writes a file that only its owner may read, under a temporary name first: a run that is cut short leaves no half
 * file under the name that was asked for.
 */
export async function writeFile(
  path: string,
  role: `--${string}`,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const partial = `${path}.part`;
  try {
    const file = await open(partial, 'w', 0o600);
    try {
      for await (const chunk of chunks) await file.write(chunk as string);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof Error && 'syscall' in error) refuse(`${named(role)} can't be written.`);
    throw error;
  }
}

/** Lines of JSON, as `writeFile` takes them. */
export async function* jsonLines(values: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}

/**
 * In a file of lines a broken line must not spoil the next. The name says so; where it doesn't, records may stand in an
 * array or follow each other.
 */
export function layoutOf(path: string): 'json' | 'ndjson' {
  return /\.(ndjson|jsonl)$/i.test(path) ? 'ndjson' : 'json';
}

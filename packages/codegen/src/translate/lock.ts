import { createHash } from 'node:crypto';
import type { Json, SourceFile, Sources } from '../sources.js';
import { stringsOf, translatedSources } from './strings.js';

/** Where the lock lies, below `schemas/`. */
export const lockPath = 'translations/english.lock.json';

/** By source file and key, the digest of the English text that the translations were made from. */
export type Lock = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** First 8 digits of the SHA-256 of an English text: enough to see that it changed. */
export function englishDigest(english: string): string {
  return createHash('sha256').update(english, 'utf8').digest('hex').slice(0, 8);
}

/** The lock as it lies in the repository; empty when there is none. */
export function lockOf(sources: Sources): Lock {
  return sources.translations.find(({ path }) => path === lockPath)?.json.files ?? {};
}

/** The strings of a source whose English text is not the one that its translations were made from. */
export function changedKeys(file: SourceFile, lock: Lock): string[] {
  const locked = lock[file.path] ?? {};
  return [...stringsOf(file)]
    .filter(([key, english]) => locked[key] !== englishDigest(english))
    .map(([key]) => key);
}

/**
 * The lock after somebody looked at the translations of some strings: without keys, of all strings of the file.
 * What is no longer a string of a source drops out.
 * @throws {RangeError} when the file has nothing to translate, or no string of that key.
 */
export function accepted(sources: Sources, path: string, keys: readonly string[]): Json {
  const files = translatedSources(sources);
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new RangeError('There is no such source file with something to translate.');
  const strings = stringsOf(file);
  for (const [at, key] of keys.entries()) {
    if (!strings.has(key)) throw new RangeError(`Key ${at + 1} is no key of that file.`);
  }
  const taken = new Set(keys.length === 0 ? strings.keys() : keys);
  const before = lockOf(sources);
  const rows = files.map((one): [string, Json] => {
    const kept = [...stringsOf(one)].flatMap(([key, english]) => {
      const digest = one === file && taken.has(key) ? englishDigest(english) : before[one.path]?.[key];
      return digest === undefined ? [] : [[key, digest]];
    });
    return [one.path, Object.fromEntries(kept)];
  });
  return {
    $schema: '../meta/english-lock.schema.json',
    files: Object.fromEntries(rows.filter(([, kept]) => Object.keys(kept).length > 0)),
  };
}

import { createHash } from 'node:crypto';
import type { Json, SourceFile, Sources } from '../sources.js';
import { stringsOf, translatedSources } from './strings.js';
import { languages, translationsOf } from './translations.js';

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
  const file = translatedSources(sources).find((one) => one.path === path);
  if (file === undefined) throw new RangeError('There is no such source file with something to translate.');
  const strings = stringsOf(file);
  for (const [at, key] of keys.entries()) {
    if (!strings.has(key)) throw new RangeError(`Key ${at + 1} is no key of that file.`);
  }
  const taken = new Set(keys.length === 0 ? strings.keys() : keys);
  return locked(sources, (one, key) => one.path === path && taken.has(key));
}

/** The lock with every string that nobody had translated before and that all languages have now. */
export function acceptedNew(sources: Sources): Json {
  const before = lockOf(sources);
  const translations = translationsOf(sources);
  return locked(
    sources,
    ({ path }, key, english) =>
      before[path]?.[key] === undefined &&
      languages.every((language) => translations(language, path, key, english) !== undefined),
  );
}

/** The lock with the English of today for the strings that are taken, and of before for the others. */
function locked(
  sources: Sources,
  isTaken: (file: SourceFile, key: string, english: string) => boolean,
): Json {
  const before = lockOf(sources);
  const rows = translatedSources(sources).map((file): [string, Json] => {
    const kept = [...stringsOf(file)].flatMap(([key, english]) => {
      const digest = isTaken(file, key, english) ? englishDigest(english) : before[file.path]?.[key];
      return digest === undefined ? [] : [[key, digest]];
    });
    return [file.path, Object.fromEntries(kept)];
  });
  return {
    $schema: '../meta/english-lock.schema.json',
    files: Object.fromEntries(rows.filter(([, kept]) => Object.keys(kept).length > 0)),
  };
}

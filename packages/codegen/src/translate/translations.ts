import { createHash } from 'node:crypto';
import type { Json, Sources } from '../sources.js';

/** The languages into which everything is translated. English is the language of the sources. */
export const languages = ['es', 'fr', 'nl', 'ht'] as const;
export type Language = (typeof languages)[number];

/** All languages in the order in which tables show them. */
export const allLanguages = ['en', ...languages] as const;

/** One string in one language. */
export interface Said {
  readonly text: string;
  /** True when a person approved this text as the translation of the English text of today. */
  readonly reviewed: boolean;
}

/** Gives a string of a source file in another language, or nothing when nobody has translated it. */
export type Translations = (language: string, path: string, key: string, english: string) => Said | undefined;

/** The translations as they lie beside the sources. For English it gives the source and whether that is reviewed. */
export function translationsOf(sources: Sources): Translations {
  const files = new Map<string, Json>(
    sources.translations
      .filter(({ json }) => json.of !== undefined)
      .map(({ json }) => [`${json.language} ${json.of}`, json]),
  );
  return (language, path, key, english) => {
    const file = files.get(`${language} ${path}`);
    const text = language === 'en' ? english : own(file?.strings, key);
    if (text === undefined) return undefined;
    return { text, reviewed: own(file?.reviewed, key)?.digest === reviewDigest(english, text) };
  };
}

/** Digest of a review: first 16 digits of the SHA-256 of the English text, a line feed, and the approved text. */
export function reviewDigest(english: string, text: string): string {
  return createHash('sha256').update(`${english}\n${text}`, 'utf8').digest('hex').slice(0, 16);
}

function own(table: Json, key: string): Json {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../sources.js';
import { placeholders } from './placeholders.js';
import { stringsOf, translatedSources } from './strings.js';

/** What a language still lacks, by source file: key and English text of every string without a translation that fits. */
export function missingStrings(
  sources: Sources,
  root: string,
  language: string,
): Record<string, Record<string, string>> {
  const missing: Record<string, Record<string, string>> = {};
  for (const file of translatedSources(sources)) {
    const there = translationOf(root, language, file.path);
    const lacks = [...stringsOf(file)].filter(([key, english]) => !fits(english, there[key]));
    if (lacks.length > 0) missing[file.path] = Object.fromEntries(lacks);
  }
  return missing;
}

function fits(english: string, text: string | undefined): boolean {
  return text !== undefined && placeholders(text) === placeholders(english);
}

function translationOf(root: string, language: string, path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(root, 'translations', language, path), 'utf8')).strings;
  } catch {
    return {};
  }
}

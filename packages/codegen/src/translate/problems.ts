import type { Json, SourceFile, Sources } from '../sources.js';
import { changedKeys, lockOf } from './lock.js';
import { placeholders } from './placeholders.js';
import { stringsOf, translatedSources } from './strings.js';
import { languages, reviewDigest } from './translations.js';

/** Every string is there in every language, fits its English text, and was looked at since that changed. */
export function translationProblems(sources: Sources): string[] {
  const translated = translatedSources(sources);
  return [
    ...sources.translations
      .filter(({ json }) => json.of !== undefined)
      .flatMap((file) => misplaced(file, translated)),
    ...translated.flatMap((file) => languages.flatMap((language) => stringProblems(sources, file, language))),
    ...translated.flatMap((file) => reviewProblems(sources, file, 'en')),
    ...translated.flatMap((file) => staleProblems(sources, file)),
  ];
}

function misplaced({ path, json }: SourceFile, translated: readonly SourceFile[]): string[] {
  const problems: string[] = [];
  const known: readonly string[] = ['en', ...languages];
  if (!known.includes(json.language))
    problems.push(`${path}: ${json.language} is none of ${languages.join(', ')}`);
  if (path !== `translations/${json.language}/${json.of}`)
    problems.push(`${path}: belongs under translations/${json.language}/${json.of}`);
  if (!translated.some((file) => file.path === json.of))
    problems.push(`${path}: ${json.of} has nothing to translate`);
  return problems;
}

function stringProblems(sources: Sources, source: SourceFile, language: string): string[] {
  const place = `translations/${language}/${source.path}`;
  const file = sources.translations.find(({ path }) => path === place)?.json;
  if (file === undefined) return [`${place} is missing`];
  const strings = stringsOf(source);
  return [
    ...[...strings].flatMap(([key, english]) => pairProblems(place, key, english, file.strings[key])),
    ...Object.keys(file.strings)
      .filter((key) => !strings.has(key))
      .map((key) => `${place}: ${key} is no string of ${source.path}`),
    ...reviewProblems(sources, source, language),
  ];
}

function reviewProblems(sources: Sources, source: SourceFile, language: string): string[] {
  const place = `translations/${language}/${source.path}`;
  const file = sources.translations.find(({ path }) => path === place)?.json;
  const strings = stringsOf(source);
  return Object.entries<Json>(file?.reviewed ?? {})
    .filter(([key, { digest }]) => {
      const english = strings.get(key) ?? '';
      return digest !== reviewDigest(english, language === 'en' ? english : (file.strings[key] ?? ''));
    })
    .map(
      ([key]) => `${place}: ${key} was changed after its review; take the review away, or review it again`,
    );
}

function pairProblems(place: string, key: string, english: string, text: string | undefined): string[] {
  if (text === undefined) return [`${place}: ${key} is missing`];
  return placeholders(english) === placeholders(text)
    ? []
    : [`${place}: ${key} has other placeholders than the English text`];
}

function staleProblems(sources: Sources, source: SourceFile): string[] {
  const changed = changedKeys(source, lockOf(sources));
  if (changed.length === 0) return [];
  const known = lockOf(sources)[source.path];
  const fresh = changed.every((key) => known?.[key] === undefined);
  if (fresh) {
    const strings = `${changed.length} ${changed.length === 1 ? 'string has' : 'strings have'}`;
    return [
      `${source.path}: ${strings} not been accepted yet: translate, then \`npm run translations -- --accept\``,
    ];
  }
  const keys = changed.slice(0, 5).join(' ');
  const more = changed.length > 5 ? ` and ${changed.length - 5} more` : '';
  return [
    `${source.path}: the English of ${keys}${more} is not what was translated. Look at ${languages.join(', ')} of it; then \`npm run translations -- --accept ${source.path} ${keys}\``,
  ];
}

/** Share of the strings of a file that may read as in English: names, codes and words that languages share. */
const likeEnglish = 0.3;

/** Files of which more reads as in English than one would expect: no mistake by itself, but somebody should look. */
export function translationNotes(sources: Sources): string[] {
  return translatedSources(sources).flatMap((source) => {
    const strings = [...stringsOf(source)];
    return languages.flatMap((language) => {
      const place = `translations/${language}/${source.path}`;
      const texts = sources.translations.find(({ path }) => path === place)?.json.strings ?? {};
      const same = strings.filter(([key, english]) => texts[key] === english).length;
      return same / strings.length > likeEnglish
        ? [`${place}: ${same} of ${strings.length} strings read as in English`]
        : [];
    });
  });
}

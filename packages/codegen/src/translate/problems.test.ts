import { describe, expect, test } from 'vitest';
import type { Json, Sources } from '../sources.js';
import { accepted, acceptedNew } from './lock.js';
import { translationNotes, translationProblems } from './problems.js';
import { languages, reviewDigest, translationsOf } from './translations.js';

const path = 'code-lists/toy.json';
const english = { title: 'Toy', 'codes/a/label': 'At most {limit}' };

/** One list with one code, translated into all languages. */
function toy(): Sources {
  const empty = { records: [], catalogues: [], procedures: [], migrations: [], rules: [], disclosure: [] };
  const rest = { profiles: [], mappings: [], messages: [], api: [], meta: [], conformance: [] };
  const list = {
    name: 'toy',
    title: { en: english.title },
    codes: [{ code: 'a', label: { en: english['codes/a/label'] } }],
  };
  const translations = languages.map((language) => ({
    path: `translations/${language}/${path}`,
    json: {
      language,
      of: path,
      strings: { title: `Toy ${language}`, 'codes/a/label': `${language} {limit}` },
    } as Json,
  }));
  const sources: Sources = { ...empty, ...rest, codeLists: [{ path, json: list }], translations };
  const lock = { path: 'translations/english.lock.json', json: accepted(sources, path, []) };
  return { ...sources, translations: [...translations, lock] };
}

function of(sources: Sources, language: string): Json {
  return sources.translations.find(({ json }) => json.language === language)?.json;
}

const mistakes: readonly (readonly [name: string, spoil: (copy: Sources) => void, problem: RegExp])[] = [
  [
    'a missing string',
    (copy) => delete of(copy, 'ht').strings.title,
    /^translations\/ht\/code-lists\/toy\.json: title is missing$/,
  ],
  [
    'a string too many',
    (copy) => {
      of(copy, 'es').strings.subtitle = 'Juguete';
    },
    /es\/code-lists\/toy\.json: subtitle is no string/,
  ],
  [
    'a placeholder that was translated',
    (copy) => {
      of(copy, 'nl').strings['codes/a/label'] = 'Hoogstens {grens}';
    },
    /nl\/code-lists\/toy\.json: codes\/a\/label has other placeholders/,
  ],
  [
    'another language',
    (copy) => {
      of(copy, 'fr').language = 'acf';
    },
    /acf is none of es, fr, nl, ht/,
  ],
  [
    'a review of a text that has changed',
    (copy) => {
      const digest = reviewDigest(english.title, 'Een ander');
      of(copy, 'nl').reviewed = { title: { on: '2026-11-24', by: 'somebody', digest } };
    },
    /nl\/code-lists\/toy\.json: title was changed after its review/,
  ],
  [
    'English that has changed since',
    (copy) => {
      (copy.codeLists[0] as { json: Json }).json.title.en = 'Game';
    },
    /the English of title is not what was translated.*--accept code-lists\/toy\.json title`/,
  ],
];

describe('translations', () => {
  test('that fit have no problems', () => {
    expect(translationProblems(toy())).toEqual([]);
  });

  test.each(mistakes)('%s is found, by file and key', (_name, spoil, problem) => {
    const copy = toy();
    spoil(copy);
    const problems = translationProblems(copy);
    expect(problems.filter((line) => problem.test(line))).toHaveLength(1);
  });

  test('accepting a string settles it and no other', () => {
    const copy = toy();
    const list = copy.codeLists[0]?.json;
    list.title.en = 'Game';
    list.codes[0].label.en = 'No more than {limit}';
    const lock = copy.translations.find(({ path: at }) => at.endsWith('lock.json')) as { json: Json };
    lock.json = accepted(copy, path, ['title']);
    expect(translationProblems(copy).join('\n')).toMatch(
      /^code-lists\/toy\.json: the English of codes\/a\/label is not/,
    );
    expect(() => accepted(copy, path, ['nothing'])).toThrow(RangeError);
  });

  test('of new strings are accepted all at once, when every language has them', () => {
    const copy = toy();
    const codes = copy.codeLists[0]?.json.codes;
    codes[0].label.en = 'Changed {limit}';
    codes.push({ code: 'b', label: { en: 'Whole' } }, { code: 'c', label: { en: 'Half' } });
    for (const language of languages) of(copy, language).strings['codes/b/label'] = `${language} b`;
    of(copy, 'es').strings['codes/c/label'] = 'Medio';
    const before = copy.translations.at(-1)?.json.files[path];
    const after = acceptedNew(copy).files[path];
    expect(Object.keys(after)).toEqual(['title', 'codes/a/label', 'codes/b/label']);
    expect(after['codes/a/label']).toBe(before['codes/a/label']);
  });

  test('that read as in English are worth a look', () => {
    const copy = toy();
    of(copy, 'fr').strings = { ...english };
    expect(translationNotes(copy)).toEqual([
      'translations/fr/code-lists/toy.json: 2 of 2 strings read as in English',
    ]);
  });

  test('are reviewed when a person approved exactly these words', () => {
    const copy = toy();
    const review = (text: string) => ({
      title: { on: '2026-11-24', by: 'somebody', digest: reviewDigest('Toy', text) },
    });
    of(copy, 'fr').reviewed = review('Toy fr');
    of(copy, 'nl').reviewed = review('Speelgoed');
    const translations = translationsOf(copy);
    expect(translations('fr', path, 'title', 'Toy')).toEqual({ text: 'Toy fr', reviewed: true });
    expect(translations('fr', path, 'title', 'Game')?.reviewed).toBe(false);
    expect(translations('nl', path, 'title', 'Toy')?.reviewed).toBe(false);
    expect(translations('nl', path, 'constructor', 'Toy')).toBeUndefined();
  });
});

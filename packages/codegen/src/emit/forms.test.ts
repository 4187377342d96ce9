import { describe, expect, test } from 'vitest';
import { metaProblems } from '../check/meta.js';
import { sources } from '../check/testing/procedure-files.js';
import type { Json, Sources } from '../sources.js';
import { reviewDigest } from '../translate/translations.js';
import { forms } from './forms.js';

const key = 'items/agreed/question';
const id = `consent-interview/${key}`;
const english = sources.procedures.find(({ json }) => json.id === 'consent-interview')?.json.items.at(-1)
  .question.en;

/** The sources with nothing in a language but one file. */
function withFile(language: string, json: Json): Sources {
  const path = `translations/${language}/procedures/consent-interview.json`;
  const file = { path, json: { language, of: 'procedures/consent-interview.json', ...json } };
  const others = sources.translations.filter((one) => !one.path.startsWith(`translations/${language}/`));
  return { ...sources, translations: [...others, file] };
}

function review(text: string): Json {
  return { reviewed: { [key]: { on: '2026-11-24', by: 'some-body', digest: reviewDigest(english, text) } } };
}

function moduleOf(language: string, given: Sources): string {
  return forms(given).find(({ path }) => path.endsWith(`/forms-${language}.ts`))?.text ?? '';
}

describe('the texts of forms', () => {
  test('are unreviewed until a person says otherwise', () => {
    const without = { ...sources, translations: [] };
    for (const language of ['en', 'es', 'fr', 'nl', 'ht'])
      expect(moduleOf(language, without)).toContain('reviewed: new Set([])');
  });

  test('of a language without translations are none', () => {
    expect(moduleOf('ht', { ...sources, translations: [] })).toMatch(/texts: \{\s*\}/);
  });

  test('are reviewed in English where a file of reviews says so', () => {
    const given = withFile('en', review(english));
    expect(moduleOf('en', given)).toContain(`reviewed: new Set(["${id}"])`);
    expect(metaProblems(given).filter((problem) => problem.startsWith('translations/en'))).toEqual([]);
  });

  test('are reviewed in another language where the approved text is the one that stands there', () => {
    const given = withFile('ht', { strings: { [key]: 'Toy?' }, ...review('Toy?') });
    expect(moduleOf('ht', given)).toContain(`reviewed: new Set(["${id}"])`);
  });

  test.each([
    ['the translation', withFile('ht', { strings: { [key]: 'Other?' }, ...review('Toy?') }), 'ht'],
    ['the English text', withFile('en', review('What it was before?')), 'en'],
  ])('lose their review when %s changes', (_what, given, language) => {
    expect(moduleOf(language, given)).toContain('reviewed: new Set([])');
  });

  test('of English lie in the sources alone', () => {
    const given = withFile('en', { strings: { [key]: 'Toy?' }, ...review(english) });
    expect(metaProblems(given).filter((problem) => problem.startsWith('translations/en'))).not.toEqual([]);
  });

  test('have ids of their own in catalogues and procedures', () => {
    const ids = [...moduleOf('en', sources).matchAll(/^ {2}("[^"]+"):/gm)].map(([, found]) => found);
    expect(ids.length).toBeGreaterThan(600);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

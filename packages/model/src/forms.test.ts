import { describe, expect, test } from 'vitest';
import { formsEn } from './forms/en.js';
import { formsEs } from './forms/es.js';
import { formsFr } from './forms/fr.js';
import { formsHt } from './forms/ht.js';
import { formsNl } from './forms/nl.js';
import {
  audienceOf,
  FormTextError,
  type FormTexts,
  formText,
  formTextIn,
  officerTextIds,
  victimTextIds,
} from './forms.js';

const question = 'consent-interview/items/agreed/question';
const label = 'ilo-2009/entries/ilo.cd.01/label';
const languages = [formsEn, formsEs, formsFr, formsNl, formsHt];

/** Toy texts: the question approved, one label translated and not approved. */
const toy: FormTexts = {
  language: 'ht',
  texts: { [question]: 'Toy question?', [label]: 'Toy label' },
  reviewed: new Set([question]),
};

function refusalOf(call: () => unknown): FormTextError {
  try {
    call();
  } catch (error) {
    if (FormTextError.is(error)) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

describe('a text for a victim', () => {
  test('is refused while nobody has approved it, and the error names it and the language', () => {
    const { code, id, language, message } = refusalOf(() => formText(question, 'en'));
    expect({ code, id, language }).toEqual({ code: 'UNREVIEWED_TEXT', id: question, language: 'en' });
    expect(message).toBe(`Nobody has approved ${question} in en for a victim's eyes`);
  });

  test('is given on request, and says that nobody has approved it', () => {
    expect(formText(question, 'en', { allowUnreviewed: true })).toEqual({
      text: 'Do you agree to talk with me now?',
      language: 'en',
      audience: 'victim',
      reviewed: false,
    });
  });

  test('is given when somebody has approved it', () => {
    expect(formTextIn(question, toy)).toEqual({
      text: 'Toy question?',
      language: 'ht',
      audience: 'victim',
      reviewed: true,
    });
  });

  test('is never given in another language than asked for', () => {
    const say = 'consent-interview/items/agreed/say';
    expect(refusalOf(() => formTextIn(say, toy, { allowUnreviewed: true })).code).toBe('NOT_TRANSLATED');
  });

  test('is refused in every language until somebody has approved it', () => {
    const given = languages.flatMap((texts) =>
      victimTextIds.filter((id) => {
        try {
          return formTextIn(id, texts).reviewed !== true;
        } catch (error) {
          return !FormTextError.is(error);
        }
      }),
    );
    expect(given).toEqual([]);
  });
});

describe('a text for an officer', () => {
  test('is given, and says that nobody has approved it', () => {
    expect(formTextIn(label, toy)).toEqual({
      text: 'Toy label',
      language: 'ht',
      audience: 'officer',
      reviewed: false,
    });
  });

  test('is in English where there is no translation, and says so', () => {
    const limit = 'safety/limits/context/text';
    expect(formTextIn(limit, toy)).toMatchObject({ text: formsEn.texts[limit], language: 'en' });
  });
});

describe('languages', () => {
  test.each(['en', 'es', 'fr', 'nl', 'ht'])('%s is known', (language) => {
    expect(formText(label, language).text).not.toBe('');
  });

  test('Kwéyòl is refused by name: it is not Haitian Creole', () => {
    const { code, language, message } = refusalOf(() => formText(label, 'acf'));
    expect({ code, language, message }).toEqual({
      code: 'UNKNOWN_LANGUAGE',
      language: 'acf',
      message: 'There are no texts in acf',
    });
  });

  test.each(['Maria Perez', '__proto__', ''])('what is no tag is refused and not repeated: %j', (typed) => {
    const { language, message } = refusalOf(() => formText(label, typed));
    expect({ language, message }).toEqual({
      language: undefined,
      message: 'There are no texts in that language',
    });
  });
});

describe('the texts', () => {
  test('are all there in English', () => {
    expect(Object.keys(formsEn.texts).sort()).toEqual([...victimTextIds, ...officerTextIds].sort());
  });

  test('have nothing in another language that English lacks', () => {
    const others = languages
      .flatMap(({ texts }) => Object.keys(texts))
      .filter((id) => !Object.hasOwn(formsEn.texts, id));
    expect(others).toEqual([]);
  });

  test('are for the victim when they are questions or said', () => {
    expect(audienceOf('safety/flags/suicidal/question')).toBe('victim');
    expect(audienceOf('safety/flags/suicidal/text')).toBe('officer');
  });

  test('that do not exist are a bad call', () => {
    expect(() => formText('toString' as typeof question, 'en')).toThrow(TypeError);
  });
});

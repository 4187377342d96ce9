// What is asked, said and explained when victims are identified and helped, in five languages

import { FormTextError } from './form-text-error.js';
import type { Audience, FormText, FormTextId, FormTexts } from './form-texts.js';
import { victimTextIds } from './generated/form-text-ids.js';
import { formsEn } from './generated/forms-en.js';
import { formsEs } from './generated/forms-es.js';
import { formsFr } from './generated/forms-fr.js';
import { formsHt } from './generated/forms-ht.js';
import { formsNl } from './generated/forms-nl.js';
import type { Language } from './labels.js';

export type { FormTextRefusal } from './form-text-error.js';
export { FormTextError } from './form-text-error.js';
export type { Audience, FormText, FormTextId, FormTexts, VictimTextId } from './form-texts.js';
export { officerTextIds, victimTextIds } from './generated/form-text-ids.js';

/** What to do about texts that nobody has approved. */
export interface FormTextOptions {
  /** Gives a victim's text although it is unreviewed. Show a banner beside it: the result says `reviewed: false`. @defaultValue false */
  readonly allowUnreviewed?: boolean;
}

/**
 * A text of a catalogue or procedure in a language. For the officer an English text stands in where there is no
 * translation, and says so; for a victim nothing stands in.
 * @throws {FormTextError} for a language without texts (Kwéyòl, `acf`, is one: it is not Haitian Creole), for a
 * victim's text that is not translated, and for one that nobody has approved unless `allowUnreviewed` is set.
 * @throws {TypeError} when there is no such text.
 * @example formText('ilo-2009/entries/ilo.cd.01/label', 'en').text
 */
export function formText(id: FormTextId, language: string, options: FormTextOptions = {}): FormText {
  const texts = Object.hasOwn(tables, language) ? tables[language as Language] : undefined;
  if (texts === undefined) throw new FormTextError('UNKNOWN_LANGUAGE', named(language));
  return formTextIn(id, texts, options);
}

/**
 * The same for the texts of one language, from `@ctdx/model/forms/es` for example, so that a page loads no other.
 * @throws {FormTextError} as {@link formText} does.
 */
export function formTextIn(id: FormTextId, texts: FormTexts, options: FormTextOptions = {}): FormText {
  const english = own(formsEn, id);
  if (english === undefined) throw new TypeError('There is no such text');
  const audience = audienceOf(id);
  const { language } = texts;
  const text = own(texts, id);
  const reviewed = text !== undefined && texts.reviewed.has(id);
  if (audience === 'officer')
    return text === undefined
      ? { text: english, language: 'en', audience, reviewed: formsEn.reviewed.has(id) }
      : { text, language, audience, reviewed };
  if (text === undefined) throw new FormTextError('NOT_TRANSLATED', { id, language });
  if (!reviewed && options.allowUnreviewed !== true)
    throw new FormTextError('UNREVIEWED_TEXT', { id, language });
  return { text, language, audience, reviewed };
}

/** Who hears or reads a text. */
export function audienceOf(id: FormTextId): Audience {
  return heard.has(id) ? 'victim' : 'officer';
}

const heard: ReadonlySet<string> = /* @__PURE__ */ new Set(victimTextIds);

const tables: { readonly [L in Language]: FormTexts } = {
  en: formsEn,
  es: formsEs,
  fr: formsFr,
  nl: formsNl,
  ht: formsHt,
};

function own({ texts }: FormTexts, id: FormTextId): string | undefined {
  return Object.hasOwn(texts, id) ? texts[id] : undefined;
}

/** A language is named only in the form of a tag: what else somebody typed is not repeated. */
function named(language: string): { language?: string } {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(language) ? { language } : {};
}

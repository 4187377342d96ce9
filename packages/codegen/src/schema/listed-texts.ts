import type { Sources } from '../sources.js';
import { type Said, translationsOf } from '../translate/translations.js';
import type { Code, CodeList } from './code-lists.js';

/** The texts of code lists by language. Nothing where nobody has translated one. */
export interface ListedTexts {
  title(list: CodeList, language: string): Said | undefined;
  description(list: CodeList, language: string): Said | undefined;
  label(list: CodeList, code: Code, language: string): Said | undefined;
  definition(list: CodeList, code: Code, language: string): Said | undefined;
}

/** Reads the titles, labels and definitions of lists in all languages. */
export function listedTextsOf(sources: Sources): ListedTexts {
  const translations = translationsOf(sources);
  const said = (list: CodeList, language: string, key: string, english: string | undefined) =>
    english === undefined ? undefined : translations(language, `code-lists/${list.name}.json`, key, english);
  return {
    title: (list, language) => said(list, language, 'title', list.file.title.en),
    description: (list, language) => said(list, language, 'description', list.file.description.en),
    label: (list, code, language) => said(list, language, `codes/${code.code}/label`, code.label['en']),
    definition: (list, code, language) =>
      said(list, language, `codes/${code.code}/definition`, code.definition?.['en']),
  };
}

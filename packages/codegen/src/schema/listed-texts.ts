import type { Json, Sources } from '../sources.js';
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
  const written = new Set(sources.codeLists.filter(({ json }) => json.codes).map(({ json }) => json.name));
  const derived = derivedPlaces(sources);
  const place = ({ name }: CodeList, { code }: Code): Place =>
    written.has(name)
      ? {
          path: `code-lists/${name}.json`,
          label: `codes/${code}/label`,
          definition: `codes/${code}/definition`,
        }
      : (derived.get(code) ?? { path: '', label: '', definition: '' });
  const said = (language: string, path: string, key: string, english: string | undefined) =>
    english === undefined ? undefined : translations(language, path, key, english);
  const ofList = (list: CodeList, language: string, key: string, english: string | undefined) =>
    said(language, `code-lists/${list.name}.json`, key, english);
  return {
    title: (list, language) => ofList(list, language, 'title', list.file.title.en),
    description: (list, language) => ofList(list, language, 'description', list.file.description.en),
    label: (list, code, language) => {
      const { path, label } = place(list, code);
      return said(language, path, label, code.label['en']);
    },
    definition: (list, code, language) => {
      const { path, definition } = place(list, code);
      return said(language, path, definition, code.definition?.['en']);
    },
  };
}

/** Where the texts of a code stand: source file, and keys in it. */
interface Place {
  readonly path: string;
  readonly label: string;
  readonly definition: string;
}

/** Codes of lists that follow from catalogues and procedures have their texts there. */
function derivedPlaces({ catalogues, procedures }: Sources): ReadonlyMap<string, Place> {
  const entries = catalogues.flatMap(({ path, json }) =>
    (json.entries ?? []).map(({ id }: Json): [string, Place] => [
      id,
      { path, label: `entries/${id}/label`, definition: `entries/${id}/definition` },
    ]),
  );
  const files = [...catalogues, ...procedures].map(({ path, json }): [string, Place] => [
    json.id,
    { path, label: 'title', definition: 'description' },
  ]);
  return new Map([...entries, ...files]);
}

import { banner, type Output } from '../output.js';
import type { Json, SourceFile, Sources } from '../sources.js';
import { languages, translationsOf } from '../translate/translations.js';

/**
 * `convert/src/generated/layouts.ts`: the layouts of tables and workbooks, with the titles of sheets and columns in
 * every language, so that a header in any of them is found.
 */
export function layouts(sources: Sources): Output[] {
  const files = sources.mappings.filter(({ json }) => json.sheets !== undefined);
  if (files.length === 0) return [];
  const entries = files.map((file) => [`${file.json.name}-${file.json.version}`, layoutOf(file, sources)]);
  const text = `${banner}
import type { Layout } from '../layouts/layout.js';

/** Layouts by name and version. */
export const layouts: Readonly<Record<string, Layout>> = ${JSON.stringify(Object.fromEntries(entries))};
`;
  return [{ path: 'packages/convert/src/generated/layouts.ts', text }];
}

function layoutOf({ path, json }: SourceFile, sources: Sources): Json {
  const translate = translationsOf(sources);
  const titles = (key: string, en: string): Json => {
    const others = languages.flatMap((language) => {
      const found = translate(language, path, key, en)?.text;
      return found === undefined ? [] : [[language, found]];
    });
    return { en, ...Object.fromEntries(others) };
  };
  return {
    name: `${json.name}-${json.version}`,
    record: json.record,
    words: json.words,
    sheets: json.sheets.map((sheet: Json) => ({
      ...sheet,
      title: titles(`sheets/${sheet.id}/title`, sheet.title.en),
      columns: sheet.columns.map((column: Json) => ({
        ...column,
        title: titles(`sheets/${sheet.id}/columns/${column.id}/title`, column.title.en),
      })),
    })),
  };
}

import type { Json, SourceFile, Sources } from '../sources.js';

/** What a person reads in one source file: the key of each string in that file, and its English text. */
export type Strings = ReadonlyMap<string, string>;

/** The source files that hold something to translate. */
export function translatedSources(sources: Sources): readonly SourceFile[] {
  const english = sources.messages.filter(({ json }) => json.language === 'en');
  const layouts = sources.mappings.filter(({ json }) => json.sheets !== undefined);
  const files = [...sources.codeLists, ...sources.catalogues, ...sources.procedures];
  return [...files, ...layouts, ...english].filter((file) => stringsOf(file).size > 0);
}

/**
 * The strings of a source file. Its texts are `{ "en": "..." }` wherever they stand; in a file of sentences
 * they are all strings but its language. A key is the road to the text, joined by `/`, and an item of an array
 * goes by its `code`, `id` or `key`, never by its place, so that a key outlives a new neighbour.
 */
export function stringsOf({ path, json }: SourceFile): Strings {
  const found = new Map<string, string>();
  const sentences = path.startsWith('messages/');
  const walk = (node: Json, road: readonly string[]): void => {
    if (typeof node === 'string') {
      if (sentences && !['language', '$schema', 'audience'].includes(road.at(-1) as string)) add(node, road);
    } else if (Array.isArray(node)) {
      node.forEach((item, at) => {
        walk(item, [...road, nameOf(item) ?? String(at)]);
      });
    } else if (typeof node === 'object' && node !== null) {
      if (!sentences && typeof node.en === 'string') add(node.en, road);
      else for (const [name, inner] of Object.entries(node)) walk(inner, [...road, name]);
    }
  };
  const add = (text: string, road: readonly string[]) => found.set(road.join('/'), text);
  walk(json, []);
  return found;
}

function nameOf(item: Json): string | undefined {
  return item?.code ?? item?.id ?? item?.key;
}

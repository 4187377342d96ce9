import { banner, type Output } from '../output.js';
import { type CodeList, readCodeLists } from '../schema/code-lists.js';
import { listedTextsOf } from '../schema/listed-texts.js';
import { key, pascal } from '../schema/names.js';
import type { Sources } from '../sources.js';
import { allLanguages, type Said } from '../translate/translations.js';

/**
 * `model/src/generated/labels-<language>.ts`: what lists and codes are called and mean in one language. Where nobody
 * has translated a text the English one stands in, and the module says that it does.
 */
export function labels(sources: Sources): Output[] {
  const lists = [...readCodeLists(sources).values()];
  const texts = listedTextsOf(sources);
  return allLanguages.map((language) => {
    const english: string[] = [];
    const reviewed: string[] = [];
    const text = (key: string, said: Said | undefined, source: string): string => {
      if (said === undefined) english.push(key);
      if (said?.reviewed) reviewed.push(key);
      return said?.text ?? source;
    };
    const row = (list: CodeList): string => {
      const { name, file } = list;
      const title = text(name, texts.title(list, language), file.title.en);
      const description = text(`${name}#`, texts.description(list, language), file.description.en);
      const codes = list.codes.map((code) => {
        const place = `${name}/${code.code}`;
        const label = text(place, texts.label(list, code, language), code.label['en'] ?? code.code);
        const meaning = code.definition?.['en'];
        const means =
          meaning === undefined ? [] : [text(`${place}#`, texts.definition(list, code, language), meaning)];
        return `${key(code.code)}:${JSON.stringify([label, ...means])}`;
      });
      return `  ${key(name)}: { title: ${JSON.stringify(title)}, description: ${JSON.stringify(description)}, codes: {${codes.join(',')}} },`;
    };
    const rows = lists.map(row);
    return {
      path: `packages/model/src/generated/labels-${language}.ts`,
      text: `${banner}
import type { Labels } from '../labels.js';

export const labels${pascal(language)}: Labels = {
  language: '${language}',
  lists: {
${rows.join('\n')}
  },
  english: new Set(${JSON.stringify(english)}),
  reviewed: new Set(${JSON.stringify(reviewed)}),
};
`,
      laidOut: true,
    };
  });
}

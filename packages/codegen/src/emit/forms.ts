import { banner, type Output } from '../output.js';
import { pascal } from '../schema/names.js';
import type { SourceFile, Sources } from '../sources.js';
import { stringsOf } from '../translate/strings.js';
import { allLanguages, translationsOf } from '../translate/translations.js';

/** What the person who is asked hears or reads; everything else is for the officer. */
const heard = new Set(['question', 'say']);

/**
 * `model/src/generated/forms-<language>.ts`: the texts of the catalogues that identify and of the procedures, as far as
 * somebody has translated them, and which of them a person has approved. `form-texts.ts`: their ids.
 */
export function forms(sources: Sources): Output[] {
  const files = formSources(sources);
  const translated = translationsOf(sources);
  const texts = files.flatMap((file) =>
    [...stringsOf(file)].map(([key, english]) => ({
      id: `${file.json.id}/${key}`,
      path: file.path,
      key,
      english,
    })),
  );
  const languages = allLanguages.map((language) => {
    const said = texts.flatMap(({ id, path, key, english }) => {
      const found = translated(language, path, key, english);
      return found === undefined ? [] : [{ id, ...found }];
    });
    const rows = said.map(({ id, text }) => `  ${JSON.stringify(id)}: ${JSON.stringify(text)},`);
    const reviewed = said.filter((one) => one.reviewed).map(({ id }) => id);
    const text = `${banner}
import type { FormTexts } from '../form-texts.js';

export const forms${pascal(language)}: FormTexts = {
  language: '${language}',
  texts: {
${rows.join('\n')}
  },
  reviewed: new Set(${JSON.stringify(reviewed)}),
};
`;
    return { path: `packages/model/src/generated/forms-${language}.ts`, text, laidOut: true as const };
  });
  return [idsOf(texts), ...languages];
}

function formSources({ catalogues, procedures }: Sources): readonly SourceFile[] {
  return [...catalogues.filter(({ json }) => json.kind === 'identification'), ...procedures];
}

function idsOf(texts: readonly { readonly id: string; readonly key: string }[]): Output {
  const ids = (victim: boolean) =>
    texts
      .filter(({ key }) => heard.has(key.split('/').at(-1) as string) === victim)
      .map(({ id }) => `  ${JSON.stringify(id)},`)
      .join('\n');
  const text = `${banner}
/** Texts that the person who is asked hears or reads. */
export const victimTextIds = [
${ids(true)}
] as const;

/** Texts for the officer. */
export const officerTextIds = [
${ids(false)}
] as const;
`;
  return { path: 'packages/model/src/generated/form-text-ids.ts', text, laidOut: true };
}

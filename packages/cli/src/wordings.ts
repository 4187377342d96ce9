import { type Language, languages } from '@ctdx/model/labels';
import type { Wording } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import type { Arguments, Option } from './command.js';
import { textOf } from './parse-arguments.js';
import type { Terminal } from './terminal.js';

/** The option of a command that says findings in the language of the person who reads. */
export const languageOption: Option = {
  value: 'LANGUAGE',
  says: 'Language of the sentences (default: en).',
  among: languages,
};

/** The sentences of a language are read when they are asked for. */
const loaders: Readonly<Record<Language, () => Promise<Wording>>> = {
  en: async () => wordingEn,
  es: async () => (await import('@ctdx/validate/wording/es')).wordingEs,
  fr: async () => (await import('@ctdx/validate/wording/fr')).wordingFr,
  nl: async () => (await import('@ctdx/validate/wording/nl')).wordingNl,
  ht: async () => (await import('@ctdx/validate/wording/ht')).wordingHt,
};

/** The sentences that the person asked for; says once when nobody has reviewed them. */
export async function wordingFor(args: Arguments, terminal: Terminal): Promise<Wording> {
  const wording = await loaders[(textOf(args, 'lang') ?? 'en') as Language]();
  if (wording.unreviewed) terminal.say(`The sentences in ${wording.language} are unreviewed.`);
  return wording;
}

import { banner, type Output } from '../output.js';
import { pascal } from '../schema/names.js';
import { sourceAt } from '../source-at.js';
import type { Json, Sources } from '../sources.js';
import { allLanguages, translationsOf } from '../translate/translations.js';

/**
 * `validate/src/generated/wording-<language>.ts`: every sentence of a language as plain functions, without Intl. Where
 * nobody has translated a sentence the English one stands in, and the module says so; `check` lets none through.
 */
export function wording(sources: Sources): Output[] {
  const codes: Record<string, Json> = sourceAt(sources.messages, 'messages/findings.json').codes;
  const english = sourceAt(sources.messages, 'messages/en.json');
  const translations = translationsOf(sources);
  return allLanguages.map((language) => {
    const told: Told = { untranslated: [], unreviewed: false };
    const text = (key: string, source: string): string => {
      const said = translations(language, 'messages/en.json', key, source);
      if (said === undefined) told.untranslated.push(key);
      if (said?.reviewed !== true) told.unreviewed = true;
      return said?.text ?? source;
    };
    const findings = Object.entries<Json>(english.findings).map(([code, { says, do: advice }]) => {
      const sentences = {
        says: text(`findings/${code}/says`, says),
        do: text(`findings/${code}/do`, advice),
      };
      return `'${code}': ${sentencesOf(sentences, codes[code]?.facts ?? {})},`;
    });
    const rules = Object.entries<Json>(english.rules).map(([id, { says, do: advice }]) => {
      const sentences = { says: text(`rules/${id}/says`, says), do: text(`rules/${id}/do`, advice) };
      return `'${id}': ${JSON.stringify(sentences)},`;
    });
    return {
      path: `packages/validate/src/generated/wording-${language}.ts`,
      text: `${banner}
import type { Wording } from '../wording.js';

export const wording${pascal(language)}: Wording = {
  language: '${language}',
  ${language === 'en' ? '' : remarks(told)}
  findings: {
${findings.join('\n')}
  },
  rules: {
${rules.join('\n')}
  },
};
`,
    };
  });
}

/** What a reader has to know of a language: what is in English after all, and whether a person approved the rest. */
interface Told {
  readonly untranslated: string[];
  unreviewed: boolean;
}

function remarks({ untranslated, unreviewed }: Told): string {
  const parts = [
    ...(untranslated.length === 0 ? [] : [`untranslated: ${JSON.stringify(untranslated)},`]),
    ...(unreviewed ? ['unreviewed: true,'] : []),
  ];
  return parts.join('\n');
}

function sentencesOf({ says, do: advice }: { says: string; do: string }, facts: Json): string {
  const said = [template(says, facts), template(advice, facts)];
  const argument = said.some((code) => code.includes('facts.')) ? 'facts' : '';
  return `(${argument}) => ({ says: ${said[0]}, do: ${said[1]} })`;
}

/** `{limit}` becomes the fact of that name. Throws when the finding has no such fact. */
function template(sentence: string, facts: Record<string, string>): string {
  const parts = sentence.split(/\{([A-Za-z]+)\}/);
  if (parts.length === 1) return JSON.stringify(sentence);
  const code = parts.map((part, at) => {
    if (at % 2 === 0) return part.replaceAll(/[\\`$]/g, '\\$&');
    if (facts[part] === undefined)
      throw new Error(`"${sentence}" uses ${part}, which is no fact of the finding`);
    return `\${facts.${part}}`;
  });
  return `\`${code.join('')}\``;
}

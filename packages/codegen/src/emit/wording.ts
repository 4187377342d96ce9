import { banner, type Output } from '../output.js';
import { pascal } from '../schema/names.js';
import { sourceAt } from '../source-at.js';
import type { Json, Sources } from '../sources.js';

/** `validate/src/generated/wording-<language>.ts`: every sentence of a language as plain functions, without Intl. */
export function wording(sources: Sources): Output[] {
  const codes: Record<string, Json> = sourceAt(sources.messages, 'messages/findings.json').codes;
  return sources.messages
    .filter(({ json }) => json.language !== undefined)
    .map(({ json }) => ({
      path: `packages/validate/src/generated/wording-${json.language}.ts`,
      text: `${banner}
import type { Wording } from '../wording.js';

export const wording${pascal(json.language)}: Wording = {
  language: '${json.language}',
  findings: {
${Object.entries<Json>(json.findings)
  .map(([code, sentences]) => `'${code}': ${sentencesOf(sentences, codes[code]?.facts ?? {})},`)
  .join('\n')}
  },
  rules: {
${Object.entries<Json>(json.rules)
  .map(
    ([id, { says, do: advice }]) =>
      `'${id}': { says: ${JSON.stringify(says)}, do: ${JSON.stringify(advice)} },`,
  )
  .join('\n')}
  },
};
`,
    }));
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

import type { CompiledProfile } from './profile.js';
import type { Wording } from './wording.js';

/**
 * The sentences of a language together with those that a profile has for its own rules: in that language, or in English
 * where it has none.
 * @example say(finding, withProfile(wordingEn, profile))
 */
export function withProfile(wording: Wording, { sentences }: CompiledProfile): Wording {
  const inOrder = [...sentences].sort(
    (a, b) => Number(a.language === wording.language) - Number(b.language === wording.language),
  );
  const own = inOrder
    .filter(({ language }) => language === wording.language || language === 'en')
    .map(({ rule, says, do: advice }) => [rule, { says, do: advice }] as const);
  return { ...wording, rules: { ...wording.rules, ...Object.fromEntries(own) } };
}

import type { Finding, FindingCode, FindingFacts } from '@ctdx/model';

/** Two sentences about a finding: what is wrong, and what to do about it. */
export interface Sentences {
  readonly says: string;
  readonly do: string;
}

/** All sentences of one language. A finding without its sentences does not compile. */
export interface Wording {
  readonly language: string;
  /** True where no person has read and approved all sentences of a translation. */
  readonly unreviewed?: true;
  /** Keys of the sentences that are in English because nobody has translated them. */
  readonly untranslated?: readonly string[];
  readonly findings: { readonly [C in FindingCode]: (facts: FindingFacts[C]) => Sentences };
  /** By id of the cross-field rule. */
  readonly rules: Readonly<Record<string, Sentences>>;
}

/**
 * Puts a finding into words. They hold facts from the schema and nothing that somebody typed.
 * @example say(finding, wordingEn).says // 'is longer than 63 characters'
 */
export function say(finding: Finding, wording: Wording): Sentences {
  const rule = finding.rule === undefined ? undefined : wording.rules[finding.rule];
  return rule ?? wording.findings[finding.code]((finding.facts ?? {}) as never);
}

import { describe, expect, test } from 'vitest';
import { wordingEn } from './wording/en.js';
import { wordingEs } from './wording/es.js';
import { wordingFr } from './wording/fr.js';
import { wordingHt } from './wording/ht.js';
import { wordingNl } from './wording/nl.js';
import { say, type Wording } from './wording.js';

const facts = new Proxy({}, { get: (_, name) => `<${String(name)}>` }) as never;
const sentencesOf = ({ findings, rules }: Wording) => ({
  ...Object.fromEntries(Object.entries(findings).map(([code, sentences]) => [code, sentences(facts)])),
  ...rules,
});
const english = sentencesOf(wordingEn);
const factsIn = (text: string): string => [...new Set(text.match(/<\w+>/g))].sort().join();

describe('wording', () => {
  test.each([wordingEs, wordingFr, wordingNl, wordingHt])(
    'in $language has the same sentences and facts as in English',
    (wording) => {
      const sentences = sentencesOf(wording);
      expect(Object.keys(sentences)).toEqual(Object.keys(english));
      for (const [code, { says, do: advice }] of Object.entries(english)) {
        expect(factsIn(sentences[code]?.says ?? ''), code).toBe(factsIn(says));
        expect(factsIn(sentences[code]?.do ?? ''), code).toBe(factsIn(advice));
      }
    },
  );

  test('says what nobody has reviewed or translated', () => {
    expect(wordingEn.unreviewed).toBeUndefined();
    for (const wording of [wordingEs, wordingFr, wordingNl, wordingHt]) {
      const own = say(
        { code: 'missing', severity: 'error', path: '', facts: { property: 'sex' } },
        wording,
      ).says;
      expect(own !== english['missing']?.says).toBe(
        wording.untranslated?.includes('findings/missing/says') !== true,
      );
    }
  });
});

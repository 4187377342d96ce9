import { describe, expect, test } from 'vitest';
import type { Json } from '../sources.js';
import { type Case, casesOf, catalogue, nameOf, procedure } from './testing/procedure-files.js';

const rule = procedure('ilo-strength');
const indicators: Json[] = catalogue('ilo-2009').entries;

interface Counts {
  readonly strong: number;
  readonly medium: number;
  readonly weak: number;
}

/** The rule as the data says it. */
function positive(counts: Counts): boolean {
  return rule.positive.some(({ all }: Json) =>
    all.every(
      ({ of, atLeast }: Json) =>
        of.reduce((sum: number, name: keyof Counts) => sum + counts[name], 0) >= atLeast,
    ),
  );
}

/** The rule as one formula, which nothing but this test knows. */
function formula({ strong: s, medium: m, weak: w }: Counts): boolean {
  return (s >= 1 && s + m + w >= 2) || m >= 3 || (m >= 2 && w >= 1);
}

const upToTen = Array.from({ length: 11 }, (_, strong) =>
  Array.from({ length: 11 }, (_, medium) =>
    Array.from({ length: 11 }, (_, weak): Counts => ({ strong, medium, weak })),
  ),
).flat(2);

/** One dimension, read with every open sign and every disputed strength both ways. */
function judge({ set, dimension, allowSecondary, rest, ...named }: Json): Case['want'] {
  const { state, verification } = catalogue('ilo-2009').sets.find(({ id }: Json) => id === set);
  const scoring = rule.scoring.bySet.find((one: Json) => one.verification === verification);
  const allowed = scoring.allowed === 'always' || (scoring.allowed === 'onRequest' && allowSecondary);
  if (state === 'empty' || !allowed) return { result: 'notScored', caveats: [rule.scoring.emptySet.caveat] };
  const answerOf = (id: string): string =>
    ['yes', 'no', 'unknown', 'notAsked'].find((answer) => named[answer]?.includes(id)) ?? rest;
  const signs = indicators
    .filter((one) => one.dimension === dimension)
    .map(({ id, sets }) => ({ ...sets[set], reading: rule.readings[answerOf(id)] }));
  const reads = (openIsPresent: boolean, alternative: boolean): boolean => {
    const counts = { strong: 0, medium: 0, weak: 0 };
    for (const sign of signs) {
      const strength = (alternative ? sign.alternative : undefined) ?? sign.strength;
      const present = sign.reading === 'present' || (sign.reading === 'open' && openIsPresent);
      if (present && strength !== 'notInList') counts[strength as keyof Counts] += 1;
    }
    return positive(counts);
  };
  const readings = [reads(false, false), reads(false, true), reads(true, false), reads(true, true)];
  const [low, lowOther, high, highOther] = readings;
  const caveats = [
    ...(low !== lowOther || high !== highOther ? [rule.disputed.caveat] : []),
    ...(low !== high || lowOther !== highOther ? [rule.unanswered.caveat] : []),
    ...(scoring.caveat === undefined ? [] : [scoring.caveat]),
  ];
  const result = readings.every(Boolean) ? 'positive' : readings.some(Boolean) ? 'open' : 'negative';
  return { result, caveats };
}

describe('the strength rule', () => {
  test('is the formula, for all counts up to ten', () => {
    expect(upToTen.filter((counts) => positive(counts) !== formula(counts))).toEqual([]);
  });

  test('is never weakened by one more sign that is there, or by a stronger one', () => {
    const more = ({ strong, medium, weak }: Counts): Counts[] => [
      { strong: strong + 1, medium, weak },
      { strong, medium: medium + 1, weak },
      { strong, medium, weak: weak + 1 },
      ...(weak > 0 ? [{ strong, medium: medium + 1, weak: weak - 1 }] : []),
      ...(medium > 0 ? [{ strong: strong + 1, medium: medium - 1, weak }] : []),
    ];
    expect(upToTen.filter((counts) => positive(counts) && !more(counts).every(positive))).toEqual([]);
  });

  test('needs each of its alternatives', () => {
    const without = (skip: number) => (counts: Counts) =>
      rule.positive.some(
        ({ all }: Json, at: number) =>
          at !== skip &&
          all.every(
            ({ of, atLeast }: Json) =>
              of.reduce((sum: number, name: keyof Counts) => sum + counts[name], 0) >= atLeast,
          ),
      );
    for (const [skip] of rule.positive.entries())
      expect(upToTen.some((counts) => positive(counts) && !without(skip)(counts))).toBe(true);
  });

  test('is tried on the twelve counts at its boundary', () => {
    expect(casesOf('ilo-strength', 'counts')).toHaveLength(12);
  });

  test.each(casesOf('ilo-strength', 'counts').map((one) => [nameOf(one), one] as const))(
    '%s',
    (_name, one) => {
      expect({ positive: positive(one.given) }).toEqual(one.want);
    },
  );

  test.each(casesOf('ilo-strength', 'dimension').map((one) => [nameOf(one), one] as const))(
    '%s',
    (_name, one) => {
      expect(judge(one.given)).toEqual(one.want);
    },
  );
});

describe('the disputed strengths', () => {
  // Every yes or no to the signs of one dimension: 2^16 at most.
  const combinations = (dimension: string) => {
    const signs = indicators.filter((one) => one.dimension === dimension).map(({ sets }) => sets.adultLabour);
    return Array.from({ length: 2 ** signs.length }, (_, bits) => {
      const count = (alternative: boolean): Counts => {
        const counts = { strong: 0, medium: 0, weak: 0 };
        signs.forEach((sign, at) => {
          const strength = (alternative ? sign.alternative : undefined) ?? sign.strength;
          if ((bits >> at) & 1) counts[strength as keyof Counts] += 1;
        });
        return counts;
      };
      return { one: positive(count(false)), other: positive(count(true)), bits };
    });
  };

  test('never change a result in coercive recruitment', () => {
    expect(combinations('coerciveRecruitment').filter(({ one, other }) => one !== other)).toEqual([]);
  });

  test('change 123 of 65,536 results in abusive recruitment, always to negative, with three to five signs', () => {
    const all = combinations('abusiveRecruitment');
    const changed = all.filter(({ one, other }) => one !== other);
    const present = changed.map(({ bits }) => bits.toString(2).replaceAll('0', '').length);
    expect([all.length, changed.length, changed.filter(({ other }) => other).length]).toEqual([
      65_536, 123, 0,
    ]);
    expect([Math.min(...present), Math.max(...present)]).toEqual([3, 5]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Json } from '../sources.js';
import { casesOf, nameOf, procedure } from './testing/procedure-files.js';

const rule = procedure('palermo');
const answers = ['yes', 'no', 'unknown', 'notAsked'] as const;
const row = (id: string): Json => rule.ages.find((one: Json) => one.id === id);

/** The rule as the data says it. */
function judge({ age, act, means, purpose }: Json): Json {
  const { means: byAge, childSafeguards, caveats } = row(age);
  const elements = { act: rule.readings[act], means: byAge[means], purpose: rule.readings[purpose] };
  const results = Object.values(elements);
  const holds: Record<string, boolean> = {
    everyElementHolds: results.every((one) => one === 'positive' || one === 'notNeeded'),
    anElementFails: results.includes('negative'),
    otherwise: true,
  };
  const proposal = rule.proposals.find(({ when }: Json) => holds[when]).id;
  return { ...elements, proposal, childSafeguards, caveats: [...caveats, ...rule.caveats].sort() };
}

/**
 * The proposal by brute force, from the law alone: what is not known is tried as yes and as no, and an age that
 * is not known as a child's and as an adult's.
 */
function tryAll({ age, act, means, purpose }: Json): string {
  const tries = (answer: string) => (answer === 'yes' ? [true] : answer === 'no' ? [false] : [true, false]);
  const child: Record<string, boolean[]> = {
    child: [true],
    disputed: [true], // provisionally
    adult: [false],
    adultNow: [true, false],
    notRecorded: [true, false],
  };
  const outcomes = tries(act).flatMap((a) =>
    tries(means).flatMap((m) =>
      tries(purpose).flatMap((p) => (child[age] ?? []).map((minor) => a && p && (m || minor))),
    ),
  );
  if (outcomes.every(Boolean)) return 'presumed';
  return outcomes.some(Boolean) ? 'inconclusive' : 'noIndication';
}

/** The row of ages that applies. */
function ageOf({ state, at, under18 }: Json): string {
  const found = rule.ages.find(
    ({ when }: Json) =>
      when.states.includes(state) &&
      (when.under18 === undefined || (when.under18 === under18 && when.at.includes(at))),
  );
  return found?.id ?? rule.otherAges;
}

describe('act, means and purpose', () => {
  const cases = casesOf('palermo', 'judgement');

  test('are tried in every combination of judgement and age', () => {
    const all = rule.ages.flatMap(({ id: age }: Json) =>
      answers.flatMap((act) =>
        answers.flatMap((means) =>
          answers.map((purpose) => nameOf({ given: { age, act, means, purpose }, want: 0 })),
        ),
      ),
    );
    expect(cases.map(nameOf).sort()).toEqual(all.sort());
  });

  test.each(cases.map((one) => [nameOf(one), one] as const))('%s', (_name, { given, want }) => {
    expect(judge(given)).toEqual(want);
    expect(tryAll(given)).toBe(want.proposal);
  });

  test('are never weakened by one more yes', () => {
    const rank = ['noIndication', 'inconclusive', 'presumed'];
    const weaker = cases.filter(({ given }) =>
      ['act', 'means', 'purpose'].some(
        (element) =>
          rank.indexOf(judge({ ...given, [element]: 'yes' }).proposal) < rank.indexOf(judge(given).proposal),
      ),
    );
    expect(weaker).toEqual([]);
  });

  test('never propose a status', () => {
    expect(rule.proposals.map(({ id }: Json) => id)).toEqual(['presumed', 'noIndication', 'inconclusive']);
  });

  test.each(casesOf('palermo', 'age').map((one) => [nameOf(one), one] as const))(
    'the row of ages for %s',
    (_name, { given, want }) => {
      expect({ age: ageOf(given) }).toEqual(want);
    },
  );
});

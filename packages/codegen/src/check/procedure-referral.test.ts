import { describe, expect, test } from 'vitest';
import type { Json } from '../sources.js';
import { casesOf, nameOf, procedure } from './testing/procedure-files.js';

const steps = procedure('referral-steps');
const states: string[] = steps.states.map(({ id }: Json) => id);
const events: string[] = steps.transitions.map(({ id }: Json) => id);

/** What the data says of one event: the state that it leads to, or the first refusal that applies. */
function make({ state, event, party, actor }: Json): Json {
  const transition = steps.transitions.find(({ id }: Json) => id === event);
  const applies: Record<string, boolean> = {
    notThisParty: transition.party !== party,
    notThisActor: transition.actor !== actor,
    withdrawnWins: state === 'withdrawn',
    ended: steps.states.find(({ id }: Json) => id === state).final,
    notFromHere: !transition.from.includes(state),
  };
  const refusal = steps.refusals.find(({ id }: Json) => applies[id]);
  return refusal === undefined
    ? { allowed: true, state: transition.to }
    : { allowed: false, refusal: refusal.id };
}

/** The state after some events, each by whoever may make it; what is refused changes nothing. */
function after(start: string, made: readonly string[]): string {
  return made.reduce((state, event) => {
    const { party, actor } = steps.transitions.find(({ id }: Json) => id === event);
    return make({ state, event, party, actor }).state ?? state;
  }, start);
}

describe('the events of a referral', () => {
  const cases = casesOf('referral-steps', 'event');

  test('are tried in every state, by either party, by machine and person', () => {
    const all = states.flatMap((state) =>
      events.flatMap((event) =>
        ['sender', 'recipient'].flatMap((party) =>
          ['machine', 'person'].map((actor) => nameOf({ given: { state, event, party, actor }, want: 0 })),
        ),
      ),
    );
    expect(cases.map(nameOf).sort()).toEqual(all.sort());
  });

  test.each(cases.map((one) => [nameOf(one), one] as const))('%s', (_name, { given, want }) => {
    expect(make(given)).toEqual(want);
  });

  test.each(casesOf('referral-steps', 'race').map((one) => [nameOf(one), one] as const))(
    'a withdrawal wins: %s',
    (_name, { given, want }) => {
      expect({ state: after(given.state, given.events) }).toEqual(want);
    },
  );

  test('can end from every state', () => {
    const stuck = states.filter((start) => {
      const seen = new Set([start]);
      for (const state of seen) for (const event of events) seen.add(after(state, [event]));
      return !steps.states.some(({ id, final }: Json) => final && seen.has(id));
    });
    expect(stuck).toEqual([]);
  });

  test('leave somebody responsible until help has ended', () => {
    const nobody = steps.states.filter(({ responsible }: Json) => responsible === 'nobody');
    expect(nobody.map(({ id }: Json) => id)).toEqual(['completed']);
  });

  test('make responsibility pass only when the recipient accepts', () => {
    const responsible = (state: string) => steps.states.find(({ id }: Json) => id === state).responsible;
    const passing = steps.transitions.flatMap(({ id, from, to }: Json) =>
      from
        .filter((state: string) => responsible(state) === 'sender' && responsible(to) !== 'sender')
        .map(() => id),
    );
    expect([...new Set(passing)]).toEqual(['accepted']);
  });

  test('no step waits for a status or for proceedings', () => {
    const help = ['immediateSafety', 'referral', 'assistance'];
    for (const { id, mayNotWaitFor } of steps.steps)
      expect(mayNotWaitFor).toEqual(
        expect.arrayContaining(help.includes(id) ? ['status', 'cooperation', 'proceedings'] : []),
      );
  });
});

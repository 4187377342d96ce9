import { readCodeLists } from '../schema/code-lists.js';
import type { Json, SourceFile, Sources } from '../sources.js';
import { codesOf, exactly, lookIn } from './references.js';

/** Steps, states and events are those of the code lists, and what has ended stays ended. */
export function stepProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const lists = readCodeLists(sources);
  const look = lookIn(path);
  const ids = (part: string): string[] => json[part].map(({ id }: Json) => id);
  const states = ids('states');
  const events = ids('transitions');
  const ended: string[] = json.states.filter(({ final }: Json) => final).map(({ id }: Json) => id);
  const places: string[] = json.transitions.flatMap(({ from, to }: Json) => [...from, to]);
  const starts: string[] = json.transitions.flatMap(({ from }: Json) => from);
  const reached: string[] = ['draft', ...json.transitions.map(({ to }: Json) => to)];
  const actors = json.transitions.map(({ actor }: Json) => actor);
  return [
    ...exactly(path, 'code of referral-status', states, codesOf(lists, 'referral-status')),
    ...exactly(path, 'code of referral-event', events, codesOf(lists, 'referral-event')),
    ...look('state', places, states),
    ...states.filter((one) => !reached.includes(one)).map((one) => `${path}: no event leads to ${one}`),
    ...ended.filter((one) => starts.includes(one)).map((one) => `${path}: ${one} has ended`),
    ...states
      .filter((one) => !ended.includes(one) && !starts.includes(one))
      .map((one) => `${path}: nothing leads out of ${one}`),
    ...look('code of referral-actor', actors, codesOf(lists, 'referral-actor')),
    ...look(
      'event',
      json.races.flatMap(({ winner, losers }: Json) => [winner, ...losers]),
      events,
    ),
    ...look(
      'code of agency-type',
      json.steps.flatMap(({ agencyTypes }: Json) => agencyTypes),
      codesOf(lists, 'agency-type'),
    ),
    ...look(
      'gate',
      json.steps.flatMap(({ mayNotWaitFor }: Json) => mayNotWaitFor),
      ids('gates'),
    ),
    ...json.steps
      .filter(({ order }: Json, at: number) => order !== at + 1)
      .map(({ id }: Json) => `${path}: ${id} is out of order`),
  ];
}

import { describe, expect, test } from 'vitest';
import type { Json, Sources } from '../sources.js';
import { procedureProblems } from './procedures.js';
import { catalogue, procedure, sources } from './testing/procedure-files.js';

function file(copy: Sources, id: string): Json {
  return copy.procedures.find(({ json }) => json.id === id)?.json;
}

const mistakes: readonly (readonly [name: string, spoil: (copy: Sources) => void, problem: RegExp])[] = [
  [
    'a statement without a source',
    (copy) => {
      file(copy, 'palermo').statements[0].source = 'rumour';
    },
    /rumour is no source/,
  ],
  [
    'a statement surer than its source',
    (copy) => {
      file(copy, 'ilo-strength').statements[0].verification = 'verified';
    },
    /what is read in transcription is said to be verified/,
  ],
  [
    'an id twice',
    (copy) => file(copy, 'safety').limits.push(file(copy, 'safety').limits[0]),
    /proves-nothing stands twice/,
  ],
  [
    'a dimension left out',
    (copy) => file(copy, 'ilo-strength').dimensions.pop(),
    /abuseAtDestination is missing/,
  ],
  [
    'a verification that the scoring forgets',
    (copy) => file(copy, 'ilo-strength').scoring.bySet.pop(),
    /verification conflicting is missing/,
  ],
  [
    'a caveat that is none',
    (copy) => {
      file(copy, 'ilo-strength').disputed.caveat = 'maybe';
    },
    /maybe is no code of result-caveat/,
  ],
  [
    'an age that nothing is said about',
    (copy) => file(copy, 'palermo').ages.splice(3, 1),
    /ages that are disputed/,
  ],
  [
    'a state without an event to it',
    (copy) => {
      file(copy, 'referral-steps').transitions[8].to = 'withdrawn';
    },
    /no event leads to expired/,
  ],
  [
    'a way out of the end',
    (copy) => file(copy, 'referral-steps').transitions[3].from.push('withdrawn'),
    /withdrawn has ended/,
  ],
  ['steps out of order', (copy) => file(copy, 'referral-steps').steps.reverse(), /detection is out of order/],
  [
    'a gate that is none',
    (copy) => file(copy, 'referral-steps').steps[0].mayNotWaitFor.push('weather'),
    /weather is no gate/,
  ],
  ['a danger left out', (copy) => file(copy, 'safety').flags.pop(), /debtControl is missing/],
  ['a point of consent left out', (copy) => file(copy, 'consent-interview').items.pop(), /agreed is missing/],
  [
    'a form that begins with the signs',
    (copy) => file(copy, 'screening-form').parts.reverse(),
    /safety and consent come first/,
  ],
  [
    'a hard question too early',
    (copy) => file(copy, 'screening-form').parts[3].entries.unshift('ilo.cr.01'),
    /ilo\.cr\.01 belongs to the hardest[\s\S]*after a harder question/,
  ],
  [
    'a sign asked for twice',
    (copy) => file(copy, 'screening-form').parts[3].entries.push('unodc.gen.34'),
    /unodc\.gen\.34 is asked for twice/,
  ],
  [
    'a sign that is seen, not asked',
    (copy) => file(copy, 'screening-form').parts[2].entries.push('unodc.gen.05'),
    /unodc\.gen\.05 has no question/,
  ],
  [
    'a catalogue of another version',
    (copy) => {
      file(copy, 'screening-form').catalogues[0].version = '9.0';
    },
    /does not exist in that version/,
  ],
  [
    'a vector of another version',
    (copy) => {
      file(copy, 'palermo').version = '1.1';
    },
    /there is no palermo 1\.0/,
  ],
];

describe('the procedures', () => {
  test('hold together', () => {
    expect(procedureProblems(sources)).toEqual([]);
  });

  test.each(mistakes)('%s is found', (_name, spoil, problem) => {
    const copy = structuredClone(sources);
    spoil(copy);
    expect(procedureProblems(copy).join('\n')).toMatch(problem);
  });
});

describe('the screening form', () => {
  const parts: Json[] = procedure('screening-form').parts;
  const asked = parts.flatMap(({ entries }) => entries ?? []);

  test('asks for every sign of the scored catalogue and of the general list', () => {
    const signs = [
      ...catalogue('ilo-2009').entries,
      ...catalogue('unodc').entries.filter(({ list }: Json) => list === 'general'),
    ].map(({ id }: Json) => id);
    expect([...asked].sort()).toEqual(signs.sort());
  });

  test('asks how it came about before means, and for the hardest last', () => {
    expect(parts.map(({ id }) => id)).toEqual([
      'safety',
      'consent',
      'act',
      'work',
      'means-recruitment',
      'means-destination',
      'hardest',
      'observed',
    ]);
  });
});

describe('the consent interview', () => {
  test('asks for agreement last, and stops at a no to it alone', () => {
    const items: Json[] = procedure('consent-interview').items;
    expect(items.filter(({ onNo }) => onNo === 'stop').map(({ id }) => id)).toEqual([items.at(-1).id]);
  });
});

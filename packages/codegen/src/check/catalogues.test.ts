import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Json, readSources, type Sources } from '../sources.js';
import { catalogueProblems } from './catalogues.js';

const sources = readSources(fileURLToPath(new URL('../../../../schemas/', import.meta.url)));

function catalogue(copy: Sources, id: string): Json {
  return copy.catalogues.find(({ json }) => json.id === id)?.json;
}

function entry(copy: Sources, id: string): Json {
  return copy.catalogues.flatMap(({ json }) => json.entries ?? []).find((one: Json) => one.id === id);
}

const mistakes: readonly (readonly [name: string, spoil: (copy: Sources) => void, problem: RegExp])[] = [
  [
    'a sign twice',
    (copy) => catalogue(copy, 'unodc').entries.push(entry(copy, 'ilo.dr.01')),
    /ilo\.dr\.01 stands twice/,
  ],
  [
    'a file under another name',
    (copy) => {
      catalogue(copy, 'unodc').id = 'other';
    },
    /unodc\.json: is named other/,
  ],
  [
    'a dimension that is none',
    (copy) => {
      entry(copy, 'ilo.dr.01').dimension = 'luck';
    },
    /luck is no dimension/,
  ],
  [
    'a sign without its dimension',
    (copy) => delete entry(copy, 'ilo.dr.01').dimension,
    /ilo\.dr\.01 has no dimension/,
  ],
  [
    'a sign without one of the sets',
    (copy) => delete entry(copy, 'ilo.dr.01').sets.childSexual,
    /set childSexual is missing/,
  ],
  [
    'an empty set that calls itself filled',
    (copy) => {
      catalogue(copy, 'ilo-2009').sets[2].state = 'filled';
    },
    /adultSexual is empty/,
  ],
  [
    'a set that is filled in by half',
    (copy) => {
      entry(copy, 'ilo.dr.01').sets.adultSexual = { strength: 'strong', verification: 'verified' };
    },
    /adultSexual is filled in by half/,
  ],
  [
    'a set that claims to be verified',
    (copy) => {
      catalogue(copy, 'ilo-2009').sets[0].verification = 'verified';
    },
    /adultLabour is secondary, not verified/,
  ],
  [
    'a disputed sign that hides it',
    (copy) => {
      entry(copy, 'ilo.avr.13').verification = 'secondary';
    },
    /ilo\.avr\.13 is conflicting/,
  ],
  [
    'an open point about nothing',
    (copy) => catalogue(copy, 'unodc').openPoints[0].entries.push('unodc.no.01'),
    /unodc\.no\.01 is no entry/,
  ],
  [
    'a remembered sign that claims to be read',
    (copy) => {
      entry(copy, 'unodc.gen.19').verification = 'secondary';
    },
    /unodc\.gen\.19 is surer than its source/,
  ],
  [
    'a source that is none',
    (copy) => entry(copy, 'unodc.gen.01').sources.push('rumour'),
    /rumour is no source/,
  ],
  [
    'a figure that the list lacks',
    (copy) => {
      entry(copy, 'VIC_DETECTED_N').id = 'VIC_OTHER_N';
    },
    /VIC_DETECTED_N is missing[\s\S]*VIC_OTHER_N is no code/,
  ],
  [
    'a breakdown that is none',
    (copy) => entry(copy, 'VIC_DETECTED_N').disaggregations.push('mood'),
    /mood is no code of dimension/,
  ],
  [
    'a share without its parts',
    (copy) => delete entry(copy, 'VIC_CHILD_P').numerator,
    /VIC_CHILD_P has parts/,
  ],
  [
    'a share that is added up',
    (copy) => {
      entry(copy, 'VIC_CHILD_P').rollUp = 'sum';
    },
    /VIC_CHILD_P is recomputed/,
  ],
  [
    'a figure known better in one place',
    (copy) => {
      entry(copy, 'VIC_CHILD_P').verification = 'verified';
    },
    /disagree on how VIC_CHILD_P is known/,
  ],
];

describe('the catalogues', () => {
  test('hold together', () => {
    expect(catalogueProblems(sources)).toEqual([]);
  });

  test.each(mistakes)('%s is found', (_name, spoil, problem) => {
    const copy = structuredClone(sources);
    spoil(copy);
    expect(catalogueProblems(copy).join('\n')).toMatch(problem);
  });

  test('hold as many entries as their sources, known as well as those say', () => {
    const counts = Object.fromEntries(
      sources.catalogues.map(({ json }) => [json.id, countBy(json.entries ?? [], (one) => one.verification)]),
    );
    expect(counts).toEqual({
      'ic-tip': {},
      'ilo-2009': { secondary: 64, conflicting: 3 },
      'ilo-forced-labour': { verified: 11 },
      statistical: { verified: 26, inferred: 8, proposal: 6 },
      unodc: { secondary: 78, unverified: 36 },
    });
  });

  test('have ten, ten, sixteen, nine, fifteen and seven signs in the six dimensions', () => {
    const entries = catalogue(sources, 'ilo-2009').entries;
    expect(Object.values(countBy(entries, (one) => one.dimension))).toEqual([10, 10, 16, 9, 15, 7]);
  });

  test('give adult labour the strengths of the transcription, dimension by dimension', () => {
    const entries: Json[] = catalogue(sources, 'ilo-2009').entries;
    const counted = catalogue(sources, 'ilo-2009').dimensions.map(({ id }: Json) => {
      const of = (strength: string) =>
        entries.filter((one) => one.dimension === id && one.sets.adultLabour.strength === strength).length;
      return [of('strong'), of('medium'), of('weak')].join('/');
    });
    expect(counted).toEqual(['1/8/1', '1/9/0', '0/14/2', '1/7/1', '4/10/1', '0/5/2']);
  });
});

function countBy(entries: readonly Json[], key: (entry: Json) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of entries) counts[key(one)] = (counts[key(one)] ?? 0) + 1;
  return counts;
}

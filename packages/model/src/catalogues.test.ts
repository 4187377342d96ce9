import { describe, expect, test } from 'vitest';
import {
  catalogueIds,
  icTip,
  identificationCatalogues,
  ilo2009,
  indicatorIds,
  setIndicatorIds,
  signOf,
  statistical,
  unodc,
} from './catalogues.js';
import { codeLists } from './codes.js';
import { iloStrength, procedureIds, safety } from './procedures.js';

describe('catalogues', () => {
  test('say of every entry how it is known', () => {
    const catalogues: readonly { readonly entries: readonly { readonly verification: string }[] }[] = [
      ...Object.values(identificationCatalogues),
      statistical,
    ];
    const entries = catalogues.flatMap((one) => one.entries);
    expect(entries).toHaveLength(232);
    expect(entries.filter(({ verification }) => verification === undefined)).toEqual([]);
  });

  test.each([
    { id: 'ilo.avr.13', known: 'conflicting' },
    { id: 'ilo.dr.01', known: 'secondary' },
    { id: 'ilo11.01', known: 'verified' },
    { id: 'unodc.gen.19', known: 'unverified' },
    { id: 'constructor', known: undefined },
  ])('$id is $known', ({ id, known }) => {
    expect(signOf(id)?.verification).toBe(known);
  });

  test('hold the ids that the list of screening indicators has', () => {
    const listed = codeLists['screening-indicator'].codes.map(({ code }) => code);
    expect(Object.values(indicatorIds).flat()).toEqual(listed);
    expect(listed).toHaveLength(192);
  });

  test('hold the ids that the lists of catalogues and procedures have', () => {
    expect(codeLists.catalogue.codes.map(({ code }) => code)).toEqual(catalogueIds);
    expect(codeLists.procedure.codes.map(({ code }) => code)).toEqual(procedureIds);
  });

  test('leave two signs out of the set on child labour', () => {
    expect(Object.values(setIndicatorIds).map((ids) => ids.length)).toEqual([67, 65, 67, 67]);
  });

  test('have strengths for no sign of an empty set', () => {
    const empty = ilo2009.sets?.filter(({ state }) => state === 'empty').map(({ id }) => id) ?? [];
    expect(empty).toEqual(['adultSexual', 'childSexual']);
    const filled = ilo2009.entries.filter(({ sets }) => empty.some((set) => sets?.[set]?.strength !== null));
    expect(filled).toEqual([]);
  });

  test('give no strengths where the source has none', () => {
    expect(unodc.entries.filter(({ sets }) => sets !== undefined)).toEqual([]);
  });

  test('call a figure what its code list calls it', () => {
    const named = codeLists['statistical-indicator'].codes;
    expect(statistical.entries.map(({ label }) => label)).toEqual(named.map(({ label }) => label));
  });

  test('hold no code of a classification that nobody has seen', () => {
    expect([icTip.version, ...Object.values(icTip.levels)]).toEqual([null, [], [], [], []]);
  });
});

describe('procedures', () => {
  test('refuse every set that is not known well enough', () => {
    const allowed = iloStrength.scoring.bySet.filter((one) => one.allowed !== 'never');
    expect(allowed.map(({ verification, allowed }) => `${verification} ${allowed}`)).toEqual([
      'verified always',
      'secondary onRequest',
    ]);
  });

  test('print limits beside every result', () => {
    expect(safety.limits).toHaveLength(5);
  });
});

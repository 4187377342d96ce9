import { expectTypeOf, test } from 'vitest';
import type { Answers, CatalogueId, Indicator, SetAnswers, SetIndicator } from './catalogues.js';
import type { FormTextId } from './forms.js';

test('answers are typed per catalogue', () => {
  const answers: Answers<'ilo-2009'> = { 'ilo.dr.01': 'yes', 'ilo.dr.02': 'notAsked' };
  expectTypeOf(answers['ilo.cd.01']).toEqualTypeOf<'yes' | 'no' | 'unknown' | 'notAsked' | undefined>();
  // @ts-expect-error a sign of another catalogue
  const other: Answers<'ilo-2009'> = { 'ilo11.01': 'yes' };
  // @ts-expect-error no is not false: an answer has four values
  const flag: Answers<'unodc'> = { 'unodc.gen.01': true };
  expectTypeOf([other, flag]).toBeArray();
});

test('answers are typed per set', () => {
  expectTypeOf<'ilo.ex.08'>().toExtend<SetIndicator<'adultLabour'>>();
  expectTypeOf<'ilo.ex.08'>().not.toExtend<SetIndicator<'childLabour'>>();
  // @ts-expect-error the set on child labour is said not to hold the sign
  const answers: SetAnswers<'childLabour'> = { 'ilo.ex.08': 'yes' };
  expectTypeOf(answers).toBeObject();
});

test('ids are a union', () => {
  expectTypeOf<CatalogueId>().toEqualTypeOf<
    'ic-tip' | 'ilo-2009' | 'ilo-forced-labour' | 'statistical' | 'unodc'
  >();
  expectTypeOf<string>().not.toExtend<Indicator>();
  expectTypeOf<string>().not.toExtend<FormTextId>();
});

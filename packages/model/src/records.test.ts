import { describe, expectTypeOf, test } from 'vitest';
import type { Case, Indicator, Parcel } from './records.js';

describe('levels are structural', () => {
  test('a level is a literal in the type', () => {
    expectTypeOf<Case<'pseudonymized'>['handling']['level']>().toEqualTypeOf<'pseudonymized'>();
    expectTypeOf<Indicator<'aggregate'>['handling']['level']>().toEqualTypeOf<'aggregate'>();
    expectTypeOf<Parcel<'identified'>['handling']['level']>().toEqualTypeOf<'identified'>();
  });

  test('an identified case does not pass where a pseudonymized one is wanted', () => {
    const submit = (_record: Case<'pseudonymized'>): void => {};
    const given = {} as Case<'identified'>;
    // @ts-expect-error its level is 'identified'
    submit(given);
  });

  test('what names a person exists at the identified level only', () => {
    expectTypeOf<Case<'identified'>['subject']>().toHaveProperty('identity');
    expectTypeOf<Case<'pseudonymized'>['subject']>().not.toHaveProperty('identity');
  });

  test('no record is anonymized', () => {
    // @ts-expect-error anonymity belongs to a set of rows
    type _None = Case<'anonymized'>;
  });
});

import type { PartialDate } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { ageRange } from './age.js';
import { importRow, importWithField, said } from './testing/import-rows.js';

const date = (value: string): PartialDate => ({
  value,
  precision: ({ 4: 'year', 7: 'month', 10: 'day' } as const)[value.length as 4 | 7 | 10],
});

describe('the age', () => {
  test.each([
    ['2006-02-10', '2024-02-10', [18, 18]],
    ['2006-02-11', '2024-02-10', [17, 17]],
    ['2006', '2024-02-10', [17, 18]],
    ['2006-02', '2024-02-10', [17, 18]],
    ['2000-06-30', '2024', [23, 24]],
    ['2025-01-01', '2024-02-10', [-1, -1]],
  ])('born %s and registered %s is %j', (birth, on, want) => {
    expect(ageRange(date(birth), date(on))).toEqual(want);
  });

  test.each([
    ['2006-02-11', { value: 17, referencePoint: 'registration', state: 'stated' }],
    ['1990', { band: 'adult', referencePoint: 'registration', state: 'stated' }],
    ['2010', { band: 'child', referencePoint: 'registration', state: 'stated' }],
    ['2006', { state: 'notRecorded' }],
  ])('a birth date %s gives %j', async (birth, want) => {
    expect((await importRow({ prs_Birthdate: birth })).value?.age).toEqual(want);
  });

  test('an empty cell is not recorded, and never an adult', async () => {
    expect((await importRow({ prs_Gender: 'Feminine' })).value?.age).toEqual({ state: 'notRecorded' });
  });

  test('the age when first trafficked is the age at exploitation', async () => {
    const item = await importWithField('vic_AgeWhenTrafficked', '16');
    expect(item.value?.age).toEqual({ value: 16, referencePoint: 'exploitation', state: 'stated' });
    expect(said(await importWithField('vic_AgeWhenTrafficked', 'about 16'))).toContain(
      'number-unreadable@AN',
    );
  });

  test('a birth after registration is an error at the birth date', async () => {
    const item = await importRow({ prs_Birthdate: '2025-01-01' });
    expect(item.value).toBeUndefined();
    expect(said(item)).toContain('case.born-before-registered@G');
  });
});

import { describe, expect, test } from 'vitest';
import { importRow, kept, said } from './testing/import-rows.js';

describe('exploitation', () => {
  test('types of sexual exploitation and industries go to the form that they belong to', async () => {
    const item = await importRow({
      vic_TypeOfExploitation: 'Forced labour, Sexual exploitation',
      vic_TypeOfSexExploitation: 'Prostitution; Pornography',
      vic_ForcedLabourIndustry: 'F_Construction',
      vic_LocationOfExploitation: 'A yard',
    });
    const place = { locality: 'A yard' };
    expect(item.value?.trafficking?.exploitation).toEqual([
      { form: 'forcedLabour', sector: 'F', place },
      { form: 'sexualExploitation', sexualForm: 'prostitution', place },
      { form: 'sexualExploitation', sexualForm: 'pornography', place },
    ]);
  });

  test('a type without its form adds the form, with a warning', async () => {
    const item = await importRow({ vic_TypeOfSexExploitation: 'Prostitution' });
    expect(item.value?.trafficking?.exploitation).toEqual([
      { form: 'sexualExploitation', sexualForm: 'prostitution' },
    ]);
    expect(said(item)).toContain('form-implied@Z');
  });

  test('an industry without forced labour is kept as text: it must not make a form', async () => {
    const cells = { vic_TypeOfExploitation: 'Sexual exploitation', vic_ForcedLabourIndustry: 'Construction' };
    const item = await importRow(cells);
    expect(item.value?.trafficking?.exploitation).toEqual([{ form: 'sexualExploitation' }]);
    expect(said(item)).toContain('sector-without-labour@Y');
    expect(kept(item)).toMatchObject({ Y: 'Construction' });
  });

  test('a place without a form is a place of unspecified exploitation', async () => {
    const item = await importRow({ vic_LocationOfExploitation: 'A yard' });
    expect(item.value?.trafficking?.exploitation).toEqual([
      { form: 'unspecified', place: { locality: 'A yard' } },
    ]);
  });
});

describe('cells', () => {
  test('two values where one is expected are not chosen between', async () => {
    const item = await importRow({ prs_Gender: 'Feminine; Masculine' });
    expect(item.value).not.toHaveProperty('gender');
    expect(said(item)).toContain('one-value-only@H');
    expect(kept(item)).toMatchObject({ H: 'Feminine; Masculine' });
  });

  test('an error of the spreadsheet is absent, and said', async () => {
    const item = await importRow({ K: { error: '#N/A' } });
    expect(said(item)).toContain('cell-error@K');
    expect(item.value?.subject).not.toHaveProperty('identity');
  });

  test('a text that is too long is found at its cell', async () => {
    const item = await importRow({ prs_FirstName: 'x'.repeat(101) });
    expect(item.value).toBeUndefined();
    expect(said(item)).toContain('too-long@D');
  });

  test('referral columns are kept as text, one loss each', async () => {
    const cells = {
      AC: 'A shelter',
      AE: 'A worker',
      AF: 'Other',
      AG: 'x',
      AH: 'y',
      AI: 'z',
      AK: '2024-03-01',
      AL: 'w',
    };
    const item = await importRow(cells);
    expect(kept(item)).toEqual({ ...cells, AD: '2024-02-10' });
    const losses = item.losses.map(({ code, column, row }) => `${code} ${row} ${column}`);
    expect(losses.sort()).toEqual(
      [...Object.keys(cells), 'AD'].map((column) => `kept-for-referral 3 ${column}`).sort(),
    );
  });
});

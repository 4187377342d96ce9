import { canaryWord, findCanary, htcdsChoices, makeCsv, makeWorkbook } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { htcds } from '../generated/htcds.js';
import { pickCountries, pickers } from './picklists.js';
import { importAll, importRow, importRows, kept, ofRows, registered, said } from './testing/import-rows.js';

const formsOf = (item: Awaited<ReturnType<typeof importRow>>) =>
  item.value?.trafficking?.exploitation?.map(({ form }) => form);
const sectorsOf = (item: Awaited<ReturnType<typeof importRow>>) =>
  item.value?.trafficking?.exploitation?.map(({ sector }) => sector);

describe('defects of the workbooks', () => {
  test('B01 row numbers and blanks alone make no case', async () => {
    const items = await importRows([registered, { C: ' ', D: '\u00A0' }, registered]);
    expect(ofRows(items).map(({ at }) => at.row)).toEqual([3, 5]);
    expect(ofRows(items).map(kept)).toEqual([{ AD: '2024-02-10' }, { AD: '2024-02-10' }]);
    // The same where somebody wrote a header above the numbers.
    const headed = await importRows([registered], { headers: { 1: {}, 2: { A: 'Line in our book' } } });
    expect(ofRows(headed)).toHaveLength(1);
  });

  test('B02 the label decides where the hidden name disagrees, with a warning once', async () => {
    const cells = { N: '1 Reef Road', O: 'Bridgetown', P: 'Saint Michael', Q: 'BB11000', R: 'Barbados' };
    const rows = ofRows(
      await importRows([
        { ...registered, ...cells },
        { ...registered, N: '2 Reef Road' },
      ]),
    );
    expect(rows[0]?.value?.subject.identity?.contact).toEqual({
      street: '1 Reef Road',
      city: 'Bridgetown',
      state: 'Saint Michael',
      postalCode: 'BB11000',
      country: 'BB',
    });
    const warnings = rows.flatMap(said).filter((one) => one.startsWith('label-name'));
    expect(warnings).toEqual(['N', 'O', 'Q', 'R'].map((column) => `label-name-disagree@${column}`));
    expect((await importRows([registered])).flatMap(said).join()).not.toContain('label-name');
  });

  test('B03 the misspelt name leads to its field', async () => {
    const rows = new Map([[3, { ...registered, S: 'PossibleVictimOfTrafficking', T: 'Police' }]]);
    const [item] = ofRows(await importAll(makeCsv({ rows, headers: 'names' })));
    expect(item?.value?.statusHistory?.[0]?.authority).toBe('police');
  });

  test('B04 a blank name falls back to the label', async () => {
    const items = await importRows([{ ...registered, AJ: 'Other' }]);
    expect(items.flatMap(said).filter((one) => one.startsWith('header'))).toEqual([]);
    const [item] = ofRows(items);
    expect(item?.losses).toContainEqual(
      expect.objectContaining({
        code: 'kept-for-referral',
        field: 'cas_ReasonForOutgoingReferral',
        column: 'AJ',
      }),
    );
    expect(item && kept(item)).toMatchObject({ AJ: 'Other' });
  });

  test('B05 every list takes codes and labels', () => {
    for (const [field, { values }] of Object.entries(htcds.picklists)) {
      for (const value of values) {
        const texts = 'code' in value ? [value.code, value.label] : [value.label];
        for (const text of texts) {
          expect(pickers[field as keyof typeof pickers](text)).toMatchObject({
            choices: [value],
            hasRest: false,
          });
        }
      }
    }
    for (const country of htcds.countries) {
      for (const text of [country.label, country.to]) expect(pickCountries(text).choices).toEqual([country]);
    }
  });

  test('B06 letter case does not matter', async () => {
    const headers = { 1: {}, 2: { H: 'GENDER' } };
    const item = await importRow({ cas_Status: 'Follow up', prs_Gender: 'FEMININE' }, { headers });
    expect(item.value).toMatchObject({ caseStatus: 'followUp', gender: 'feminine' });
  });

  test('B07 a label that holds the separator is one value', async () => {
    const labels = htcdsChoices('vic_ForcedLabourIndustry').filter((label) => label.includes('; '));
    expect(labels).toHaveLength(4);
    const all = { vic_TypeOfExploitation: 'Forced labour', vic_ForcedLabourIndustry: labels.join('; ') };
    const item = await importRow(all);
    expect(sectorsOf(item)).toEqual(['E', 'G', 'O', 'T']);
    expect(said(item).join()).not.toContain('value-unmapped');
  });

  test('B08 a comma inside a country name separates nothing', async () => {
    const names = htcdsChoices('prs_Citizenship').filter((name) => name.includes(','));
    expect(names).toHaveLength(8);
    const item = await importRow({ prs_Citizenship: names.join('; ') });
    expect(item.value?.citizenships).toEqual(['BQ', 'CD', 'KR', 'MD', 'PS', 'SH', 'TW', 'TZ']);
    // A mistyped long name must not become the country that its beginning names.
    const wrong = await importRow({ prs_Citizenship: 'Congo, Democratic Republic of' });
    expect(wrong.value).not.toHaveProperty('citizenships');
    expect(said(wrong)).toContain('value-unmapped@I');
  });

  test('B09 a name that holds a shorter one is flagged', async () => {
    const flagged = 'possibly-incomplete@I';
    expect(said(await importRow({ prs_Citizenship: 'Dominican Republic' }))).toContain(flagged);
    expect(said(await importRow({ prs_Citizenship: 'Nigeria; Guinea-Bissau' }))).toContain(flagged);
    expect(said(await importRow({ prs_Citizenship: 'Dominica; Dominican Republic' }))).not.toContain(flagged);
    expect(said(await importRow({ prs_Citizenship: 'Guyana' }))).not.toContain(flagged);
  });

  test('B10 several values are read in any column and any template', async () => {
    for (const variant of ['plain', 'single', 'multi'] as const) {
      const cells = { vic_TypeOfExploitation: 'Forced begging; Servitude', prs_Citizenship: 'Haiti; Cuba' };
      const item = await importRow({ ...cells, vic_MethodOfRecruitment: 'At work; Other' }, { variant });
      expect(formsOf(item)).toEqual(['forcedBegging', 'servitude']);
      expect(item.value?.citizenships).toEqual(['HT', 'CU']);
      expect(item.value?.trafficking?.recruitment?.methods).toEqual(['atWork', 'other']);
    }
  });

  test('B11 the macro part is never opened', async () => {
    const word = canaryWord('mc', 1);
    const macro = new TextEncoder().encode(`Sub Auto_Open() ${word}`);
    const items = await importRows([registered], { variant: 'multi', macro });
    expect(ofRows(items)[0]?.value).toBeDefined();
    expect(findCanary(JSON.stringify(items))).toEqual([]);
  });

  test('B12 serial numbers, ISO dates and unmistakable texts are dates, and ambiguous ones are refused', async () => {
    const born = async (cell: Parameters<typeof importRow>[0][string]) => {
      const item = await importRow({ prs_Birthdate: cell });
      return item.value?.subject.identity?.birthDate?.value ?? said(item).find((one) => one.endsWith('@G'));
    };
    expect(await born({ serial: 36526 })).toBe('2000-01-01');
    expect(await born(36526)).toBe('2000-01-01');
    expect(await born(1998)).toBe('1998');
    expect(await born('2000-01-31')).toBe('2000-01-31');
    expect(await born('31/01/2000')).toBe('2000-01-31');
    expect(await born('3 Feb 2000')).toBe('2000-02-03');
    expect(await born('03/04/2000')).toBe('date-ambiguous@G');
    expect(await born('03/03/2000')).toBe('2000-03-03');
    expect(await born('03/04/00')).toBe('date-ambiguous@G');
    expect(await born('2000-02-30')).toBe('date-unreadable@G');
    expect(await born({ serial: 60 })).toBe('date-unreadable@G');
  });

  test('B13 rows below the end of the drop-downs are checked', async () => {
    const rows = new Map([[1004, { ...registered, H: 'F' }]]);
    const [item] = ofRows(await importAll(makeWorkbook({ variant: 'multi', rows })));
    expect(item?.at.row).toBe(1004);
    expect(item && said(item)).toContain('value-unmapped@H');
  });

  test('B14 what does not say yes or no clearly is unknown and never consent', async () => {
    const answers = { Yes: 'yes', TRUE: 'yes', '1': 'yes', no: 'no', False: 'no', '0': 'no', ok: 'unknown' };
    for (const [text, agreed] of Object.entries({ ...answers, 'yes?': 'unknown', X: 'unknown' })) {
      const { value } = await importRow({ con_Consent: text });
      expect(value?.consent?.interview).toEqual({ agreed });
      expect(value?.consent).not.toHaveProperty('decisions');
    }
    expect((await importRow({ con_Consent: true })).value?.consent?.interview?.agreed).toBe('yes');
    expect(said(await importRow({ con_Consent: 'ok' }))).toContain('consent-unclear@F');
  });

  test('B15 the first sheet is read, and a column without header is kept and is no error', async () => {
    for (const variant of ['plain', 'single'] as const) {
      const items = await importRows([{ ...registered, AN: 'stray' }], { variant });
      expect(items.flatMap(said).filter((one) => one.startsWith('header'))).toEqual([]);
      expect(ofRows(items)).toHaveLength(1);
      const [item] = ofRows(items);
      expect(item && kept(item)).toMatchObject({ AN: 'stray' });
    }
  });

  test('B16 nothing of the document properties comes out', async () => {
    const items = await importRows([registered], { author: canaryWord('au', 1) });
    expect(ofRows(items)[0]?.value).toBeDefined();
    expect(findCanary(JSON.stringify(items))).toEqual([]);
  });
});

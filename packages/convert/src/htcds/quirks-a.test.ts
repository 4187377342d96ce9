import { describe, expect, test } from 'vitest';
import { importRow, importRows, importWithField, kept, said } from './testing/import-rows.js';

const meansOf = (item: Awaited<ReturnType<typeof importRow>>) =>
  item.value?.trafficking?.means?.map(({ means }) => means);

describe('defects of the field standard', () => {
  test('A01 a space at the end of a code or label is no part of it', async () => {
    for (const text of ['DebtBondage ', 'Debt bondage ', 'Debt bondage']) {
      const item = await importRow({ vic_MethodsOfControl: text });
      expect(meansOf(item)).toEqual(['debtBondage']);
      expect(said(item)).not.toContain('value-unmapped@W');
    }
  });

  test('A02 a no-break space is a space', async () => {
    const item = await importRow({ prs_Gender: 'Transgender\u00A0Feminine\u00A0' });
    expect(item.value?.gender).toBe('transgenderFeminine');
    expect(item.value).not.toHaveProperty('sex');
  });

  test('A03 empty lines are no values and line breaks in a header are spaces', async () => {
    const headers = { 1: {}, 2: { N: 'Mailing\nStreet' } };
    const item = await importRow(
      { vic_TypeOfExploitation: 'Servitude\n\nForced begging\n', N: '1 Reef Road' },
      { headers },
    );
    expect(item.value?.trafficking?.exploitation?.map(({ form }) => form)).toEqual([
      'servitude',
      'forcedBegging',
    ]);
    expect(item.value?.subject.identity?.contact?.street).toBe('1 Reef Road');
    expect(said(item)).not.toContain('value-unmapped@X');
  });

  test('A04 both spellings of unacquainted are read', async () => {
    for (const text of ['Unaquainted', 'Unacquainted']) {
      const item = await importWithField('vic_RelationshipToTrafficker', text);
      expect(item.value?.trafficking?.recruitment?.relationship).toBe('unacquainted');
    }
  });

  test('A05 unknown gender is read by its code and by its label', async () => {
    for (const text of ['NonSpecifiedUnknown', 'Not Specified/Unknown']) {
      expect((await importRow({ prs_Gender: text })).value?.gender).toBe('unknown');
    }
  });

  test('A06 the row without a name is no field', async () => {
    for (const label of ['per_', 'Organisation']) {
      const items = await importRows([{ AD: '2024-02-10', AN: 'text' }], {
        added: [{ column: 'AN', label }],
      });
      expect(items[0] && said(items[0])).toContain('header-unknown@AN');
    }
  });

  test('A08 languages are read by name and by two or three letters, and a country code is none', async () => {
    for (const text of ['Spanish', 'es', 'spa']) {
      expect((await importWithField('prs_PrimaryLanguage', text)).value?.languages).toEqual(['es']);
    }
    const country = await importWithField('prs_PrimaryLanguage', 'JM');
    expect(country.value).not.toHaveProperty('languages');
    expect(said(country)).toContain('value-not-language@AN');
    expect(kept(country)).toMatchObject({ AN: 'JM' });
  });

  test('A09 countries are read by alpha-2, alpha-3 and name', async () => {
    for (const text of ['JM', 'JAM', 'Jamaica']) {
      expect((await importRow({ prs_Citizenship: text })).value?.citizenships).toEqual(['JM']);
    }
  });

  test('A10 other names of means are aliases, and the ambiguous one is kept as text', async () => {
    const item = await importRow({
      vic_MethodsOfControl: 'ThreatOfLawEnforcement; PsychoactiveSubstances; Threats',
    });
    expect(meansOf(item)).toEqual(['threatOfLawEnforcement', 'psychoactiveSubstance']);
    expect(said(item)).toContain('value-unmapped@W');
    expect(kept(item)).toMatchObject({ W: 'ThreatOfLawEnforcement; PsychoactiveSubstances; Threats' });
  });

  test('A11 means that are defined and not listed are read', async () => {
    const item = await importRow({ vic_MethodsOfControl: 'RestrictsMovement; Uses children' });
    expect(meansOf(item)).toEqual(['restrictsMovement', 'usesChildren']);
  });

  test('A12 forced criminality is a form', async () => {
    const item = await importRow({ vic_TypeOfExploitation: 'Forced criminality' });
    expect(item.value?.trafficking?.exploitation).toEqual([{ form: 'forcedCriminality' }]);
  });

  test('A13 unknown, not asked and empty stay apart', async () => {
    const agreed = async (text?: string) =>
      (await importRow({ prs_Gender: 'Feminine', ...(text === undefined ? {} : { con_Consent: text }) }))
        .value?.consent?.interview?.agreed;
    expect(await agreed('unknown')).toBe('unknown');
    expect(await agreed('not asked')).toBe('notAsked');
    expect(await agreed()).toBeUndefined();
    expect((await importRow({ prs_FirstName: 'Ada' })).value).not.toHaveProperty('gender');
  });

  test('A14 a country is read from a location with a warning, and a coded column comes first', async () => {
    const item = await importRow({ vic_LocationOfRecruitment: 'Bar by the port, Guyana' });
    const place = item.value?.trafficking?.recruitment?.place;
    expect(place).toEqual({ country: 'GY', locality: 'Bar by the port, Guyana' });
    expect(said(item)).toContain('place-from-text@V');
    const mapping = { mapping: 'htcds-2.0', columns: { recruitmentCountry: 'Recruited in' } } as const;
    const coded = await importRow(
      { vic_LocationOfRecruitment: 'Bar by the port, Guyana', AO: 'Suriname' },
      { added: [{ column: 'AO', label: 'Recruited in' }], options: { mapping } },
    );
    expect(coded.value?.trafficking?.recruitment?.place?.country).toBe('SR');
    expect(said(coded)).not.toContain('place-from-text@V');
  });

  test('A15 deprecated fields are read or kept as text', async () => {
    const read = await importWithField('vic_Vulnerabilities', 'Poverty; Migration');
    expect(read.value?.vulnerabilities).toEqual([
      { vulnerability: 'poverty', finding: 'yes' },
      { vulnerability: 'migrationRelated', finding: 'yes' },
    ]);
    const text = await importWithField('vic_DetailsOfVulnerabilities', 'Lost her work');
    expect(kept(text)).toMatchObject({ AN: 'Lost her work' });
    expect(text.losses).toContainEqual(
      expect.objectContaining({ code: 'kept-as-text', field: 'vic_DetailsOfVulnerabilities', column: 'AN' }),
    );
  });

  test('A17 telephone numbers are normalised where that is certain', async () => {
    const item = await importRow({ prs_HomePhone: '+1 (246) 555-0100', prs_MobilePhone: 'ask at the shop' });
    expect(item.value?.subject.identity?.contact).toEqual({
      homePhone: '+12465550100',
      mobilePhone: 'ask at the shop',
    });
  });

  test('A18 a corrected spelling of a code is no code', async () => {
    const right = await importRow({
      vic_TraffickingStatus: 'PossibleVictimOfTrafficking',
      vic_TraffickingStatusDecisionMakingOrg: 'NonPoliceGovernmentalOrganization',
    });
    expect(right.value?.statusHistory?.[0]?.authority).toBe('nonPoliceGovernment');
    const item = await importRow({
      vic_TraffickingStatus: 'PossibleVictimOfTrafficking',
      vic_TraffickingStatusDecisionMakingOrg: 'NonPoliceGovernmentalOrganisation',
    });
    expect(said(item)).toContain('value-unmapped@T');
  });

  test('A19 ids come from a register, and row and column stay with every finding', async () => {
    const item = await importRow({ con_Consent: 'ok' });
    const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const { id, caseRef, subject } = item.value ?? {};
    for (const made of [id, caseRef, subject?.personRef]) expect(made).toMatch(uuid7);
    expect(new Set([id, caseRef, subject?.personRef]).size).toBe(3);
    expect(item.findings).toContainEqual(
      expect.objectContaining({ code: 'consent-unclear', sheet: 1, row: 3, column: 'F' }),
    );
  });

  test('A20 industries are sections of ISIC and finer labels are kept as text', async () => {
    const labour = { vic_TypeOfExploitation: 'Forced labour' };
    const item = await importRow({
      ...labour,
      vic_ForcedLabourIndustry: 'Accommodation and food service activities',
    });
    expect(item.value?.trafficking?.exploitation).toEqual([{ form: 'forcedLabour', sector: 'I' }]);
    const finer = await importRow({ ...labour, vic_ForcedLabourIndustry: 'Travel agency activities' });
    expect(finer.value?.trafficking?.exploitation).toEqual([{ form: 'forcedLabour' }]);
    expect(kept(finer)).toMatchObject({ Y: 'Travel agency activities' });
  });

  test('A21 an actual victim is presumed, not identified', async () => {
    const item = await importRow({ vic_TraffickingStatus: 'Actual victim of trafficking' });
    expect(item.value?.statusHistory).toEqual([
      { status: 'presumed', basis: 'imported', country: 'BB', sourceCode: 'ActualVictimOfTrafficking' },
    ]);
  });

  test('A22 example questions are no fields', async () => {
    const label = 'Is the Individual’s age a risk factor in this context?';
    for (const header of ['N/A', label]) {
      const items = await importRows([{ AD: '2024-02-10', AN: 'yes' }], {
        added: [{ column: 'AN', label: header }],
      });
      expect(items[0] && said(items[0])).toContain('header-unknown@AN');
    }
  });
});

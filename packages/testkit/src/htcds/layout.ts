import mapping from '../../../../schemas/mappings/htcds-2.0.json' with { type: 'json' };

/** One of the three templates, or a table saved from one. */
export type HtcdsVariant = 'plain' | 'single' | 'multi' | 'csv';

/** How a template is laid out. */
export interface HtcdsLayout {
  readonly sheet: string;
  /** Names of further sheets; the lists of the drop-downs stand on `validation`. */
  readonly otherSheets: readonly string[];
  /** Last row that most drop-downs reach; undefined where there are none. */
  readonly validatedTo?: number;
  readonly macro: boolean;
  /** The single-select template counts a fortieth column that is empty. */
  readonly lastColumn: string;
}

/** The templates as they are published: sheets, reach of the drop-downs, macro. */
export const htcdsLayouts: Readonly<Record<Exclude<HtcdsVariant, 'csv'>, HtcdsLayout>> = {
  plain: { sheet: 'Sheet1', otherSheets: [], macro: false, lastColumn: 'AM' },
  single: {
    sheet: 'Case Sheet',
    otherSheets: ['about', 'validation'],
    validatedTo: 502,
    macro: false,
    lastColumn: 'AN',
  },
  multi: {
    sheet: 'Case Sheet',
    otherSheets: ['about', 'validation'],
    validatedTo: 501,
    macro: true,
    lastColumn: 'AM',
  },
};

/** A column of the templates: letters, hidden name, label. */
export interface HtcdsColumn {
  readonly field: string;
  readonly column: string;
  /** What the hidden first row says; empty where the template leaves it blank. */
  readonly name: string;
  readonly label: string;
}

/** The 38 columns in their order. */
export const htcdsColumns: readonly HtcdsColumn[] = mapping.columns.map((column) => ({
  field: column.field,
  column: column.column,
  name: 'name' in column && typeof column.name === 'string' ? column.name : column.field,
  label: column.label,
}));

/** Rows that the templates number in column A. */
export const numberedRows = 1000;

/** Letters of the column that the templates have for a field. */
export function htcdsColumn(field: string): string {
  const found = htcdsColumns.find((column) => column.field === field);
  if (found === undefined) throw new RangeError('The templates have no column for that field.');
  return found.column;
}

/** The reasons for a referral, as the drop-downs word them. A case has no property for them. */
const referralReasons = ['Additional Services Required', 'Migration Or Change Of Location', 'Other'];

/** Field with a drop-down. */
export type DropDownField = (typeof htcdsDropDowns)[number][0];

/** The texts of a drop-down: labels, except for gender, where the templates list the codes. */
export function htcdsChoices(field: DropDownField): readonly string[] {
  if (field === 'cas_ReasonForIncomingReferral' || field === 'cas_ReasonForOutgoingReferral')
    return referralReasons;
  if (field === 'prs_Citizenship') return mapping.countries.map(({ name }) => name);
  const { values } = mapping.picklists[field];
  return values.map(({ code, label }) => (field === 'prs_Gender' ? code : label));
}

/** Field of each drop-down, with its column on the sheet `validation`. */
export const htcdsDropDowns = [
  ['prs_Gender', 'B'],
  ['prs_Citizenship', 'E'],
  ['vic_MethodOfRecruitment', 'F'],
  ['vic_MethodsOfControl', 'G'],
  ['vic_TypeOfExploitation', 'H'],
  ['vic_ForcedLabourIndustry', 'I'],
  ['vic_TypeOfSexExploitation', 'J'],
  ['cas_Status', 'L'],
  ['cas_ReasonForIncomingReferral', 'M'],
  ['cas_ReasonForOutgoingReferral', 'N'],
  ['vic_TraffickingStatus', 'O'],
  ['vic_TraffickingStatusDecisionMakingOrg', 'P'],
] as const;

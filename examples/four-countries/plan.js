import { dimensions, screenedCategories } from '@ctdx/measure';
import { nationalYears } from '@ctdx/testkit';

const years = nationalYears.map(String);

/** Forms that are said by themselves; the rarer ones are `other`. */
const forms = ['sexualExploitation', 'forcedLabour', 'servitude', 'forcedBegging', 'forcedCriminality'];

/** The fixed set of tables. It is public, and was decided before anybody counted. */
export const plan = {
  dimensions: [
    {
      // Late categories are withheld first: the countries with fewer people come last.
      name: 'country',
      categories: ['JM', 'BS', 'BB', 'LC'],
      unknown: false,
      pools: [{ name: 'two', groups: { larger: ['JM', 'BS'], smaller: ['BB', 'LC'] } }],
    },
    {
      name: 'period',
      categories: years,
      unknown: false,
      pools: [{ name: 'spans', groups: { early: years.slice(0, 3), late: years.slice(3) } }],
    },
    {
      name: 'gender',
      categories: known('gender'),
      // Small groups are said together with others before they are not said at all.
      pools: [
        {
          name: 'three',
          groups: { feminine: ['feminine'], masculine: ['masculine'], other: known('gender').slice(2) },
        },
        { name: 'two', groups: { feminine: ['feminine'], others: [...known('gender').slice(1), 'unknown'] } },
      ],
    },
    {
      name: 'ageGroup',
      categories: known('ageGroup'),
      pools: [{ name: 'two', groups: { child: ['child'], others: ['adult', 'unknown'] } }],
    },
    { name: 'form', categories: [...forms, 'other'], set: true },
  ],
  tables: [
    { id: 'total', dimensions: [] },
    { id: 'period', dimensions: ['period'] },
    { id: 'country', dimensions: ['country'] },
    { id: 'gender', dimensions: ['gender'] },
    { id: 'age-group', dimensions: ['ageGroup'] },
    { id: 'form', dimensions: ['form'] },
    { id: 'country-period', dimensions: ['country', 'period'], pool: ['period', 'country'] },
    { id: 'gender-age-group', dimensions: ['gender', 'ageGroup'], pool: ['gender', 'ageGroup'] },
  ],
  bases: ['identified', 'presumed'],
};

/** The tables of persons screened. They say nothing of victims, and are released by themselves. */
export const screeningPlan = {
  dimensions: [
    {
      name: 'country',
      categories: ['BS', 'JM', 'BB', 'LC'],
      unknown: false,
      pools: [{ name: 'two', groups: { larger: ['BS', 'JM'], smaller: ['BB', 'LC'] } }],
    },
    {
      name: 'period',
      categories: years,
      unknown: false,
      pools: [{ name: 'spans', groups: { early: years.slice(0, 3), late: years.slice(3) } }],
    },
    {
      name: 'sex',
      categories: screenedCategories.sex,
      pools: [
        {
          name: 'two',
          groups: { female: ['female'], others: [...screenedCategories.sex.slice(1), 'unknown'] },
        },
      ],
    },
    {
      name: 'ageGroup',
      categories: screenedCategories.ageGroup,
      pools: [{ name: 'two', groups: { child: ['child'], others: ['adult', 'unknown'] } }],
    },
    {
      name: 'proposal',
      categories: screenedCategories.proposal,
      pools: [
        {
          name: 'two',
          groups: { presumed: ['presumed'], others: ['noIndication', 'inconclusive', 'unknown'] },
        },
      ],
    },
  ],
  tables: [
    { id: 'total', dimensions: [] },
    { id: 'period', dimensions: ['period'] },
    { id: 'country', dimensions: ['country'] },
    { id: 'sex', dimensions: ['sex'] },
    { id: 'age-group', dimensions: ['ageGroup'] },
    { id: 'proposal', dimensions: ['proposal'] },
  ],
};

/** A row as the plan counts it. */
export function inPlan(row) {
  const form = row.form.map((code) => (forms.includes(code) || code === 'unknown' ? code : 'other'));
  return { ...row, form: [...new Set(form)] };
}

function known(name) {
  return dimensions[name].categories.filter((code) => code !== 'unknown');
}

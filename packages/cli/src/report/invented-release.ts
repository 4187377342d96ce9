import {
  markRelease,
  type Release,
  type ReleaseCell,
  type ReleaseContent,
  type ReleasedTable,
} from '@ctdx/model';

const years = ['2020', '2021', '2022', '2023', '2024'];
const countries = ['BB', 'BS', 'JM', 'LC'];
const genders = [
  'feminine',
  'masculine',
  'transgenderFeminine',
  'transgenderMasculine',
  'nonConforming',
  'unknown',
];
const forms = [
  'sexualExploitation',
  'forcedLabour',
  'forcedCriminality',
  'servitude',
  'forcedBegging',
  'unknown',
];

/** A release as disclosure control makes them, for the tests of the report: by hand, and of invented people. */
export function inventedRelease(change: Partial<ReleaseContent> = {}): Release {
  return markRelease({
    level: 'aggregate',
    synthetic: true,
    deduplicated: 'agency',
    protection: { method: 'suppression', version: '1', minimum: 5, zeros: 'protected' },
    plan: {
      dimensions: [
        { name: 'period', categories: years, unknown: false },
        { name: 'country', categories: countries, unknown: false },
        { name: 'gender', categories: genders },
        { name: 'ageGroup', categories: ['child', 'adult'] },
        { name: 'form', categories: forms, set: true },
      ],
      tables: [
        { id: 'all', dimensions: [] },
        { id: 'period', dimensions: ['period'] },
        { id: 'country', dimensions: ['country'] },
        { id: 'gender', dimensions: ['gender'] },
        { id: 'age-group', dimensions: ['ageGroup'] },
        { id: 'form', dimensions: ['form'] },
        { id: 'country-period', dimensions: ['country', 'period'], pool: ['period'] },
        { id: 'gender-age-group', dimensions: ['gender', 'ageGroup'], pool: ['gender', 'ageGroup'] },
      ],
      bases: ['identified', 'presumed'],
    },
    tables: [
      table('all', 'identified', [], [[[], 83]]),
      table('period', 'identified', [plain('period', years)], one(years, [14, 'Q', 19, 'Q', 21])),
      table('country', 'identified', [plain('country', countries)], one(countries, [18, 22, 31, 12])),
      table('gender', 'identified', [plain('gender', genders)], one(genders, [58, 17, 'Q', 'Q', 'Q', 'Q'])),
      table(
        'age-group',
        'identified',
        [plain('ageGroup', ['child', 'adult', 'unknown'])],
        one(['child', 'adult', 'unknown'], [19, 55, 9]),
      ),
      table('form', 'identified', [plain('form', forms)], yesNo(forms, [49, 27, 'Q', 'Q', 'Q', 8])),
      table(
        'country-period',
        'identified',
        [
          plain('country', countries),
          {
            name: 'period',
            categories: [
              { code: 'early', of: years.slice(0, 3) },
              { code: 'late', of: years.slice(3) },
            ],
          },
        ],
        [
          [['BB', 'early'], 9],
          [['BB', 'late'], 9],
          [['BS', 'early'], 13],
          [['BS', 'late'], 9],
          [['JM', 'early'], 'Q'],
          [['JM', 'late'], 'Q'],
          [['LC', 'early'], 'Q'],
          [['LC', 'late'], 'Q'],
        ],
        ['period'],
      ),
      table(
        'gender-age-group',
        'identified',
        [
          {
            name: 'gender',
            categories: [
              { code: 'feminine', of: ['feminine'] },
              { code: 'others', of: genders.slice(1) },
            ],
          },
          {
            name: 'ageGroup',
            categories: [
              { code: 'child', of: ['child'] },
              { code: 'others', of: ['adult', 'unknown'] },
            ],
          },
        ],
        [
          [['feminine', 'child'], 13],
          [['feminine', 'others'], 45],
          [['others', 'child'], 6],
          [['others', 'others'], 19],
        ],
        ['gender', 'ageGroup'],
      ),
      table('all', 'presumed', [], [[[], 27]]),
      table(
        'period',
        'presumed',
        [
          {
            name: 'period',
            categories: [
              { code: '2020-2022', of: years.slice(0, 3) },
              { code: '2023-2024', of: years.slice(3) },
            ],
          },
        ],
        one(['2020-2022', '2023-2024'], [15, 12]),
        ['period'],
      ),
      table('country', 'presumed', [plain('country', countries)], one(countries, ['Q', 'Q', 11, 'Q'])),
      refused('gender', 'presumed', ['gender'], 'tooFewPerCategory'),
      table(
        'age-group',
        'presumed',
        [plain('ageGroup', ['child', 'adult', 'unknown'])],
        one(['child', 'adult', 'unknown'], ['Q', 18, 'Q']),
      ),
      refused('form', 'presumed', ['form'], 'noSafePattern'),
      refused('country-period', 'presumed', ['country', 'period'], 'marginsNotReleased'),
    ],
    audit: { criterion: 'every hidden cell stays open', worlds: 1204, hidden: 19 },
    ...change,
  });
}

type Cells = readonly (readonly [readonly string[], number | 'Q'])[];

function table(
  id: string,
  basis: ReleasedTable['basis'],
  dimensions: ReleasedTable['dimensions'],
  cells: Cells,
  pooled: readonly string[] = [],
): ReleasedTable {
  const written = cells.map(
    ([at, said]): ReleaseCell => (said === 'Q' ? { at, status: said } : { at, value: said }),
  );
  return { status: 'released', table: id, basis, unit: 'persons', dimensions, pooled, cells: written };
}

function refused(
  id: string,
  basis: ReleasedTable['basis'],
  names: readonly string[],
  reason: 'tooFewPerCategory' | 'noSafePattern' | 'marginsNotReleased',
) {
  return {
    status: 'refused' as const,
    table: id,
    basis,
    unit: 'persons' as const,
    dimensions: names.map((name) => ({ name })),
    reason,
  };
}

function plain(name: string, codes: readonly string[]) {
  return { name, categories: codes.map((code) => ({ code, of: [code] })) };
}

function one(codes: readonly string[], said: readonly (number | 'Q')[]): Cells {
  return codes.map((code, index) => [[code], said[index] ?? 'Q']);
}

function yesNo(codes: readonly string[], said: readonly (number | 'Q')[]): Cells {
  return codes.flatMap((code, index) => {
    const yes = said[index] ?? 'Q';
    return [[[code, 'yes'], yes] as const, [[code, 'other'], yes === 'Q' ? yes : 83 - yes] as const];
  });
}

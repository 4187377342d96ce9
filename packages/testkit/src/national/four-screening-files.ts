import { type SeededRandom, seededRandom } from '../random.js';
import { type NationalPlan, nationalPlans, nationalYears } from './countries.js';
import { fourNationalWorkbooks } from './four-national-workbooks.js';
import { type ScreeningMistakeName, screeningMistakes } from './screening-mistakes.js';
import {
  answerHeaders,
  askedIndicators,
  french,
  makeScreenings,
  type ScreeningRow,
  type ScreeningShape,
  screeningHeaders,
  screeningShapes,
} from './screenings.js';
import {
  type FilledSheet,
  lettersOf,
  packCsv,
  packWorkbook,
  type SheetCell,
  type SheetMistake,
} from './sheets.js';

/** An invented table of screenings of one country, as a small office might keep it. Import it as synthetic. */
export interface ScreeningFile {
  readonly country: NationalPlan['country'];
  readonly profile: NationalPlan['profile'];
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The mapping file of the source, ready to be written as JSON. */
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly manifest: readonly SheetMistake[];
  readonly screenings: number;
  /** Rows that no mistake keeps from becoming a record. */
  readonly importable: number;
}

const planted: Readonly<Record<NationalPlan['country'], readonly ScreeningMistakeName[]>> = {
  BS: ['misspeltSetting', 'ambiguousDate', 'maybe', 'sameNumberTwice'],
  JM: ['ageInWords', 'screenedInTheFuture', 'misspeltSetting', 'decisionWithoutDate'],
  BB: ['maybe'],
  LC: ['ageInWords'],
};

/**
 * Makes the screenings of The Bahamas, Barbados, Jamaica and Saint Lucia: two workbooks and two tables of text, one of
 * them in French, each with a few mistakes. They speak of some people of {@link fourNationalWorkbooks} of the same
 * seed. The same seed gives the same bytes. Every person is invented.
 */
export async function fourScreeningFiles(seed: number): Promise<readonly ScreeningFile[]> {
  const random = seededRandom(seed + 1);
  const workbooks = fourNationalWorkbooks(seed);
  const files: ScreeningFile[] = [];
  for (const plan of nationalPlans) {
    const victims = workbooks.find(({ country }) => country === plan.country)?.victims ?? {};
    const cases = nationalYears.flatMap((year) =>
      Array.from({ length: victims[year] ?? 0 }, (_, index) => ({
        year,
        number: `${plan.country}-${year}-${String(index + 1).padStart(3, '0')}`,
      })),
    );
    files.push(await makeFile(plan, screeningShapes[plan.country], cases, random));
  }
  return files;
}

async function makeFile(
  plan: NationalPlan,
  shape: ScreeningShape,
  cases: readonly { readonly number: string; readonly year: number }[],
  random: SeededRandom,
): Promise<ScreeningFile> {
  const clean = makeScreenings(plan, shape, cases, random);
  const rows = [...clean];
  const changed: { readonly name: ScreeningMistakeName; readonly index: number }[] = [];
  // The first row stays clean, because one mistake copies from the row above.
  const free = rows.map((_, index) => index).slice(1);
  for (const name of planted[plan.country]) {
    const [index] = free.splice(random.int(0, free.length - 1), 1) as [number];
    rows[index] = screeningMistakes[name].change(
      rows[index] as ScreeningRow,
      clean[index - 1] as ScreeningRow,
    );
    changed.push({ name, index });
  }
  const twice = changed.flatMap(({ name, index }) => (name === 'sameNumberTwice' ? [index] : []));
  const main = screeningSheet(shape, rows);
  const answers =
    shape.answers === 'sheet' ? answerSheet(clean.filter((_, at) => !twice.includes(at))) : undefined;
  const inSheet = shape.format === 'csv' ? {} : { sheet: 1 };
  const manifest = changed.flatMap(({ name, index }) =>
    screeningMistakes[name].expected.map(
      ({ header, ...one }: { header?: string; code: string; rule?: string }) => ({
        ...one,
        ...inSheet,
        row: index + 2,
        ...(header === undefined ? {} : { column: lettersOf(main, said(header, shape)) }),
      }),
    ),
  );
  // One answer names a screening that is not there.
  if (answers !== undefined)
    manifest.push({ sheet: 2, row: answers.rows.length + 1, column: 'A', code: 'reference-unknown' });
  const lost = changed.filter(({ name }) => screeningMistakes[name].loses).length;
  return {
    country: plan.country,
    profile: plan.profile,
    fileName: `${plan.profile}-screenings.${shape.format}`,
    bytes:
      shape.format === 'csv'
        ? await packCsv(main)
        : await packWorkbook([main, ...(answers ? [answers] : [])]),
    mapping: mappingOf(plan),
    manifest,
    screenings: rows.length,
    importable: rows.length - lost,
  };
}

function screeningSheet(shape: ScreeningShape, rows: readonly ScreeningRow[]): FilledSheet {
  const inColumns = shape.answers === 'columns';
  const headers = [
    ...screeningHeaders,
    ...(inColumns ? [...Object.values(askedIndicators), 'Basis of the answers'] : []),
  ];
  return {
    name: shape.language === 'fr' ? 'Entretiens' : 'Screenings',
    headers: headers.map((header) => said(header, shape)),
    rows: rows.map((row) => {
      const answers = inColumns ? { ...answersOf(row), 'Basis of the answers': 'Stated' } : {};
      const cells = Object.entries({ ...row, ...answers } as ScreeningRow);
      return Object.fromEntries(
        cells.map(([header, cell]): [string, SheetCell] => [
          said(header, shape),
          typeof cell === 'string' ? said(cell, shape) : cell,
        ]),
      );
    }),
  };
}

function answerSheet(rows: readonly ScreeningRow[]): FilledSheet {
  const entries = rows.flatMap((row) =>
    Object.entries(answersOf(row)).map(([indicator, finding]) => ({
      'Screening no.': row['Screening no.'],
      Indicator: indicator,
      Finding: finding,
      Basis: 'Stated',
    })),
  );
  const stray = { 'Screening no.': 'S-0', Indicator: askedIndicators.act, Finding: 'No', Basis: 'Stated' };
  return { name: 'Answers', headers: answerHeaders, rows: [...entries, stray] };
}

/** What was answered to the indicator behind each element. */
function answersOf(row: ScreeningRow): Record<string, SheetCell> {
  return {
    [askedIndicators.act]: row['Act'],
    [askedIndicators.means]: row['Means'],
    [askedIndicators.purpose]: row['Purpose'],
  };
}

function said(text: string, { language }: ScreeningShape): string {
  return language === 'fr' ? (french[text] ?? text) : text;
}

function mappingOf({
  country,
  profile,
  agency,
  agencyType,
  decision,
}: NationalPlan): Record<string, unknown> {
  return {
    mapping: 'screening-table-1.0',
    country,
    agency,
    agencyType,
    profile,
    values: { authority: decision.authority, body: decision.body, law: decision.law },
    handling: {
      marking: 'restricted',
      purposes: ['assistance', 'statistics'],
      legalBasis: 'counterTraffickingLaw',
    },
  };
}

import { makeCsv } from '../htcds/make-csv.js';
import { makeWorkbook } from '../htcds/make-workbook.js';
import type { CellValue, SheetRow } from '../htcds/sheet-xml.js';
import { type SeededRandom, seededRandom } from '../random.js';
import { nationalColumns } from './columns.js';
import { type NationalPlan, nationalPlans, nationalYears } from './countries.js';
import { type ExpectedFinding, mistakes, serialDate } from './mistakes.js';
import { victimsOfYear } from './victims.js';

/** A mistake that was planted: the row and column where it must be found, and as what. */
export interface PlantedMistake extends ExpectedFinding {
  readonly row: number;
}

/** An invented workbook of one country, as its agency might keep it. Import it as synthetic. */
export interface NationalWorkbook {
  readonly country: NationalPlan['country'];
  readonly profile: NationalPlan['profile'];
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The mapping file of the source, ready to be written as JSON. */
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly manifest: readonly PlantedMistake[];
  /** Rows of victims by year of registration, before any mistake. */
  readonly victims: Readonly<Record<number, number>>;
  /** Rows that no mistake keeps from becoming a record. */
  readonly importable: number;
}

const firstRow = 3;
/** The most and the fewest victims that a year of the four may have. */
const extremes = { most: 13, fewest: 0 } as const;

/**
 * Makes the workbooks of The Bahamas, Barbados, Jamaica and Saint Lucia: 0 to 13 victims a year from 2021 to 2025,
 * one of them a table of text, each with a few mistakes. The same seed gives the same bytes. Every person is invented.
 */
export function fourNationalWorkbooks(seed: number): readonly NationalWorkbook[] {
  const random = seededRandom(seed);
  return nationalPlans.map((plan) => makeNational(plan, random));
}

function makeNational(plan: NationalPlan, random: SeededRandom): NationalWorkbook {
  const date = plan.variant === 'csv' ? (iso: string): CellValue => iso : serialDate;
  const victims = victimCounts(plan, random);
  const clean = nationalYears.flatMap((year) => victimsOfYear(plan, year, victims[year] ?? 0, random, date));
  const { rows, manifest, lost } = plantMistakes(plan, clean, random, date);
  const numbered = new Map(rows.map((row, index) => [index + firstRow, row] as const));
  const added = Object.values(nationalColumns);
  const isCsv = plan.variant === 'csv';
  return {
    country: plan.country,
    profile: plan.profile,
    fileName: `${plan.profile}-cases.${isCsv ? 'csv' : plan.variant === 'multi' ? 'xlsm' : 'xlsx'}`,
    bytes:
      plan.variant === 'csv'
        ? makeCsv({ rows: numbered, added })
        : makeWorkbook({ variant: plan.variant, rows: numbered, added }),
    mapping: mappingOf(plan),
    manifest,
    victims,
    importable: rows.length - lost,
  };
}

/** Jamaica has a year with the most, Saint Lucia one with none; the seed chooses the years. */
function victimCounts(plan: NationalPlan, random: SeededRandom): Record<number, number> {
  const [least, most] = plan.victims;
  const counts = Object.fromEntries(nationalYears.map((year) => [year, random.int(least, most)]));
  const year = random.pick(nationalYears);
  if (plan.country === 'JM') counts[year] = extremes.most;
  if (plan.country === 'LC') counts[year] = extremes.fewest;
  return counts;
}

function plantMistakes(
  plan: NationalPlan,
  clean: readonly SheetRow[],
  random: SeededRandom,
  date: (iso: string) => CellValue,
): { rows: SheetRow[]; manifest: PlantedMistake[]; lost: number } {
  const rows = [...clean];
  const manifest: PlantedMistake[] = [];
  // The first row stays clean, because one mistake copies from the row above.
  const free = rows.map((_, index) => index).slice(1);
  let lost = 0;
  for (const name of plan.mistakes) {
    const [index] = free.splice(random.int(0, free.length - 1), 1);
    if (index === undefined) throw new RangeError('There are more mistakes than rows.');
    const { change, expected, loses } = mistakes[name];
    rows[index] = change({ row: rows[index] as SheetRow, above: clean[index - 1] as SheetRow, date });
    manifest.push(...expected.map((one) => ({ ...one, row: index + firstRow })));
    if (loses) lost += 1;
  }
  manifest.sort((one, other) => one.row - other.row);
  return { rows, manifest, lost };
}

function mappingOf({
  country,
  profile,
  agency,
  agencyType,
  decision,
}: NationalPlan): Record<string, unknown> {
  const columns = Object.entries(nationalColumns).map(([role, { label }]) => [role, label]);
  return {
    mapping: 'htcds-2.0',
    country,
    agency,
    agencyType,
    profile,
    columns: Object.fromEntries(columns),
    status: decision,
    handling: {
      marking: 'restricted',
      purposes: ['assistance', 'statistics'],
      legalBasis: 'counterTraffickingLaw',
    },
  };
}

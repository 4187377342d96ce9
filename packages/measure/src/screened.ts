import { type Screening, type Unprotected, unprotected, type Valid } from '@ctdx/model';
import { codesOf } from './code-lists.js';
import { type Coverage, type Reporting, reportedBy } from './coverage.js';
import { type DayRange, dayRange, dayRangeBetween, earliest } from './day-range.js';
import { type Deduplication, weakest } from './deduplication.js';
import { ageGroupOf, UNKNOWN } from './dimensions.js';
import type { GatherLimits } from './people.js';
import { type CountingPeriod, inOrder, place } from './periods.js';

/** A validated screening at any level that a screening exists at. */
export type AnyScreening = Valid<Screening<'identified'>> | Valid<Screening<'pseudonymized'>>;

/** Screenings as they come: from a list, a file or a feed. */
export type Screenings = Iterable<AnyScreening> | AsyncIterable<AnyScreening>;

/** One person of one country who was screened, in the period of the first screening. */
export interface ScreenedRow {
  /** Country and person reference: tells rows apart, and is not for publication. */
  readonly id: string;
  readonly country: string;
  readonly period: string;
  readonly sex: string;
  readonly ageGroup: string;
  /** What the screenings proposed at most; never a status. */
  readonly proposal: string;
  readonly deduplicated: Deduplication;
}

/** Everyone who was screened in the periods. */
export interface ScreenedRows {
  readonly rows: readonly ScreenedRow[];
  /** Screenings that name no person: they may repeat somebody, and are in no row. */
  readonly unnamed: number;
  readonly synthetic: boolean;
  readonly deduplicated: Deduplication;
}

/** Persons screened in one country and period, or the reason why there is no figure. */
export interface ScreenedFigure extends Reporting {
  readonly indicator: 'VIC_SCREENED_N';
  readonly version: string;
  readonly country: string;
  readonly period: CountingPeriod;
  /** Persons, each once in the period. Absent when nobody reported: that is not 0. */
  readonly value?: number;
  /** SDMX: `A` a figure; `L` the agencies did not report; `O` nobody said whether they did. */
  readonly status: 'A' | 'L' | 'O';
  /** Screenings of the period that name no person, counted apart. */
  readonly unnamed: number;
  readonly deduplicated: Deduplication;
}

export interface ScreenedOptions extends GatherLimits {
  /** Periods that do not overlap. */
  readonly periods: readonly CountingPeriod[];
  /** Who reported, also nothing. Without it a country and period without a record is missing, not 0. */
  readonly coverage?: readonly Coverage[];
}

interface Screened {
  readonly id: string;
  readonly revision: number;
  readonly country: string;
  readonly agency: string;
  readonly personRef: string | undefined;
  readonly on: DayRange | undefined;
  readonly sex: string;
  readonly ageGroup: string;
  readonly proposal: string;
  readonly deduplicated: string;
}

/** From the weakest to the strongest; a person whom any screening presumed was presumed. */
const proposals = [UNKNOWN, 'noIndication', 'inconclusive', 'presumed'];

/**
 * One row a person who was screened, for disclosure control to count. The rows are exact and stay `Unprotected`.
 * @throws {RangeError} when periods overlap, or there are more people than the limit
 */
export async function toScreenedRows(
  screenings: Screenings,
  options: ScreenedOptions,
): Promise<Unprotected<ScreenedRows>> {
  const { all, synthetic } = await gatherScreenings(screenings, options);
  const periods = inOrder(options.periods);
  const rows = [...people(all)].flatMap(([id, seen]) => {
    const first = earliest(seen.flatMap(({ on }) => on ?? []));
    const placement = first ? place(first, periods) : UNKNOWN;
    if (placement === 'outside') return [];
    return [rowOf(id, seen, typeof placement === 'string' ? placement : placement.period)];
  });
  return unprotected({
    rows,
    unnamed: all.filter(({ personRef }) => personRef === undefined).length,
    synthetic,
    deduplicated: weakest(rows.map(({ deduplicated }) => deduplicated)),
  });
}

/**
 * Counts persons screened (`VIC_SCREENED_N`) for each country and period. A person counts once in a period, however
 * often screened in it; a screening that names no person is counted apart.
 * @throws {RangeError} when periods overlap, or there are more people than the limit
 */
export async function measureScreened(
  screenings: Screenings,
  options: ScreenedOptions,
): Promise<Unprotected<{ readonly figures: readonly ScreenedFigure[]; readonly synthetic: boolean }>> {
  const { all, synthetic } = await gatherScreenings(screenings, options);
  const { coverage = [] } = options;
  const periods = inOrder(options.periods);
  const countries = [...new Set([...all, ...coverage].map(({ country }) => country))].sort();
  const figures = countries.flatMap((country) => {
    const own = all.filter((one) => one.country === country);
    return periods.map((period): ScreenedFigure => {
      const inPeriod = own.filter(({ on }) => on !== undefined && isIn(on, period, periods));
      const named = people(inPeriod);
      const reporting = reportedBy(
        country,
        period,
        inPeriod.map(({ agency }) => agency),
        coverage,
      );
      return {
        indicator: 'VIC_SCREENED_N',
        version: '1.0',
        country,
        period,
        ...(reporting.agenciesReported.length > 0
          ? { value: named.size, status: 'A' }
          : { status: reporting.agenciesNotReported.length > 0 ? 'L' : 'O' }),
        unnamed: inPeriod.filter(({ personRef }) => personRef === undefined).length,
        deduplicated: weakest(
          inPeriod.flatMap((one) => (one.personRef === undefined ? [] : one.deduplicated)),
        ),
        ...reporting,
      };
    });
  });
  return unprotected({ figures, synthetic });
}

async function gatherScreenings(
  screenings: Screenings,
  { maximumPeople = 1_000_000 }: GatherLimits,
): Promise<{ readonly all: readonly Screened[]; readonly synthetic: boolean }> {
  const found = new Map<string, Screened>();
  let synthetic = false;
  for await (const record of screenings) {
    const one = screenedOf(record);
    const key = `${one.country} ${one.id}`;
    const earlier = found.get(key);
    if (earlier === undefined || one.revision > earlier.revision) found.set(key, one);
    if (found.size > maximumPeople)
      throw new RangeError(`More than ${maximumPeople} screenings: count a country at a time.`);
    synthetic ||= record.provenance?.synthetic === true;
  }
  const all = [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { all, synthetic };
}

function screenedOf(record: AnyScreening): Screened {
  const { screenedAt, reportingPeriod, sex, age, result } = record;
  return {
    id: record.id,
    revision: record.revision,
    country: record.source.country,
    agency: record.source.agency,
    personRef: record.subject?.personRef,
    on: screenedAt
      ? dayRange(screenedAt.value)
      : reportingPeriod && dayRangeBetween(reportingPeriod.start, reportingPeriod.end),
    sex: sex ?? UNKNOWN,
    ageGroup: (age ? ageGroupOf(age) : [])[0] ?? UNKNOWN,
    proposal: result?.proposal ?? UNKNOWN,
    deduplicated: record.deduplicated ?? 'unknown',
  };
}

function people(screened: readonly Screened[]): Map<string, readonly Screened[]> {
  const found = new Map<string, Screened[]>();
  for (const one of screened) {
    if (one.personRef === undefined) continue;
    const id = `${one.country}/${one.personRef}`;
    found.set(id, [...(found.get(id) ?? []), one]);
  }
  return found;
}

function rowOf(id: string, seen: readonly Screened[], period: string): ScreenedRow {
  const [first] = seen as [Screened];
  const strongest = Math.max(...seen.map(({ proposal }) => proposals.indexOf(proposal)));
  return {
    id,
    country: first.country,
    period,
    sex: agreed(seen.map(({ sex }) => sex)),
    ageGroup: agreed(seen.map(({ ageGroup }) => ageGroup)),
    proposal: proposals[strongest] ?? UNKNOWN,
    deduplicated: weakest(seen.map(({ deduplicated }) => deduplicated)),
  };
}

/** What the screenings that know it agree on; nobody knows when they contradict each other. */
function agreed(said: readonly string[]): string {
  const known = new Set(said.filter((one) => one !== UNKNOWN));
  return known.size === 1 ? ([...known][0] as string) : UNKNOWN;
}

function isIn(on: DayRange, period: CountingPeriod, periods: readonly CountingPeriod[]): boolean {
  const placement = place(on, periods);
  return typeof placement === 'object' && placement.period === period.id;
}

/** How screened people are told apart in tables, in the order of the code lists. */
export const screenedCategories = {
  sex: codesOf('sex').filter((code) => code !== UNKNOWN),
  ageGroup: ['child', 'adult'],
  proposal: codesOf('screening-proposal'),
} as const;

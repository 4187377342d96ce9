import { type Unprotected, unprotected } from '@ctdx/model';
import type { Cases } from './any-case.js';
import { earliest } from './day-range.js';
import { type Deduplication, weakest } from './deduplication.js';
import { UNKNOWN } from './dimensions.js';
import { categoriesOf } from './first-said.js';
import { type GatherLimits, gather, type People, type Person } from './people.js';
import { type CountingPeriod, inOrder, place } from './periods.js';
import { prevailing } from './status.js';

/** One person of one country, as every table needs them. */
export interface PersonRow {
  /** Country and person reference: tells rows apart, and is not for publication. */
  readonly id: string;
  /** Country that registered the person. */
  readonly country: string;
  /** Id of the period of the first registration; `unknown` when the dates are too coarse to tell. */
  readonly period: string;
  readonly gender: string;
  readonly ageGroup: string;
  /** Every form that a record names, in the order of the code list; `unknown` alone when none does. */
  readonly form: readonly string[];
  /** What the country said last of the person; `unknown` when it said nothing. */
  readonly status: string;
  readonly deduplicated: Deduplication;
  /** Agencies whose records speak of the person. */
  readonly agencies: readonly string[];
}

/** Everyone in the periods, and what any figure that is made of them must say. */
export interface PersonRows {
  readonly rows: readonly PersonRow[];
  /** True when a single record is invented. */
  readonly synthetic: boolean;
  /** The weakest claim of any row. */
  readonly deduplicated: Deduplication;
}

export interface RowOptions extends GatherLimits {
  /** Periods that do not overlap. People who were first registered outside all of them have no row. */
  readonly periods: readonly CountingPeriod[];
}

/**
 * One row a person, for disclosure control to count. The rows are exact and stay `Unprotected`.
 * @throws {RangeError} when periods overlap, or there are more people than the limit
 * @example const rows = await toRows(cases, { periods: calendarYears(2020, 2024) });
 */
export async function toRows(cases: Cases, options: RowOptions): Promise<Unprotected<PersonRows>> {
  const people = await gather(cases, options);
  const rows = rowsOf(people, inOrder(options.periods));
  return unprotected({
    rows,
    synthetic: people.synthetic,
    deduplicated: weakest(rows.map(({ deduplicated }) => deduplicated)),
  });
}

/** Everyone who was first registered in one of the periods, or may have been. */
export function rowsOf({ people }: People, periods: readonly CountingPeriod[]): readonly PersonRow[] {
  return people.flatMap((person) => {
    const period = periodOf(person, periods);
    return period === 'outside' ? [] : [rowOf(person, period)];
  });
}

function periodOf(person: Person, periods: readonly CountingPeriod[]): string {
  const first = earliest(person.sightings.flatMap(({ registered }) => registered ?? []));
  const placement = first ? place(first, periods) : UNKNOWN;
  return typeof placement === 'string' ? placement : placement.period;
}

function rowOf(person: Person, period: string): PersonRow {
  const { country, personRef, sightings } = person;
  const [gender = UNKNOWN] = categoriesOf(person, 'gender');
  const [ageGroup = UNKNOWN] = categoriesOf(person, 'ageGroup');
  return {
    id: `${country}/${personRef}`,
    country,
    period,
    gender,
    ageGroup,
    form: categoriesOf(person, 'form'),
    status: prevailing(sightings.flatMap(({ statement }) => statement ?? []))?.status ?? UNKNOWN,
    deduplicated: weakest(sightings.map(({ deduplicated }) => deduplicated)),
    agencies: [...new Set(sightings.map(({ agency }) => agency))].sort(),
  };
}

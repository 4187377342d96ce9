import type { AnyCase, Cases } from './any-case.js';
import { type DayRange, dayRange, dayRangeBetween } from './day-range.js';
import { type DimensionName, dimensions } from './dimensions.js';
import { type Statement, statementOf } from './status.js';

/** What one record says of a person: no more of the record is kept. */
export interface Sighting {
  readonly id: string;
  readonly revision: number;
  readonly agency: string;
  /** When the agency registered the case, as far as the record tells. */
  readonly registered: DayRange | undefined;
  readonly statement: Statement | undefined;
  readonly categories: Readonly<Record<DimensionName, readonly string[]>>;
  readonly deduplicated: string;
}

/** Everything that the records of one country say of one person. */
export interface Person {
  readonly country: string;
  readonly personRef: string;
  readonly sightings: readonly Sighting[];
}

/** Everyone whom the records speak of. */
export interface People {
  readonly people: readonly Person[];
  /** True when a single record says that it is invented. */
  readonly synthetic: boolean;
  /** Agencies that have a record here, by country. */
  readonly agencies: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface GatherLimits {
  /** One person takes about a kilobyte of memory. @defaultValue 1,000,000 */
  readonly maximumPeople?: number;
}

/**
 * Reads cases and keeps, for each person of each country, what the indicators need. Of the revisions of a record the
 * newest counts; the order of the records changes nothing.
 * @throws {RangeError} when there are more people than the limit
 */
export async function gather(
  cases: Cases,
  { maximumPeople = 1_000_000 }: GatherLimits = {},
): Promise<People> {
  const found = new Map<string, { country: string; personRef: string; sightings: Map<string, Sighting> }>();
  const agencies = new Map<string, Set<string>>();
  let synthetic = false;
  for await (const record of cases) {
    const { country, agency } = record.source;
    const { personRef } = record.subject;
    const key = `${country} ${personRef}`;
    const person = found.get(key) ?? { country, personRef, sightings: new Map() };
    found.set(key, person);
    if (found.size > maximumPeople)
      throw new RangeError(`More than ${maximumPeople} people: count a country at a time.`);
    const sighting = sightingOf(record);
    const earlier = person.sightings.get(sighting.id);
    if (!earlier || sighting.revision > earlier.revision) person.sightings.set(sighting.id, sighting);
    agencies.set(country, (agencies.get(country) ?? new Set()).add(agency));
    synthetic ||= record.provenance?.synthetic === true;
  }
  const people = [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sightings, ...person }]) => ({ ...person, sightings: [...sightings.values()].sort(byId) }));
  return { people, synthetic, agencies };
}

function sightingOf(record: AnyCase): Sighting {
  return {
    id: record.id,
    revision: record.revision,
    agency: record.source.agency,
    registered: registered(record),
    statement: statementOf(record),
    categories: {
      gender: dimensions.gender.read(record),
      ageGroup: dimensions.ageGroup.read(record),
      form: dimensions.form.read(record),
    },
    // Nobody said within what the reference tells people apart.
    deduplicated: record.deduplicated ?? 'unknown',
  };
}

/** The date of registration; in an extract that has none, the period that stands in for it. */
function registered({ registeredOn, reportingPeriod }: AnyCase): DayRange | undefined {
  if (registeredOn) return dayRange(registeredOn.value);
  return reportingPeriod && dayRangeBetween(reportingPeriod.start, reportingPeriod.end);
}

function byId(a: Sighting, b: Sighting): number {
  return a.id < b.id ? -1 : 1;
}

import type { People } from './people.js';
import type { CountingPeriod } from './periods.js';
import type { PersonRow } from './rows.js';

/** Whether an agency handed in its records, also when there were none: without this, no record is not zero. */
export interface Coverage {
  readonly country: string;
  readonly agency: string;
  readonly reported: boolean;
  /** Ids of the periods that this is about. @defaultValue every period */
  readonly periods?: readonly string[];
}

/** Which agencies stand behind the figures of one country and period. */
export interface Reporting {
  readonly agenciesReported: readonly string[];
  readonly agenciesNotReported: readonly string[];
}

/** Every country that has a record or was expected to report, in the order of its code. */
export function countriesOf({ agencies }: People, coverage: readonly Coverage[]): string[] {
  return [...new Set([...agencies.keys(), ...coverage.map(({ country }) => country)])].sort();
}

/** An agency whose records are there has reported, whatever was said of it. */
export function reportingOf(
  country: string,
  period: CountingPeriod,
  rows: readonly PersonRow[],
  coverage: readonly Coverage[],
): Reporting {
  return reportedBy(
    country,
    period,
    rows.flatMap(({ agencies }) => agencies),
    coverage,
  );
}

/** As {@link reportingOf}, for the agencies that have a record in the period. */
export function reportedBy(
  country: string,
  period: CountingPeriod,
  agencies: readonly string[],
  coverage: readonly Coverage[],
): Reporting {
  const said = coverage.filter(
    (one) => one.country === country && (one.periods === undefined || one.periods.includes(period.id)),
  );
  const reported = new Set([...agencies, ...said.filter((one) => one.reported).map(({ agency }) => agency)]);
  const silent = new Set(said.map(({ agency }) => agency).filter((agency) => !reported.has(agency)));
  return { agenciesReported: [...reported].sort(), agenciesNotReported: [...silent].sort() };
}

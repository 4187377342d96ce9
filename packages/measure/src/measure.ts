import { type Unprotected, unprotected } from '@ctdx/model';
import type { Cases } from './any-case.js';
import type { Part } from './breakdown.js';
import { countParts } from './breakdown.js';
import { type Coverage, countriesOf, type Reporting, reportingOf } from './coverage.js';
import { type Deduplication, weakest } from './deduplication.js';
import { type Definition, definitions, type IndicatorName, indicatorNames } from './definitions.js';
import type { DimensionName } from './dimensions.js';
import { type GatherLimits, gather } from './people.js';
import { type CountingPeriod, inOrder } from './periods.js';
import { type PersonRow, rowsOf } from './rows.js';
import { counts, type StatusBasis } from './status-bases.js';
import { type Uncounted, uncountedIn } from './uncounted.js';

/** One exact figure of one country and period, or the reason why there is none. */
export interface Figure extends Reporting {
  readonly indicator: IndicatorName;
  readonly version: string;
  readonly country: string;
  readonly period: CountingPeriod;
  readonly disaggregation: Part;
  /** People. Absent when nobody reported: that is not 0. */
  readonly value?: number;
  /** SDMX: `A` a figure; `L` the agencies did not report; `O` nobody said whether they did. */
  readonly status: 'A' | 'L' | 'O';
  readonly statusBasis: StatusBasis;
  readonly deduplicated: Deduplication;
}

/** Exact figures, and whom they leave out. */
export interface Measurement {
  readonly figures: readonly Figure[];
  readonly uncounted: readonly Uncounted[];
  /** True when a single record that was counted is invented. */
  readonly synthetic: boolean;
}

export interface MeasureOptions extends GatherLimits {
  /** Periods that do not overlap: {@link calendarYears}, or {@link yearsFrom} for April to March. */
  readonly periods: readonly CountingPeriod[];
  /** @defaultValue every indicator */
  readonly indicators?: readonly IndicatorName[];
  /** Breakdowns, each a list of dimensions; the whole is always there. @defaultValue each dimension by itself */
  readonly by?: readonly (readonly DimensionName[])[];
  /** Who reported, also nothing. Without it a country and period without a record is missing, not 0. */
  readonly coverage?: readonly Coverage[];
  /** Countries that count detected victims on another basis, because of their law. */
  readonly detectedOn?: Readonly<Record<string, StatusBasis>>;
}

/**
 * Counts people for each indicator, country, period and part of each breakdown. A person counts once a country, in
 * the period of the first registration, under the status that the country gave last.
 * @throws {RangeError} when periods overlap, a basis is not one of the indicator's, or there are too many people
 * @example const counted = await measure(cases, { periods: calendarYears(2020, 2024) });
 */
export async function measure(cases: Cases, options: MeasureOptions): Promise<Unprotected<Measurement>> {
  const { indicators = indicatorNames, coverage = [], by = eachByItself } = options;
  const periods = inOrder(options.periods);
  const people = await gather(cases, options);
  const rows = rowsOf(people, periods);
  const bases = (country: string) => indicators.map((name) => basisOf(name, country, options.detectedOn));
  const countries = countriesOf(people, coverage);
  const figures = countries.flatMap((country) => {
    const ofCountry = rows.filter((row) => row.country === country);
    const deduplicated = weakest(ofCountry.map((row) => row.deduplicated));
    return periods.flatMap((period) => {
      const ofPeriod = ofCountry.filter((row) => row.period === period.id);
      const reporting = reportingOf(country, period, ofPeriod, coverage);
      return indicators.flatMap((indicator) =>
        figuresOf(ofPeriod, by, {
          indicator,
          version: definitions[indicator].version,
          country,
          period,
          statusBasis: basisOf(indicator, country, options.detectedOn),
          deduplicated,
          ...reporting,
        }),
      );
    });
  });
  const uncounted = countries.flatMap((country) =>
    uncountedIn(
      country,
      rows.filter((row) => row.country === country),
      bases(country),
    ),
  );
  return unprotected({ figures, uncounted, synthetic: people.synthetic });
}

const eachByItself: readonly (readonly DimensionName[])[] = [['gender'], ['ageGroup'], ['form']];

type Head = Omit<Figure, 'disaggregation' | 'value' | 'status'>;

function figuresOf(
  rows: readonly PersonRow[],
  by: readonly (readonly DimensionName[])[],
  head: Head,
): Figure[] {
  const counted = rows.filter(({ status }) => counts(head.statusBasis, status));
  const known = head.agenciesReported.length > 0;
  return [[], ...by].flatMap((dimensions) =>
    countParts(counted, dimensions).map(({ part, people }) => ({
      ...head,
      disaggregation: part,
      ...(known
        ? { value: people, status: 'A' as const }
        : { status: head.agenciesNotReported.length > 0 ? ('L' as const) : ('O' as const) }),
    })),
  );
}

function basisOf(
  name: IndicatorName,
  country: string,
  detectedOn: MeasureOptions['detectedOn'] = {},
): StatusBasis {
  const { statusBasis, otherBases }: Definition = definitions[name];
  const asked =
    name === 'VIC_DETECTED_N' && Object.hasOwn(detectedOn, country) ? detectedOn[country] : statusBasis;
  if (asked === undefined || (asked !== statusBasis && !otherBases.includes(asked)))
    throw new RangeError(`${name} is not counted on that basis.`);
  return asked;
}

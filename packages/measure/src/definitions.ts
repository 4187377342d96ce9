import { type Figure, statistical } from '@ctdx/model/catalogues';
import type { DimensionName } from './dimensions.js';
import type { StatusBasis } from './status-bases.js';

/** What the catalogue of figures says of an indicator: unit, counting unit, how figures add up, where it was read. */
type Catalogued = Pick<Figure, 'unit' | 'countingUnit' | 'flow' | 'rollUp' | 'sources' | 'verification'>;

/** One indicator: what is counted, in which unit, for whom, and how figures of it add up. */
export interface Definition extends Catalogued {
  /** Version of the catalogue. */
  readonly version: string;
  /** A person counts in the period of the first registration, and in no later one. */
  readonly novelty: 'new';
  /** The statuses that are counted, where a country does not count others. */
  readonly statusBasis: StatusBasis;
  /** The bases a country may count on instead. */
  readonly otherBases: readonly StatusBasis[];
  /** Those breakdowns of the catalogue that cases can be told apart by. */
  readonly disaggregations: readonly DimensionName[];
}

/** Every indicator that this package counts, by its code in the list `statistical-indicator`. */
export const definitions = {
  VIC_DETECTED_N: {
    .../* @__PURE__ */ catalogued('VIC_DETECTED_N'),
    novelty: 'new',
    statusBasis: 'identified',
    // Where the law knows no formal identification, or counts before it, the figure says so.
    otherBases: ['identifiedOrPresumed'],
    disaggregations: ['gender', 'ageGroup', 'form'],
  },
  VIC_PRESUMED_N: {
    .../* @__PURE__ */ catalogued('VIC_PRESUMED_N'),
    novelty: 'new',
    statusBasis: 'presumed',
    otherBases: [],
    disaggregations: ['gender', 'ageGroup', 'form'],
  },
} as const satisfies Record<string, Definition>;

/** Code of an indicator that can be counted from cases. */
export type IndicatorName = keyof typeof definitions;

/** Every indicator that can be counted from cases. */
export const indicatorNames = Object.keys(definitions) as readonly IndicatorName[];

function catalogued(id: string): Catalogued & { readonly version: string } {
  const figure = statistical.entries.find((entry) => entry.id === id);
  if (figure === undefined) throw new Error(`The catalogue of figures lacks ${id}`);
  const { unit, countingUnit, flow, rollUp, sources, verification } = figure;
  return { version: statistical.version, unit, countingUnit, flow, rollUp, sources, verification };
}

import type { DimensionName } from './dimensions.js';
import type { StatusBasis } from './status-bases.js';

/** One indicator: what is counted, in which unit, for whom, and how figures of it add up. */
export interface Definition {
  readonly version: string;
  /** In a list `indicator-unit`. */
  readonly unit: 'count';
  readonly countingUnit: 'person';
  /** What happened in the period, not what there was at its end. */
  readonly flow: 'flow';
  /** A person counts in the period of the first registration, and in no later one. */
  readonly novelty: 'new';
  /** The statuses that are counted, where a country does not count others. */
  readonly statusBasis: StatusBasis;
  /** The bases a country may count on instead. */
  readonly otherBases: readonly StatusBasis[];
  readonly disaggregations: readonly DimensionName[];
  /** How figures of several countries or periods become one. */
  readonly rollUp: 'sum';
  /** The document whose wording the definition keeps to. */
  readonly source: string;
}

/** Every indicator that this package counts, by its code in the list `statistical-indicator`. */
export const definitions = {
  VIC_DETECTED_N: {
    version: '1.0',
    unit: 'count',
    countingUnit: 'person',
    flow: 'flow',
    novelty: 'new',
    statusBasis: 'identified',
    // Where the law knows no formal identification, or counts before it, the figure says so.
    otherBases: ['identifiedOrPresumed'],
    disaggregations: ['gender', 'ageGroup', 'form'],
    rollUp: 'sum',
    source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-2-2',
  },
  VIC_PRESUMED_N: {
    version: '1.0',
    unit: 'count',
    countingUnit: 'person',
    flow: 'flow',
    novelty: 'new',
    statusBasis: 'presumed',
    otherBases: [],
    disaggregations: ['gender', 'ageGroup', 'form'],
    rollUp: 'sum',
    source: 'https://dgs-p.eige.europa.eu/data/metadata/genvio_tra_adm_vict__crim_thb_vsage',
  },
} as const satisfies Record<string, Definition>;

/** Code of an indicator that can be counted from cases. */
export type IndicatorName = keyof typeof definitions;

/** Every indicator that can be counted from cases. */
export const indicatorNames = Object.keys(definitions) as readonly IndicatorName[];

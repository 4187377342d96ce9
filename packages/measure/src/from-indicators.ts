import { type DeepReadonly, type Indicator, type Unprotected, unprotected, type Valid } from '@ctdx/model';
import type { Part } from './breakdown.js';
import { indicatorNames } from './definitions.js';
import { type DimensionName, dimensions } from './dimensions.js';
import type { Figure } from './measure.js';
import { periodBetween } from './periods.js';

type Exact = DeepReadonly<Indicator<'pseudonymized'>>;

/** Exact figures from records, and how many records are of an indicator that is not counted here. */
export interface ReadFigures {
  readonly figures: readonly Figure[];
  readonly synthetic: boolean;
  readonly skipped: number;
}

/**
 * Reads national figures back from indicator records, to add them up. A regional record is skipped: its members would
 * count twice. So is a record without a basis, which nothing may be added to.
 */
export function fromIndicators(
  records: Iterable<Valid<Indicator<'pseudonymized'>>>,
): Unprotected<ReadFigures> {
  const all = [...records];
  const figures = all.flatMap(toFigure);
  return unprotected({
    figures,
    synthetic: all.some(({ provenance }) => provenance?.synthetic === true),
    skipped: all.length - figures.length,
  });
}

function toFigure(record: Exact): Figure[] {
  const { definition, country, period, value, status, statusBasis, deduplicated } = record;
  const disaggregation = partOf(record.disaggregation ?? []);
  const indicator = indicatorNames.find((name) => name === definition.id);
  if (!indicator || !disaggregation || country === undefined || statusBasis === undefined) return [];
  return [
    {
      indicator,
      version: definition.version,
      country,
      period: periodBetween(period.start, period.end),
      disaggregation,
      ...(value === undefined ? { status: status === 'L' ? 'L' : 'O' } : { value, status: 'A' }),
      statusBasis,
      deduplicated,
      agenciesReported: record.agenciesReported ?? [],
      agenciesNotReported: record.agenciesNotReported ?? [],
    },
  ];
}

/** The part, or nothing when a dimension is not one of ours: without it the figure would pass for a larger part. */
function partOf(
  entries: readonly { readonly dimension: string; readonly category: string }[],
): Part | undefined {
  const part = entries.flatMap(({ dimension, category }) =>
    isDimension(dimension) ? [{ dimension, category }] : [],
  );
  return part.length === entries.length ? part : undefined;
}

function isDimension(name: string): name is DimensionName {
  return Object.hasOwn(dimensions, name);
}

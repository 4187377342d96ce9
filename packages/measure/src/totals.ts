import { exact, type Unprotected, unprotected } from '@ctdx/model';
import type { Reporting } from './coverage.js';
import { overlaps } from './day-range.js';
import { weakest } from './deduplication.js';
import type { Figure, Measurement } from './measure.js';

/** What a figure of several countries says. */
export interface Total extends Omit<Figure, 'country' | keyof Reporting> {
  /** Countries whose figure is in it. */
  readonly countries: readonly string[];
  /** Countries that have no figure: the total is without them. */
  readonly missing: readonly string[];
  /** Countries with a figure that an agency is missing from. */
  readonly incomplete: readonly string[];
}

/** Why figures were not added up. */
export type TotalRefusal = 'mixed-status-bases' | 'mixed-versions' | 'mixed-periods';

/** Totals, and what was refused. */
export interface Totals {
  readonly figures: readonly Total[];
  readonly refused: readonly {
    readonly indicator: Figure['indicator'];
    readonly period: string;
    readonly because: TotalRefusal;
  }[];
  readonly synthetic: boolean;
}

/**
 * Adds up the figures of several countries, part by part. Refuses, with the reason, what does not count the same:
 * other statuses, another version of the definition, or a year that begins in another month. A person whom two
 * countries registered counts in both: the total is never said to be deduplicated further than its weakest member.
 */
export function addUp(box: Unprotected<Pick<Measurement, 'figures' | 'synthetic'>>): Unprotected<Totals> {
  const { figures, synthetic } = exact(box);
  const groups = [...group(figures, ({ indicator, period }) => `${indicator} ${period.id}`).values()];
  const refused = groups.flatMap((members) => {
    const because = refusal(members, figures);
    const [first] = members;
    return because && first ? [{ indicator: first.indicator, period: first.period.id, because }] : [];
  });
  const totals = groups
    .filter((members) => refusal(members, figures) === undefined)
    .flatMap((members) => [...group(members, partKey).values()].flatMap(total));
  return unprotected({ figures: totals, refused, synthetic });
}

function refusal(members: readonly Figure[], all: readonly Figure[]): TotalRefusal | undefined {
  const [first] = members;
  if (!first) return undefined;
  if (members.some(({ statusBasis }) => statusBasis !== first.statusBasis)) return 'mixed-status-bases';
  if (members.some(({ version }) => version !== first.version)) return 'mixed-versions';
  const others = all.filter(
    ({ indicator, period }) => indicator === first.indicator && period.id !== first.period.id,
  );
  return others.some(({ period }) => overlaps(period, first.period)) ? 'mixed-periods' : undefined;
}

function total(members: readonly Figure[]): Total[] {
  const [first] = members;
  if (!first) return [];
  const { indicator, version, period, disaggregation, statusBasis } = first;
  const known = members.filter(({ value }) => value !== undefined);
  return [
    {
      ...{ indicator, version, period, disaggregation, statusBasis },
      ...(known.length > 0
        ? { value: known.reduce((sum, { value = 0 }) => sum + value, 0), status: 'A' as const }
        : { status: 'O' as const }),
      countries: countriesIn(known),
      missing: countriesIn(members.filter(({ value }) => value === undefined)),
      incomplete: countriesIn(known.filter(({ agenciesNotReported }) => agenciesNotReported.length > 0)),
      deduplicated: weakest(known.map(({ deduplicated }) => deduplicated)),
    },
  ];
}

function partKey({ disaggregation }: Figure): string {
  return disaggregation.map(({ dimension, category }) => `${dimension}=${category}`).join(' ');
}

function countriesIn(figures: readonly Figure[]): readonly string[] {
  return figures.map(({ country }) => country).sort();
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

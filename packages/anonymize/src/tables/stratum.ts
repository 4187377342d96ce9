import type { RefusalReason } from '@ctdx/model';
import type { Auditor } from '../suppression/auditor.js';
import { type CodeTable, hideCodes } from '../suppression/codes.js';
import { attemptFor, type TwoWay, twoWay } from '../suppression/cross.js';
import { type OneWay, oneWay } from '../suppression/margins.js';
import type { Person } from './persons.js';
import type { Component, Dimension } from './plan.js';

/** A table over one or two dimensions as decided for one set of persons, or why there is none. */
export type Decided =
  | { readonly kind: 'codes'; readonly dimension: Dimension; readonly table: CodeTable }
  | { readonly kind: 'oneWay'; readonly dimension: Dimension; readonly table: OneWay }
  | {
      readonly kind: 'twoWay';
      readonly component: Component;
      readonly table: TwoWay;
      readonly pooled: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** Everything decided about one component: a table per dimension, and the one across. */
export interface ComponentResult {
  readonly margins: readonly Decided[];
  readonly cross?: Decided;
}

/** Counts the persons per category. */
export function countBy(persons: readonly Person[], dimension: Dimension): number[] {
  const counts = new Array<number>(dimension.categories.length).fill(0);
  for (const person of persons) {
    for (const place of person.at[dimension.name] ?? []) counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

/** Counts the persons per pair of categories. */
export function countAcross(persons: readonly Person[], rows: Dimension, columns: Dimension): number[][] {
  const counts = rows.categories.map(() => new Array<number>(columns.categories.length).fill(0));
  for (const person of persons) {
    const row = counts[person.at[rows.name]?.[0] as number] as number[];
    const column = person.at[columns.name]?.[0] as number;
    row[column] = (row[column] as number) + 1;
  }
  return counts;
}

/** Decides the tables of one component for persons whose number is published. */
export function decideComponent(
  component: Component,
  persons: readonly Person[],
  auditor: Auditor,
): ComponentResult {
  const margins = component.dimensions.map((dimension): Decided => {
    const counts = countBy(persons, dimension);
    if (dimension.set) return decideCodes(dimension, counts, persons.length, auditor);
    const outcome = oneWay(dimension, counts, auditor);
    return 'reason' in outcome
      ? { kind: 'refused', reason: outcome.reason }
      : { kind: 'oneWay', dimension, table: outcome.table };
  });
  const [rows, columns] = component.dimensions;
  if (rows === undefined || columns === undefined) return { margins };
  const [first, second] = margins;
  if (first?.kind !== 'oneWay' || second?.kind !== 'oneWay') {
    return { margins, cross: { kind: 'refused', reason: 'marginsNotReleased' } };
  }
  const attempt = attemptFor(component, [first.table, second.table], persons.length, auditor);
  if (typeof attempt === 'string') return { margins, cross: { kind: 'refused', reason: attempt } };
  const table = twoWay(attempt, countAcross(persons, rows, columns), auditor);
  return {
    margins,
    cross:
      table === undefined
        ? { kind: 'refused', reason: 'noSafePattern' }
        : { kind: 'twoWay', component, table, pooled: attempt.pooled },
  };
}

function decideCodes(
  dimension: Dimension,
  yes: readonly number[],
  persons: number,
  auditor: Auditor,
): Decided {
  const table = hideCodes({ persons, yes, unknown: dimension.unknown }, auditor.rule);
  return table === undefined
    ? { kind: 'refused', reason: 'noSafePattern' }
    : { kind: 'codes', dimension, table };
}

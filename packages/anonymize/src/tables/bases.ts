import type { ReleaseBasis, ReleasePlan } from '@ctdx/model';
import { levelFor } from '../suppression/margins.js';
import type { Component } from './plan.js';

/**
 * Identified victims are part of those identified or presumed, so the difference of two published tables is a third
 * table. Tables are therefore decided for the two halves, which share nobody, and their sum is only added up from what
 * both publish: no difference is left to take.
 */
export const halves = ['identified', 'presumed'] as const;

/** How many persons each basis has. */
export type BasisTotals = Readonly<Partial<Record<ReleaseBasis, number>>>;

/** The bases for which tables are decided, one by one; the sum is made of them when it is asked for too. */
export interface Strata {
  readonly decided: readonly ReleaseBasis[];
  readonly sum: boolean;
}

/** What a plan asks for, before anybody was counted. */
export function strataOf(plan: ReleasePlan): Strata {
  const bases = plan.bases;
  if (bases === undefined) return { decided: ['all'], sum: false };
  if (bases.length === 1) return { decided: bases, sum: false };
  return { decided: halves, sum: bases.includes('identifiedOrPresumed') };
}

/** Both halves are large enough for their totals to be published. Otherwise only the sum is. */
export function totalsSplit(totals: BasisTotals, minimum: number): boolean {
  return halves.every((half) => (totals[half] ?? 0) >= minimum);
}

/**
 * Both halves are large enough for every table of a component to be tried in each. It hangs on published totals alone.
 */
export function componentSplit(component: Component, totals: BasisTotals, minimum: number): boolean {
  return (
    totalsSplit(totals, minimum) &&
    halves.every((half) =>
      component.dimensions.every((dimension) => {
        const persons = totals[half] ?? 0;
        return dimension.set ? persons >= 2 * minimum : levelFor(dimension, persons, minimum) !== undefined;
      }),
    )
  );
}

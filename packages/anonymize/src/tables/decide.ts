import type { RefusalReason, RefusedTable, ReleaseBasis, ReleasedTable, ReleasePlan } from '@ctdx/model';
import type { Auditor } from '../suppression/auditor.js';
import { addUp } from './add-up.js';
import { type BasisTotals, componentSplit, halves, strataOf, totalsSplit } from './bases.js';
import type { Person } from './persons.js';
import type { PreparedPlan } from './plan.js';
import { type ComponentResult, decideComponent } from './stratum.js';
import { type BasisResult, writeTables } from './write-tables.js';

/** Decides every table of a plan, for every basis that it asks for. */
export function decideTables(
  plan: ReleasePlan,
  prepared: PreparedPlan,
  persons: readonly Person[],
  auditor: Auditor,
): (ReleasedTable | RefusedTable)[] {
  const strata = strataOf(plan);
  const of = (basis: ReleaseBasis) =>
    basis === 'all' || basis === 'identifiedOrPresumed'
      ? persons
      : persons.filter((one) => one.status === basis);
  const results = strata.sum
    ? decideNested(prepared, of, auditor)
    : strata.decided.map((basis) => decideBasis(basis, prepared, of(basis), auditor));
  return results.flatMap((result) => writeTables(plan.tables, prepared, result));
}

type PersonsOf = (basis: ReleaseBasis) => readonly Person[];

function decideBasis(
  basis: ReleaseBasis,
  plan: PreparedPlan,
  persons: readonly Person[],
  auditor: Auditor,
): BasisResult {
  if (persons.length < auditor.rule.minimum) return refusedBasis(basis, 'tooFewPersons');
  const components = plan.components.map((component) => decideComponent(component, persons, auditor));
  return { basis, persons: persons.length, components, reason: 'tooFewPersons' };
}

const refusedBasis = (basis: ReleaseBasis, reason: RefusalReason): BasisResult => ({
  basis,
  persons: undefined,
  components: [],
  reason,
});

/** The two halves and their sum. Where the halves are too small, the sum is decided alone and the halves are refused. */
function decideNested(plan: PreparedPlan, of: PersonsOf, auditor: Auditor): BasisResult[] {
  const { minimum } = auditor.rule;
  const everybody = of('identifiedOrPresumed');
  const totals: BasisTotals = Object.fromEntries(halves.map((half) => [half, of(half).length]));
  if (!totalsSplit(totals, minimum)) {
    return [
      ...halves.map((half) => refusedBasis(half, 'basisNotSplit')),
      decideBasis('identifiedOrPresumed', plan, everybody, auditor),
    ];
  }
  const columns = plan.components.map((component): (ComponentResult | RefusalReason)[] => {
    if (!componentSplit(component, totals, minimum)) {
      return ['basisNotSplit', 'basisNotSplit', decideComponent(component, everybody, auditor)];
    }
    const [first, second] = halves.map((half) => decideComponent(component, of(half), auditor)) as [
      ComponentResult,
      ComponentResult,
    ];
    return [first, second, addUp(first, second)];
  });
  return ([...halves, 'identifiedOrPresumed'] as const).map((basis, index) => ({
    basis,
    persons: of(basis).length,
    components: columns.map((column) => column[index] as ComponentResult | RefusalReason),
    reason: 'tooFewPersons' as const,
  }));
}

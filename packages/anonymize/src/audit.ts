import type { ReleaseBasis, ReleaseContent, ReleasedTable } from '@ctdx/model';
import { isAddedUp } from './audit/added-up.js';
import { type Context, checkTable } from './audit/check-table.js';
import { auditor } from './suppression/auditor.js';
import { ruleOf } from './suppression/rule.js';
import { type BasisTotals, componentSplit, strataOf } from './tables/bases.js';
import { componentOf, preparePlan } from './tables/plan.js';

/** What an audit of a published set of tables found. It names tables, never a count. */
export interface AuditReport {
  readonly safe: boolean;
  /** Worlds that were filled, run through the algorithm and compared. */
  readonly worlds: number;
  /** Hidden cells of the tables that were decided on their own. */
  readonly hidden: number;
  /** The tables that fail, by their id in the plan. */
  readonly failed: readonly { readonly table: string; readonly basis: ReleaseBasis }[];
}

/**
 * Audits a set of tables from what was published and nothing else, the way an attacker reads it: the rule, the
 * algorithm, the plan and every cell. Takes a release or its parsed JSON.
 * @example audit(JSON.parse(text)).safe
 */
export function audit(published: ReleaseContent): AuditReport {
  const judge = auditor(ruleOf(published.protection));
  const plan = preparePlan(published.plan);
  const released = published.tables.filter((table): table is ReleasedTable => table.status === 'released');
  const totals: BasisTotals = Object.fromEntries(
    released.flatMap((table) => {
      const [cell] = table.cells;
      const isTotal = table.dimensions.length === 0 && table.cells.length === 1;
      return isTotal && cell !== undefined && 'value' in cell ? [[table.basis, cell.value]] : [];
    }),
  );
  const nested = strataOf(published.plan).sum;
  const failed: { table: string; basis: ReleaseBasis }[] = [];
  let worlds = 0;
  let hidden = 0;
  for (const table of released) {
    const planned = published.plan.tables.find((one) => one.id === table.table);
    const component = planned === undefined ? undefined : componentOf(plan, planned.dimensions);
    const split =
      nested &&
      (component === undefined
        ? totals.identified !== undefined
        : componentSplit(component, totals, judge.rule.minimum));
    if (split && table.basis === 'identifiedOrPresumed') {
      if (!isAddedUp(table, released)) failed.push({ table: table.table, basis: table.basis });
      continue;
    }
    const same = released.filter((one) => one.basis === table.basis);
    const context: Context = { judge, component, persons: totals[table.basis] ?? 0, beside: same };
    const verdict = planned === undefined ? undefined : checkTable(table, planned, context);
    if (verdict?.safe !== true) failed.push({ table: table.table, basis: table.basis });
    worlds += verdict?.worlds ?? 0;
    hidden += table.cells.filter((cell) => 'status' in cell).length;
  }
  return { safe: failed.length === 0, worlds, hidden, failed };
}

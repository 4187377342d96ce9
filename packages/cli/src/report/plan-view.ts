import type { ActionPlan } from '@ctdx/model';
import { codeName } from './labels.js';
import { planWords as words } from './wording-plans-en.js';

/** A plan as a report takes it. */
export type ReportedPlan = ActionPlan;

type Use = NonNullable<ReportedPlan['indicatorUses']>[number];
type Objective = NonNullable<ReportedPlan['objectives']>[number];

/** One indicator: what was aimed at and what came of it, in words. */
export interface ResultLine {
  readonly label: string;
  readonly baseline: string;
  readonly target: string;
  readonly actual: string;
  /** True or false where target and actual value can be held against each other. */
  readonly met: boolean | undefined;
}

/** Planned and spent money of one year in one currency. */
export interface BudgetLine {
  readonly year: string;
  readonly currency: string;
  readonly planned: number;
  readonly spent: number | undefined;
}

/** Events that make a draft an approved plan. */
const approvals = ['cabinetApproved', 'ministerApproved', 'parliamentTabled', 'gazetted'];

/** The first approval: its date, `undated`, or nothing when the plan was never approved. */
export function approvalOf({ formalization = [] }: ReportedPlan): string | 'undated' | undefined {
  const found = formalization.filter(({ type }) => approvals.includes(type));
  const dates = found.flatMap(({ date }) => date?.value ?? []).sort();
  return dates[0] ?? (found.length > 0 ? 'undated' : undefined);
}

/** The event that was last, by its date; without dates, the last that is listed. */
export function lastEventOf({
  formalization = [],
}: ReportedPlan): NonNullable<ReportedPlan['formalization']>[number] | undefined {
  const dated = formalization.filter(({ date }) => date !== undefined);
  return (
    dated.sort((one, other) => ((one.date?.value ?? '') < (other.date?.value ?? '') ? -1 : 1)).at(-1) ??
    formalization.at(-1)
  );
}

/** Money by year and currency. Lines of activities count only where the plan has none of its own: they would count twice. */
export function budgetOf({ budget = [], activities = [] }: ReportedPlan): readonly BudgetLine[] {
  const lines = budget.length > 0 ? budget : activities.flatMap((one) => one.budget ?? []);
  const sums = new Map<string, BudgetLine>();
  for (const { fiscalYear, period, amount, executed } of lines) {
    const year = fiscalYear ?? (period === undefined ? words.notStated : `${period.start} – ${period.end}`);
    const key = `${year} ${amount.currency}`;
    const before = sums.get(key) ?? { year, currency: amount.currency, planned: 0, spent: undefined };
    const spent = executed === undefined ? before.spent : (before.spent ?? 0) + executed.amount;
    sums.set(key, { ...before, planned: before.planned + amount.amount, spent });
  }
  return [...sums.values()].sort((a, b) => (`${a.year} ${a.currency}` < `${b.year} ${b.currency}` ? -1 : 1));
}

/** What became of an outcome. Without baseline or words, target and actual value nobody can tell, whatever is claimed. */
export function outcomeStatusOf(objective: Objective, plan: ReportedPlan): string {
  const { outcomeStatus } = objective;
  if (isMeasurable(objective, plan)) return outcomeStatus ?? 'notAssessed';
  return outcomeStatus === undefined || ['reached', 'partlyReached', 'notReached'].includes(outcomeStatus)
    ? 'notMeasurable'
    : outcomeStatus;
}

/** True when an indicator of the outcome has a target and an actual value. */
export function isMeasurable({ indicatorUses = [] }: Objective, plan: ReportedPlan): boolean {
  return (plan.indicatorUses ?? []).some(
    (use) => indicatorUses.includes(use.id) && use.targets !== undefined && use.actuals !== undefined,
  );
}

/** Target against actual value, one line an indicator and target. */
export function resultsOf({ indicatorUses = [] }: ReportedPlan): readonly ResultLine[] {
  return indicatorUses.flatMap((use) => {
    const label = use.label ?? codeName('statistical-indicator', use.definition?.id ?? '');
    const baseline = use.baseline === undefined ? words.none : figure(use, use.baseline);
    const latest = use.actuals?.at(-1);
    if (use.targets === undefined) {
      const actual = latest === undefined ? words.none : figure(use, latest);
      return [{ label, baseline, target: words.none, actual, met: undefined }];
    }
    return use.targets.map((target): ResultLine => {
      const held = heldAgainst(use, target);
      const wanted = wantedValue(use, target);
      return {
        label,
        baseline,
        target: inPeriod(targetText(use, target, wanted), target.period),
        actual: held === undefined ? words.none : inPeriod(figure(use, held), held.period),
        met: wanted === undefined || held === undefined ? undefined : isMet(use, wanted, held),
      };
    });
  });
}

/** The last figure that names this target; else the last that names none. A figure for another target says nothing here. */
function heldAgainst({ actuals = [] }: Use, { id }: Target): Figure | undefined {
  return (
    actuals.findLast(({ target }) => target !== undefined && target === id) ??
    actuals.findLast(({ target }) => target === undefined)
  );
}

type Target = NonNullable<Use['targets']>[number];
type Figure = NonNullable<Use['baseline']> | NonNullable<Use['actuals']>[number];

/** Units whose values can't count people. */
const impersonal = ['percent', 'per100000', 'days', 'money', 'ordinal', 'yesNo'];

/** A figure that may count people is said only when disclosure control let it out, or the plan says that it counts none. */
function maySay({ countsPersons, unit, definition }: Use, { protection }: Figure): boolean {
  if (countsPersons === false) return true;
  if (protection !== undefined && protection !== 'none') return true;
  return countsPersons === undefined && definition === undefined && impersonal.includes(unit ?? '');
}

function figure(use: Use, one: Figure): string {
  if (one.statement !== undefined) return one.statement;
  if (one.value === undefined) return one.status === 'Q' ? words.withheld : words.missing;
  return maySay(use, one) ? withUnit(one.value, use) : words.withheld;
}

function targetText(use: Use, target: Target, wanted: number | undefined): string {
  if (target.statement !== undefined && target.value === undefined) return target.statement;
  if (target.value === undefined) return words.missing;
  if (target.expression !== 'relativeChange') return withUnit(target.value, use);
  // A target against a baseline that may not be said would say it.
  const value = wanted === undefined || !maySay(use, use.baseline ?? {}) ? undefined : withUnit(wanted, use);
  return words.relative(target.value, value);
}

/** The value that a target stands for; a change is in per cent of the baseline, and has none without it. */
function wantedValue({ baseline }: Use, { expression, value }: Target): number | undefined {
  if (value === undefined || expression === 'qualitative') return undefined;
  if (expression === 'absolute') return value;
  return baseline?.value === undefined ? undefined : baseline.value * (1 + value / 100);
}

function isMet(use: Use, wanted: number, held: Figure): boolean | undefined {
  const { polarity } = use;
  if (held.value === undefined || !maySay(use, held) || polarity === undefined || polarity === 'none')
    return undefined;
  return polarity === 'ascending' ? held.value >= wanted : held.value <= wanted;
}

function withUnit(value: number, { unit }: Use): string {
  return `${grouped(value)}${words.units[unit ?? ''] ?? ''}`;
}

/** `12 500`: a thin space, since a comma is a decimal sign to some readers. */
export function grouped(value: number): string {
  const [whole = '', rest] = String(Math.round(value * 100) / 100).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')}${rest === undefined ? '' : `.${rest}`}`;
}

function inPeriod(
  text: string,
  period: { readonly start: string; readonly end: string } | undefined,
): string {
  if (period === undefined) return text;
  const [from, to] = [period.start.slice(0, 4), period.end.slice(0, 4)];
  return `${text}, ${from === to ? from : `${from}–${to}`}`;
}

/** True when work under the plan began on a day that is certainly before its first approval. */
function beganEarly({ formalization = [] }: ReportedPlan, approval: string | undefined): boolean {
  const begun = formalization.find(({ type }) => type === 'implementationStarted')?.date?.value;
  if (begun === undefined || approval === undefined) return false;
  const shorter = Math.min(begun.length, approval.length);
  return begun.slice(0, shorter) < approval.slice(0, shorter);
}

/** What a reader should know that a plan lacks. */
export function gapsOf(plan: ReportedPlan): readonly string[] {
  const { gaps } = words;
  const objectives = plan.objectives ?? [];
  const open = objectives.filter((one) => outcomeStatusOf(one, plan) === 'notMeasurable').length;
  const approval = approvalOf(plan);
  return [
    ...(approval === undefined ? [gaps.approval] : []),
    ...(beganEarly(plan, approval) ? [gaps.early] : []),
    ...(budgetOf(plan).length === 0 ? [gaps.budget] : []),
    ...(plan.indicatorUses === undefined ? [gaps.indicators] : []),
    ...(open > 0 ? [gaps.some(open, objectives.length)] : []),
    ...(plan.period?.end === undefined ? [gaps.period] : []),
  ];
}

import { type Html, html } from './html.js';
import { codeLabel, codeName } from './labels.js';
import {
  approvalOf,
  budgetOf,
  gapsOf,
  grouped,
  isMeasurable,
  lastEventOf,
  outcomeStatusOf,
  type ReportedPlan,
  resultsOf,
} from './plan-view.js';
import { planWords as words } from './wording-plans-en.js';

/**
 * The plans of action: side by side, then each in its own words. Only public plans are shown, and of figures that may
 * count people only what was released.
 * @throws {TypeError} for a plan that is not marked as public
 */
export function plansSection(plans: readonly ReportedPlan[]): Html | undefined {
  if (plans.some(({ handling }) => handling.marking !== 'public'))
    throw new TypeError('A report shows public plans, and no others.');
  if (plans.length === 0) return undefined;
  return html`<section id="plans"><h2>${words.head}</h2><p>${words.about}</p>
${plans.length > 1 && comparison(plans)}
${plans.map(planCard)}</section>`;
}

function comparison(plans: readonly ReportedPlan[]): Html {
  const row = (name: string, say: (plan: ReportedPlan) => string): Html =>
    html`<tr><th scope="row">${name}</th>${plans.map((plan) => html`<td>${say(plan)}</td>`)}</tr>`;
  const pillars = [...new Set(plans.flatMap((plan) => (plan.pillars ?? []).map(({ pillar }) => pillar)))];
  const count = (list: readonly unknown[] | undefined): string =>
    list === undefined ? words.none : String(list.length);
  const ofObjectives = (
    plan: ReportedPlan,
    counts: (one: NonNullable<ReportedPlan['objectives']>[number]) => boolean,
  ) => {
    const { objectives } = plan;
    return objectives === undefined
      ? words.none
      : words.of(objectives.filter(counts).length, objectives.length);
  };
  const rows = [
    row(words.type, ({ planType }) => codeName('plan-type', planType)),
    row(words.approved, (plan) => {
      const approval = approvalOf(plan);
      return approval === undefined
        ? words.neverApproved
        : approval === 'undated'
          ? words.approvedUndated
          : approval;
    }),
    row(words.period, (plan) => years(plan)),
    row(words.extended, ({ period }) => (period?.originalEnd === undefined ? words.none : words.yes)),
    ...pillars.map((code) =>
      row(words.pillar(codeName('plan-pillar', code)), (plan) =>
        plan.pillars?.some(({ pillar }) => pillar === code) ? words.yes : words.none,
      ),
    ),
    row(words.objectives, ({ objectives }) => count(objectives)),
    row(words.done, ({ activities }) =>
      activities === undefined
        ? words.none
        : words.of(activities.filter(({ progress }) => progress === 'completed').length, activities.length),
    ),
    row(words.indicators, ({ indicatorUses }) => count(indicatorUses)),
    row(words.measurable, (plan) => ofObjectives(plan, (one) => isMeasurable(one, plan))),
    row(words.reached, (plan) => ofObjectives(plan, (one) => outcomeStatusOf(one, plan) === 'reached')),
    row(words.budget, (plan) => {
      const found = new Set(budgetOf(plan).map(({ year }) => year));
      return found.size === 0 ? words.none : String(found.size);
    }),
  ];
  const heads = plans.map((plan) => html`<th scope="col">${nameOf(plan)}</th>`);
  return html`<div class="card spine"><h3>${words.compare}</h3>
${table('plans-spine', words.compareCaption, html`<th scope="col">${words.feature}</th>${heads}`, rows)}</div>`;
}

function planCard(plan: ReportedPlan): Html {
  const name = nameOf(plan);
  const id = `plan-${(plan.country ?? plan.id).toLowerCase()}`;
  const last = lastEventOf(plan);
  const { objectives = [], activities = [], pillars = [] } = plan;
  const gaps = gapsOf(plan);
  const completed = activities.filter(({ progress }) => progress === 'completed').length;
  const reached = objectives.filter((one) => outcomeStatusOf(one, plan) === 'reached').length;
  const facts: readonly (readonly [string, string])[] = [
    [words.type, codeName('plan-type', plan.planType)],
    [
      words.stageHead,
      last === undefined
        ? words.noEvents
        : words.stage(codeName('formalization-event', last.type), last.date?.value),
    ],
    [words.period, periodText(plan)],
    [
      words.pillarsHead,
      pillars
        .map(({ pillar, label }) =>
          words.ofCommon(label ?? codeName('plan-pillar', pillar), codeName('plan-pillar', pillar)),
        )
        .join('; ') || words.none,
    ],
    [words.done, activities.length === 0 ? words.none : words.of(completed, activities.length)],
    [words.reached, objectives.length === 0 ? words.none : words.of(reached, objectives.length)],
    [words.gapsHead, gaps.length === 0 ? words.noGaps : gaps.join(' ')],
  ];
  return html`<article class="card plan" aria-labelledby="${id}"><h3 id="${id}">${name}: ${plan.title}</h3>
<dl class="facts">${facts.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
<div class="parts">${[events(plan, id, name), activityTable(plan, id, name), budgetTable(plan, id, name), outcomes(plan, id, name), results(plan, id, name)]}</div></article>`;
}

function events({ formalization = [] }: ReportedPlan, id: string, name: string): Html | undefined {
  const rows = formalization.map(
    ({ type, date, body }) =>
      html`<tr><th scope="row">${codeName('formalization-event', type)}</th><td>${date?.value ?? words.notStated}</td><td>${body ?? words.none}</td></tr>`,
  );
  const head = html`<th scope="col">${words.event}</th><th scope="col">${words.date}</th><th scope="col">${words.body}</th>`;
  return rows.length === 0 ? undefined : table(`${id}-events`, words.formalizationCaption(name), head, rows);
}

function activityTable({ activities = [] }: ReportedPlan, id: string, name: string): Html | undefined {
  const counts = new Map<string, { status: string; progress: string; count: number }>();
  for (const { status, progress } of activities) {
    const said = {
      status: status === undefined ? words.notStated : codeName('activity-status', status),
      progress: progress === undefined ? words.notStated : codeName('activity-progress', progress),
    };
    const key = `${said.status} ${said.progress}`;
    counts.set(key, { ...said, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const rows = [...counts.values()].map(
    ({ status, progress, count }) =>
      html`<tr><th scope="row">${status}</th><td>${progress}</td><td class="n">${count}</td></tr>`,
  );
  const head = html`<th scope="col">${words.status}</th><th scope="col">${words.progress}</th><th scope="col" class="n">${words.number}</th>`;
  return rows.length === 0 ? undefined : table(`${id}-activities`, words.activitiesCaption(name), head, rows);
}

function budgetTable(plan: ReportedPlan, id: string, name: string): Html | undefined {
  const rows = budgetOf(plan).map(
    ({ year, currency, planned, spent }) =>
      html`<tr><th scope="row">${year}</th><td class="n">${currency} ${grouped(planned)}</td><td class="n">${spent === undefined ? words.notStated : `${currency} ${grouped(spent)}`}</td></tr>`,
  );
  const head = html`<th scope="col">${words.year}</th><th scope="col" class="n">${words.planned}</th><th scope="col" class="n">${words.spent}</th>`;
  return rows.length === 0 ? undefined : table(`${id}-budget`, words.budgetCaption(name), head, rows);
}

function outcomes(plan: ReportedPlan, id: string, name: string): Html | undefined {
  const rows = (plan.objectives ?? []).map((objective) => {
    const status = outcomeStatusOf(objective, plan);
    const said =
      status === 'notMeasurable' ? words.notMeasurable : codeName('outcome-status', status).toLowerCase();
    return html`<tr><th scope="row">${objective.outcomeStatement}</th><td>${said}</td></tr>`;
  });
  const head = html`<th scope="col">${words.outcome}</th><th scope="col">${words.outcomeStatus}</th>`;
  return rows.length === 0 ? undefined : table(`${id}-outcomes`, words.outcomesCaption(name), head, rows);
}

function results(plan: ReportedPlan, id: string, name: string): Html | undefined {
  const rows = resultsOf(plan).map(({ label, baseline, target, actual, met }) => {
    const verdict = met === undefined ? undefined : html` <b>${met ? words.met : words.notMet}</b>`;
    return html`<tr><th scope="row">${label}</th><td>${baseline}</td><td>${target}</td><td>${actual}${verdict}</td></tr>`;
  });
  const heads = [words.indicator, words.baseline, words.target, words.actual];
  const head = html`${heads.map((text) => html`<th scope="col">${text}</th>`)}`;
  return rows.length === 0 ? undefined : table(`${id}-results`, words.resultsCaption(name), head, rows);
}

function table(id: string, caption: string, head: Html, rows: readonly Html[]): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}"><table><caption id="${id}">${caption}</caption>
<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function nameOf({ country, title }: ReportedPlan): string {
  return country === undefined ? title : codeLabel('country', country);
}

function years({ period }: ReportedPlan): string {
  if (period === undefined) return words.none;
  const [start, end] = [period.start.value.slice(0, 4), period.end?.value.slice(0, 4)];
  return end === undefined || end === start ? start : `${start}–${end}`;
}

function periodText({ period }: ReportedPlan): string {
  if (period === undefined) return words.none;
  const original = period.originalEnd === undefined ? '' : words.until(period.originalEnd.value);
  return `${words.from(period.start.value, period.end?.value)}${original}`;
}

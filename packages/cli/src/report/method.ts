import type { ActionPlan, Release, Valid } from '@ctdx/model';
import { type Html, html } from './html.js';
import { codeLabel } from './labels.js';
import { words } from './wording-en.js';

/** What a release can't know: how it is called, when the report was made, and who handed in records. */
export interface ReportOptions {
  readonly title: string;
  readonly subtitle?: string;
  /** Day of the report, as it is to be read. */
  readonly date: string;
  /** Agencies by country, so that a gap isn't taken for an absence of victims. */
  readonly coverage?: readonly Covered[];
  /** Persons screened, released by themselves. */
  readonly screened?: Release;
  /** Public plans of action. They hold no count of people that was not released. */
  readonly plans?: readonly (ActionPlan | Valid<ActionPlan>)[];
}

/** Which agencies of a country reported. Holds no count. */
export interface Covered {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly reported: readonly string[];
  readonly silent?: readonly string[];
}

/** What the numbers are of, and who stands behind them. */
export function coverageSection({ coverage = [] }: ReportOptions): Html {
  const rows = coverage.map(
    ({ country, reported, silent = [] }) =>
      html`<tr><th scope="row">${codeLabel('country', country)}</th><td>${reported.join(', ')}</td><td>${silent.length === 0 ? words.none : silent.join(', ')}</td></tr>`,
  );
  return html`<section id="coverage"><h2>${words.coverageHead}</h2><p>${words.coverage}</p>
${
  rows.length > 0 &&
  html`<div class="card"><div class="scroll" role="region" tabindex="0" aria-labelledby="table-coverage"><table><caption id="table-coverage">${words.coverageTable}</caption>
<thead><tr><th scope="col">${words.country}</th><th scope="col">${words.reported}</th><th scope="col">${words.silent}</th></tr></thead><tbody>${rows}</tbody></table></div></div>`
}</section>`;
}

/** How it was counted and protected. */
export function methodSection(release: Release): Html {
  const { protection, audit, deduplicated } = release;
  const facts = [
    [words.unit, words.unitText],
    [words.basis, words.basisText],
    [words.once, words.deduplicated[deduplicated]],
    [words.minimum, words.people(protection.minimum)],
    [words.method, words.methodText(protection.version)],
    [words.audit, words.auditText(audit.worlds)],
  ] as const;
  return html`<section id="method"><h2>${words.methodHead}</h2><dl class="facts">${facts.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl></section>`;
}

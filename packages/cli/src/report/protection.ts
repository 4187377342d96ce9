import type { Release } from '@ctdx/model';
import { type Html, html } from './html.js';
import { dimensionLabel, listing } from './labels.js';
import { plannedTitle } from './titles.js';
import { cellsOf } from './view.js';
import type { BasisView } from './view-of-release.js';
import { words } from './wording-en.js';

/** What disclosure control did, table by table, in sentences that hold nothing but the plan. */
export function protectionSection(release: Release, views: readonly BasisView[]): Html {
  const { minimum, zeros } = release.protection;
  return html`<section id="protection"><h2>${words.protectionHead}</h2>
<p>${words.protection(minimum)}</p>
${zeros === 'protected' && html`<p>${words.zeros}</p>`}
<p>${words.complementary}</p>
<ul class="reasons">${[...pooled(release), withheld(views), ...refused(release)].map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

/** How many numbers are withheld in the tables that are shown, and in how many tables. */
export function withheldIn(views: readonly BasisView[]): {
  readonly numbers: number;
  readonly tables: number;
} {
  const counts = views.flatMap(({ tables }) =>
    tables.map((table) => cellsOf(table).filter((said) => said === 'withheld').length),
  );
  return {
    numbers: counts.reduce((sum, count) => sum + count, 0),
    tables: counts.filter((count) => count > 0).length,
  };
}

/** What was put together or refused, in sentences, for a release of its own section. */
export function refusedLines(release: Release): readonly string[] {
  return [...pooled(release), ...refused(release)];
}

function pooled({ tables, plan }: Release): string[] {
  return tables.flatMap((table) => {
    if (table.status !== 'released' || table.pooled.length === 0) return [];
    const what = listing(table.pooled.map((name) => dimensionLabel(name).toLowerCase()));
    return words.pooled(words.basisOf[table.basis], plannedTitle(table.table, plan), what);
  });
}

function withheld(views: readonly BasisView[]): string {
  const { numbers, tables } = withheldIn(views);
  return numbers === 0 ? words.nothingWithheld : words.withheld(numbers, tables);
}

function refused({ tables, plan }: Release): string[] {
  const lines = tables.flatMap((table) =>
    table.status === 'refused'
      ? words.refused(
          words.basisOf[table.basis],
          plannedTitle(table.table, plan),
          words.refusals[table.reason],
        )
      : [],
  );
  // One table of a set-valued dimension is refused a code at a time, with the same words.
  return lines.length === 0 ? [words.nothingRefused] : [...new Set(lines)];
}

import type { Release } from '@ctdx/model';
import { card } from './card.js';
import { type Html, html } from './html.js';
import { refusedLines } from './protection.js';
import { viewOf } from './view-of-release.js';
import { words } from './wording-en.js';
import { screeningWords } from './wording-plans-en.js';

/** Who was screened: the released tables, and nothing else. */
export function screeningSection(release: Release): Html {
  const tables = viewOf(release).flatMap((view) =>
    view.tables.map((table) => ({
      ...table,
      id: `screening-${table.id}`,
      title: screeningWords.title(table.title.toLowerCase()),
    })),
  );
  const [view] = viewOf(release);
  const total =
    typeof view?.total === 'number' ? html`<p>${words.peopleScreened(view.total)}</p>` : undefined;
  return html`<section id="screening"><h2>${screeningWords.head}</h2><p>${screeningWords.about} ${words.deduplicated[release.deduplicated]}</p>
${total}
${tables.length === 0 ? html`<p>${words.noTables}</p>` : html`<div class="cards">${tables.map(card)}</div>`}
<ul class="reasons">${[...refusedLines(release), screeningWords.noYield].map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

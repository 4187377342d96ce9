import type { Release } from '@ctdx/model';
import { band, inWords } from './chart.js';
import { type Html, html } from './html.js';
import { withheldIn } from './protection.js';
import type { BasisView } from './view-of-release.js';
import { words } from './wording-en.js';

/** The few numbers that most readers came for. */
export function summary(release: Release, views: readonly BasisView[]): Html {
  const totals = views.map(({ basis, total }) => figure(words.basisOf[basis], inWords(total), basis, total));
  return html`<section id="in-short"><h2>${words.inShort}</h2><dl class="figures">${totals}
${figure(words.minimum, words.people(release.protection.minimum))}
${figure(words.withheldNumbers, String(withheldIn(views).numbers))}
${figure(words.refusedTables, String(refusedTables(release)))}</dl></section>`;
}

/** What the marks mean, before the first chart. */
export function key({ protection }: Release): Html {
  return html`<ul class="key" aria-label="${words.key}">
<li><svg width="28" height="14" aria-hidden="true"><rect class="identified" width="13" height="14" rx="2"/><rect class="presumed" x="15" width="13" height="14" rx="2"/></svg>${words.keyShown(protection.minimum)}</li>
<li><svg width="28" height="14" aria-hidden="true">${band(0.5, 0.5, 27, 13)}</svg>${words.keyWithheld}</li>
<li>${words.keyZero}</li></ul>`;
}

/** The pattern of every hatched mark on the page. It has no size, and is there for the others. */
export function hatch(): Html {
  return html`<svg width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>`;
}

function figure(name: string, text: string, kind = '', value: unknown = 0): Html {
  return html`<div class="${kind}"><dt>${name}</dt><dd class="${typeof value === 'number' ? '' : 'words'}">${text}</dd></div>`;
}

function refusedTables({ tables }: Release): number {
  const refused = tables.filter(({ status }) => status === 'refused');
  return new Set(refused.map(({ table, basis }) => `${basis} ${table}`)).size;
}

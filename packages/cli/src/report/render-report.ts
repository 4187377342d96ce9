import { createHash } from 'node:crypto';
import { type ActionPlan, isRelease, type Release } from '@ctdx/model';
import { card } from './card.js';
import { type Html, html, trusted } from './html.js';
import { coverageSection, methodSection, type ReportOptions } from './method.js';
import { plansSection } from './plans.js';
import { protectionSection } from './protection.js';
import { screeningSection } from './screening.js';
import { style } from './style.js';
import { hatch, key, summary } from './summary.js';
import { type BasisView, viewOf } from './view-of-release.js';
import { words } from './wording-en.js';
import { planWords, screeningWords } from './wording-plans-en.js';

/**
 * Writes a release as one HTML page that needs nothing else: no script, no font, no network. Takes no figures but
 * releases, so that no exact count can reach a page; of plans of action it says no count of people that was not released.
 * @throws {TypeError} when it is not a release; one that was read from JSON is none
 * @example await writeFile('report.html', renderReport(release, { title: 'Victims of trafficking', date: '2026-11-23' }));
 */
export function renderReport(release: Release, options: ReportOptions): string {
  const { screened } = options;
  if (!isRelease(release) || (screened !== undefined && !isRelease(screened)))
    throw new TypeError('A report shows a release, and nothing else.');
  const views = viewOf(release);
  return `<!doctype html>\n${page(release, views, options).markup}\n`;
}

function page(release: Release, views: readonly BasisView[], options: ReportOptions): Html {
  return html`<html lang="${words.language}" class="${release.synthetic ? 'synthetic' : 'real'}">
<head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${release.synthetic && `${words.invented}: `}${options.title}</title>
<style>${trusted(style)}</style></head>
<body>
${release.synthetic && invented()}
<div class="page">
<header class="top"><h1>${options.title}</h1>
${options.subtitle !== undefined && html`<p class="lead">${options.subtitle}</p>`}</header>
${contents(views, options)}
<main>
${summary(release, views)}
${key(release)}
${views.map((view) => basisSection(view, release))}
${options.screened !== undefined && screeningSection(options.screened)}
${options.plans !== undefined && plansSection(options.plans as readonly ActionPlan[])}
${protectionSection(release, views)}
${coverageSection(options)}
${methodSection(release)}
</main>
<footer><p>${words.made(options.date)} ${words.standard}</p></footer>
</div>
${hatch()}
</body></html>`;
}

/** Nothing may load, and no style but this one may apply. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** On every screenful, on every printed page, and at the top for who hears the page. */
function invented(): Html {
  return html`<div class="invented" role="note"><b>${words.invented}</b>${words.inventedMore}</div>
<svg class="watermark" aria-hidden="true" focusable="false"><defs><pattern id="watermark" width="360" height="170" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)"><text x="10" y="90">${words.invented}</text></pattern></defs><rect width="100%" height="100%" fill="url(#watermark)"/></svg>`;
}

function contents(views: readonly BasisView[], { screened, plans = [] }: ReportOptions): Html {
  const entries = [
    ['in-short', words.inShort],
    ...views.map(({ basis }) => [basis, words.basisOf[basis]]),
    ...(screened === undefined ? [] : [['screening', screeningWords.head] as const]),
    ...(plans.length === 0 ? [] : [['plans', planWords.head] as const]),
    ['protection', words.protectionShort],
    ['coverage', words.coverageHead],
    ['method', words.methodHead],
  ] as const;
  return html`<nav aria-label="${words.contents}"><ul>${entries.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>`;
}

function basisSection({ basis, tables }: BasisView, { deduplicated }: Release): Html {
  return html`<section id="${basis}"><h2>${words.basisOf[basis]}</h2><p>${words.about[basis]} ${words.deduplicated[deduplicated]}</p>
${tables.length === 0 ? html`<p>${words.noTables}</p>` : html`<div class="cards">${tables.map(card)}</div>`}</section>`;
}

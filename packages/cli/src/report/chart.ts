import { type Html, html } from './html.js';
import { cellsOf, type Said, type TableView } from './view.js';
import { chartWords as words } from './wording-en.js';

/** Width of every drawing, in its own units: a phone of 360 px shows them at their size, a wide screen enlarges. */
export const WIDTH = 320;

/** Frame of a drawing: it has a role and a description, and it says again what the table below it says. */
export function drawing(table: TableView, height: number, content: Html): Html {
  const id = `chart-${table.id}`;
  return html`<svg class="chart ${table.statusBasis}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t">${words.title(table.title)}</title><desc id="${id}-d">${describe(table)}</desc>
${content}</svg>`;
}

/** What a drawing shows, in one sentence, for who can't see it. */
function describe(table: TableView): string {
  const said = cellsOf(table);
  const withheld = said.filter((one) => one === 'withheld').length;
  if (table.columns) return words.grid(said.length - withheld, withheld);
  return table.rows.categories.map(({ code, label }) => `${label}: ${inWords(table.cell(code))}`).join('; ');
}

/** A number, or the word for why there is none. */
export function inWords(said: Said): string {
  if (said === undefined) return words.none;
  return said === 'withheld' ? words.withheld : String(said);
}

/** A hatched band where a number is withheld. It is as long as the scale, so that its length says nothing. */
export function band(x: number, y: number, width: number, height: number): Html {
  return html`<rect class="withheld" x="${x}" y="${y}" width="${width}" height="${height}" rx="2"/>`;
}

/** Tenths are finer than a screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A name on two lines at most, broken between words where it is longer than fits. */
export function name(label: string, x: number, y: number, fits: number, anchor: 'start' | 'middle'): Html {
  const at = label.length > fits ? label.lastIndexOf(' ', fits) : -1;
  const lines = at > 0 ? [label.slice(0, at), label.slice(at + 1)] : [label];
  const first = round(y - (lines.length - 1) * 6);
  return html`<text class="name" x="${x}" text-anchor="${anchor}">${lines.map(
    (line, index) => html`<tspan x="${x}" y="${round(first + index * 13)}">${line}</tspan>`,
  )}</text>`;
}

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

/** Height of a line of text. */
export const LINE = 13;

/** A text in lines of at most so many letters, broken between words; a longer word stays whole. */
export function wrap(text: string, fits: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const joined = [...lines.slice(-1), word].join(' ');
    if (joined.length <= fits) lines.splice(-1, 1, joined);
    else lines.push(word);
  }
  return lines;
}

/** A name around a middle line. */
export function name(label: string, x: number, y: number, fits: number, anchor: 'start' | 'middle'): Html {
  const lines = wrap(label, fits);
  const first = y - ((lines.length - 1) * LINE) / 2;
  const spans = lines.map(
    (line, index) => html`<tspan x="${x}" y="${round(first + index * LINE)}">${line}</tspan>`,
  );
  return html`<text class="name" text-anchor="${anchor}">${spans}</text>`;
}

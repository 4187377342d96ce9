import { scaleLinear } from 'd3-scale';
import { band, drawing, inWords, LINE, round, WIDTH, wrap } from './chart.js';
import { type Html, html } from './html.js';
import { cellsOf, largest, type Said, type TableView } from './view.js';

const BAR = 12;
/** Between the name and its bar, and below the bar. */
const GAP = 5;
const BELOW = 9;
/** Room for the number behind the longest bar. */
const NUMBER = 34;
/** Letters of a name that fit beside the word for a withheld number. */
const FITS = 36;

/** One horizontal bar a category, its name above it: long names of forms need the width. */
export function barChart(table: TableView): Html {
  const x = scaleLinear([0, largest(cellsOf(table))], [0, WIDTH - NUMBER]);
  // Letters reach a little above their line.
  let top = 3;
  const rows = table.rows.categories.map(({ code, label }) => {
    const lines = wrap(label, FITS);
    const first = top + LINE - 3;
    const bar = top + lines.length * LINE + GAP - 3;
    top = bar + BAR + BELOW;
    const names = lines.map((line, index) => html`<tspan x="0" y="${first + index * LINE}">${line}</tspan>`);
    return html`<text class="name">${names}</text>${barOf(table.cell(code), x, first, bar)}`;
  });
  return drawing(table, top, html`${rows}`);
}

function barOf(said: Said, x: (value: number) => number, first: number, top: number): Html {
  if (said === 'withheld') {
    const word = html`<text class="quiet" x="${WIDTH - NUMBER}" y="${first}" text-anchor="end">${inWords(said)}</text>`;
    return html`${word}${band(0, top, WIDTH - NUMBER, BAR)}`;
  }
  const width = round(x(said ?? 0));
  return html`<rect class="bar" x="0" y="${top}" width="${width}" height="${BAR}" rx="2"/><text class="number" x="${round(width + 5)}" y="${top + BAR - 2}">${inWords(said)}</text>`;
}

import { scaleLinear } from 'd3-scale';
import { band, drawing, inWords, round, WIDTH } from './chart.js';
import { type Html, html } from './html.js';
import { cellsOf, largest, type TableView } from './view.js';

const ROW = 36;
const LABEL = 15;
/** Room for the number behind the longest bar. */
const NUMBER = 34;

/** One horizontal bar a category, its name above it: long names of forms need the width. */
export function barChart(table: TableView): Html {
  const { categories } = table.rows;
  const x = scaleLinear([0, largest(cellsOf(table))], [0, WIDTH - NUMBER]);
  const bars = categories.map(({ code, label }, index) => {
    const said = table.cell(code);
    const y = index * ROW;
    const bar =
      said === 'withheld'
        ? band(0, y + LABEL, WIDTH - NUMBER, 12)
        : html`<rect class="bar" x="0" y="${y + LABEL}" width="${round(x(said ?? 0))}" height="12" rx="2"/>`;
    const end = typeof said === 'number' ? x(said) + 5 : said === 'withheld' ? undefined : 2;
    const number =
      end !== undefined &&
      html`<text class="number" x="${round(end)}" y="${y + LABEL + 10}">${inWords(said)}</text>`;
    return html`<text class="name" x="0" y="${y + 9}">${label}</text>${said === 'withheld' && html`<text class="quiet" x="${WIDTH - NUMBER}" y="${y + 9}" text-anchor="end">${inWords(said)}</text>`}${bar}${number}`;
  });
  return drawing(table, categories.length * ROW, html`${bars}`);
}

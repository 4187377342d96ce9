import { scaleBand, scaleLinear } from 'd3-scale';
import { band, drawing, inWords, round, WIDTH } from './chart.js';
import { type Html, html } from './html.js';
import { cellsOf, largest, type TableView } from './view.js';

const TOP = 18;
const PLOT = 130;
const AXIS = 24;
const LEFT = 26;

/** One column a period, side by side in the order of time. */
export function columnChart(table: TableView): Html {
  const { categories } = table.rows;
  const x = scaleBand(
    categories.map(({ code }) => code),
    [LEFT, WIDTH],
  ).padding(0.28);
  const y = scaleLinear([0, largest(cellsOf(table))], [TOP + PLOT, TOP]).nice(4);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const lines = ticks.map(
    (tick) =>
      html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text class="tick" x="${LEFT - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
  );
  const columns = categories.map(({ code, label }) => {
    const said = table.cell(code);
    const left = round(x(code) ?? 0);
    const width = round(x.bandwidth());
    const middle = round(left + width / 2);
    const height = typeof said === 'number' ? round(TOP + PLOT - y(said)) : 0;
    const top = round(TOP + PLOT - height);
    const column =
      said === 'withheld'
        ? band(left, TOP, width, PLOT)
        : html`<rect class="bar" x="${left}" y="${top}" width="${width}" height="${height}" rx="2"/>`;
    const text = said === 'withheld' ? TOP - 5 : top - 5;
    return html`${column}<text class="${said === 'withheld' ? 'quiet' : 'number'}" x="${middle}" y="${text}" text-anchor="middle">${inWords(said)}</text><text class="name" x="${middle}" y="${TOP + PLOT + 17}" text-anchor="middle">${label}</text>`;
  });
  const base = html`<line class="base" x1="${LEFT}" x2="${WIDTH}" y1="${TOP + PLOT}" y2="${TOP + PLOT}"/>`;
  return drawing(table, TOP + PLOT + AXIS, html`${lines}${columns}${base}`);
}

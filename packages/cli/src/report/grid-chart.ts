import { scaleBand, scaleSqrt } from 'd3-scale';
import { band, drawing, inWords, LINE, name, round, WIDTH, wrap } from './chart.js';
import { type Html, html } from './html.js';
import { type Axis, cellsOf, largest, type TableView } from './view.js';

const NAMES = 96;
const CELL = 40;
/** Letters that fit beside a row, and the width of one above a column. */
const ROW_FITS = 15;
const LETTER = 7;

/** A disc a cell, its area as large as the number; a hatched square where the number is withheld. */
export function gridChart(table: TableView, columns: Axis): Html {
  const { categories } = table.rows;
  const fits = Math.floor((WIDTH - NAMES) / columns.categories.length / LETTER);
  const lines = Math.max(...columns.categories.map(({ label }) => wrap(label, fits).length));
  const head = lines * LINE + 8;
  const height = head + categories.length * CELL;
  const x = scaleBand(
    columns.categories.map(({ code }) => code),
    [NAMES, WIDTH],
  ).padding(0.08);
  const y = scaleBand(
    categories.map(({ code }) => code),
    [head, height],
  ).padding(0.08);
  const radius = scaleSqrt([0, largest(cellsOf(table))], [0, Math.min(x.bandwidth(), y.bandwidth()) / 2]);
  const heads = columns.categories.map(({ code, label }) =>
    name(label, round((x(code) ?? 0) + x.bandwidth() / 2), round(head / 2 + 2), fits, 'middle'),
  );
  const cells = categories.flatMap((row) =>
    columns.categories.map((column) => {
      const said = table.cell(row.code, column.code);
      const left = round(x(column.code) ?? 0);
      const top = round(y(row.code) ?? 0);
      if (said === 'withheld') return band(left, top, round(x.bandwidth()), round(y.bandwidth()));
      const [cx, cy] = [round(left + x.bandwidth() / 2), round(top + y.bandwidth() / 2)];
      const r = round(radius(said ?? 0));
      return html`<rect class="cell" x="${left}" y="${top}" width="${round(x.bandwidth())}" height="${round(y.bandwidth())}" rx="2"/><circle class="bar" cx="${cx}" cy="${cy}" r="${r}"/><text class="${r > 11 ? 'inside' : 'number'}" x="${r > 11 ? cx : round(cx + r + 3)}" y="${cy + 4}" text-anchor="${r > 11 ? 'middle' : 'start'}">${inWords(said)}</text>`;
    }),
  );
  const names = categories.map(({ code, label }) =>
    name(label, 0, round((y(code) ?? 0) + y.bandwidth() / 2 + 4), ROW_FITS, 'start'),
  );
  return drawing(table, height, html`${heads}${names}${cells}`);
}

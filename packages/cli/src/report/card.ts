import { barChart } from './bar-chart.js';
import { columnChart } from './column-chart.js';
import { gridChart } from './grid-chart.js';
import { type Html, html } from './html.js';
import { numberTable } from './table.js';
import type { TableView } from './view.js';

/** A chart, the table it is drawn from, and what must be known to read them. */
export function card(table: TableView): Html {
  return html`<figure class="${table.columns ? 'card wide' : 'card'}"><h3>${table.title}</h3>
${chart(table)}
${numberTable(table)}
${table.notes.map((note) => html`<p class="note">${note}</p>`)}</figure>`;
}

function chart(table: TableView): Html {
  if (table.columns) return gridChart(table, table.columns);
  return table.rows.name === 'period' ? columnChart(table) : barChart(table);
}

import { inWords } from './chart.js';
import { type Html, html } from './html.js';
import type { Axis, Said, TableView } from './view.js';
import { tableWords as words } from './wording-en.js';

/** The numbers of a released table, with a caption, and a scope on every heading. */
export function numberTable(table: TableView): Html {
  const columns = table.columns;
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="table-${table.id}">
<table><caption id="table-${table.id}">${words.caption(table.title)}</caption>
${columns ? twoWay(table, columns) : oneWay(table)}</table></div>`;
}

function oneWay(table: TableView): Html {
  const rows = table.rows.categories.map(
    ({ code, label }) => html`<tr><th scope="row">${label}</th>${cell(table.cell(code))}</tr>`,
  );
  return html`<thead><tr><th scope="col">${table.rows.label}</th><th scope="col" class="n">${words.people}</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">${table.several ? words.peopleInAll : words.total}</th>${cell(table.total)}</tr></tfoot>`;
}

function twoWay(table: TableView, columns: Axis): Html {
  const heads = columns.categories.map(({ label }) => html`<th scope="col" class="n">${label}</th>`);
  const rows = table.rows.categories.map(
    (row) =>
      html`<tr><th scope="row">${row.label}</th>${columns.categories.map((column) => cell(table.cell(row.code, column.code)))}${cell(table.rowTotal(row.code))}</tr>`,
  );
  const totals = columns.categories.map(({ code }) => cell(table.columnTotal(code)));
  return html`<thead><tr><th scope="col">${table.rows.label}</th>${heads}<th scope="col" class="n">${words.total}</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">${words.total}</th>${totals}${cell(table.total)}</tr></tfoot>`;
}

function cell(said: Said): Html {
  const kind = typeof said === 'number' ? 'n' : said === undefined ? 'n none' : 'n hatched';
  return html`<td class="${kind}">${inWords(said)}</td>`;
}

import { columnLetters } from '../columns.js';
import { isFormulaLike } from '../guard.js';
import { dateToSerial } from '../serial-date.js';
import { TablesError } from '../tables-error.js';
import { styles } from './parts.js';
import { escapeText, xml } from './text-escape.js';

/** What a written cell may be. A date is an ISO date; null and undefined leave the cell empty. */
export type XlsxValue = string | number | boolean | { readonly date: string } | null | undefined;

/** A row above the data, shown bold; a hidden one may hold names for machines. */
export interface HeaderRow {
  readonly cells: readonly (string | undefined)[];
  readonly hidden?: boolean;
}

/** How a column looks and what may be chosen in it. */
export interface ColumnToWrite {
  /** Width in characters. @defaultValue 18 */
  readonly width?: number;
  /** Texts of a drop-down list. */
  readonly choices?: readonly string[];
}

/** A sheet to write. */
export interface SheetToWrite {
  readonly name: string;
  readonly hidden?: boolean;
  readonly header?: readonly HeaderRow[];
  readonly columns?: readonly ColumnToWrite[];
  readonly rows: AsyncIterable<readonly XlsxValue[]> | Iterable<readonly XlsxValue[]>;
}

/** A drop-down list: the column from 1 it is for, and where its texts stand. */
export interface ChoiceRange {
  readonly column: number;
  readonly range: string;
}

const most = { rows: 1_048_576, columns: 16_384, text: 32_767 } as const;
const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Writes the XML of a sheet, row by row. */
export async function* sheetXml(
  sheet: SheetToWrite,
  choices: readonly ChoiceRange[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { header = [], columns = [] } = sheet;
  let held = beginning(header.length, columns);
  let row = 0;
  for (const { cells, hidden = false } of header) {
    row += 1;
    held += rowXml(row, cells, hidden, styles.header);
  }
  for await (const values of sheet.rows) {
    row += 1;
    if (row > most.rows) throw new TablesError('size', row);
    held += rowXml(row, values, false, styles.plain);
    if (held.length < 32_768) continue;
    yield encoder.encode(held);
    held = '';
  }
  yield encoder.encode(`${held}</sheetData>${validations(choices, header.length + 1)}</worksheet>`);
}

function beginning(headerRows: number, columns: readonly ColumnToWrite[]): string {
  const frozen =
    headerRows === 0
      ? ''
      : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const widths = columns.map(({ width = 18 }, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const cols = widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">${frozen}${cols}<sheetData>`;
}

function rowXml(row: number, values: readonly XlsxValue[], hidden: boolean, style: number): string {
  if (values.length > most.columns) throw new TablesError('size', row, values.length);
  const cells = values.map((value, index) => cellXml(value, row, index + 1, style)).join('');
  return `<row r="${row}"${hidden ? ' hidden="1"' : ''}>${cells}</row>`;
}

function cellXml(value: XlsxValue, row: number, column: number, style: number): string {
  const place = `r="${columnLetters(column)}${row}"`;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<c ${place}><v>${value}</v></c>` : '';
  if (typeof value === 'object') {
    const serial = dateToSerial(value.date);
    if (serial === undefined) return textXml(place, value.date, style);
    return `<c ${place} s="${styles.date}"><v>${serial}</v></c>`;
  }
  if (value.length > most.text) throw new TablesError('size', row, column);
  const quoted = style === styles.header ? styles.quotedHeader : styles.quoted;
  return textXml(place, value, isFormulaLike(value) ? quoted : style);
}

/** A text that stands in its cell: a spreadsheet shows it and never computes it. */
export function textXml(place: string, text: string, style: number): string {
  const styled = style === styles.plain ? '' : ` s="${style}"`;
  return `<c ${place}${styled} t="inlineStr"><is><t xml:space="preserve">${xml(escapeText(text))}</t></is></c>`;
}

function validations(choices: readonly ChoiceRange[], firstRow: number): string {
  if (choices.length === 0) return '';
  const each = choices.map(({ column, range }) => {
    const letters = columnLetters(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters}${firstRow}:${letters}${most.rows}"><formula1>${xml(range)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

import type { Finding, Position } from '@ctdx/model';
import { columnIndex, columnLetters } from '../columns.js';
import type { Cell, DateSystem, Row } from '../item.js';
import type { Limits } from '../limits.js';
import { finding, Refusal } from '../refusal.js';
import { toCell } from './cell.js';
import { isTrue } from './workbook.js';
import { type XmlParser, xmlParser } from './xml.js';

/** What a sheet needs of its workbook. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: DateSystem;
  readonly limits: Limits;
  readonly at: Position;
}

/** A row of the sheet, or what is wrong with it. */
export type SheetRow = { readonly row: Row } | { readonly finding: Finding };

/** Takes the XML of a sheet in chunks and gives the rows that are complete. */
export interface SheetParser {
  write(chunk: Uint8Array): SheetRow[];
  end(): SheetRow[];
}

/** The last row a sheet can have. */
const lastRow = 1_048_576;
/** Elements whose text belongs to a cell: its value, and a text that stands in the cell itself. */
const textElements = new Set(['v', 't']);

/** Makes a parser for sheet XML. Only rows and cells are heard; everything else passes by. */
export function sheetParser(context: SheetContext): SheetParser {
  const { limits, at } = context;
  const done: SheetRow[] = [];
  let inData = false;
  let inCell = false;
  let row = 0;
  let hidden = false;
  let cells: Cell[] = [];
  let problem: Finding | undefined;
  let column = 0;
  let attributes: Readonly<Record<string, string>> = {};
  let text: string | undefined;
  let formula = false;
  let listening = false;
  let phonetic = 0;

  const blame = (code: 'limit-columns' | 'limit-cell' | 'broken-row', limit?: number): void => {
    const letters = column >= 1 && column <= limits.columns ? { column: columnLetters(column) } : {};
    problem ??= finding(code, { ...at, row, ...letters }, limit);
  };

  const beginRow = (given: Readonly<Record<string, string>>): void => {
    const next = given.r === undefined ? row + 1 : wholeNumber(given.r);
    if (next === undefined || next <= row || next > lastRow)
      throw new Refusal('damaged-file', { ...at, row: row + 1 });
    row = next;
    hidden = isTrue(given.hidden);
    cells = [];
    problem = undefined;
    column = 0;
  };
  const beginCell = (given: Readonly<Record<string, string>>): void => {
    const next = given.r === undefined ? column + 1 : columnOf(given.r);
    if (next === undefined || next <= column) throw new Refusal('damaged-file', { ...at, row });
    column = next;
    if (column > limits.columns) blame('limit-columns', limits.columns);
    attributes = given;
    inCell = true;
    text = undefined;
    formula = false;
  };
  const endCell = (): void => {
    inCell = false;
    if (problem !== undefined) return;
    const cell = toCell(
      { column: columnLetters(column), text, formula, type: attributes.t, style: attributes.s },
      context,
    );
    if (cell === undefined) return;
    if (cell === 'broken') blame('broken-row');
    else if (cell.text.length > limits.cell) blame('limit-cell', limits.cell);
    else cells.push(cell);
  };
  const endRow = (): void => {
    if (problem !== undefined) done.push({ finding: problem });
    else if (cells.length > 0) {
      const shown = hidden ? { hidden: true as const } : {};
      done.push({ row: { row, cells, ...shown, dateSystem: context.dateSystem } });
    }
  };

  const parser: XmlParser = xmlParser(
    {
      open(name, given) {
        if (name === 'sheetData') inData = true;
        else if (!inData) return;
        else if (name === 'row') beginRow(given);
        else if (name === 'c') beginCell(given);
        else if (inCell && name === 'f') formula = true;
        else if (inCell && name === 'rPh') phonetic += 1;
        else if (inCell && textElements.has(name)) {
          listening = phonetic === 0;
          text ??= '';
        }
      },
      text(more) {
        if (!listening || problem !== undefined) return;
        text += more;
        if ((text as string).length > limits.cell * longestEscape) blame('limit-cell', limits.cell);
      },
      close(name) {
        if (name === 'sheetData') inData = false;
        else if (!inData) return;
        else if (textElements.has(name)) listening = false;
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'c') endCell();
        else if (name === 'row') endRow();
      },
    },
    limits,
    at,
  );
  return {
    write: (chunk) => {
      parser.write(chunk);
      return done.splice(0);
    },
    end: () => {
      parser.end();
      return done.splice(0);
    },
  };
}

/** A character may be written as `_x000D_`, so a text may shrink by this when it's read. */
const longestEscape = 7;

function wholeNumber(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

/** Column from 1 of a reference such as `AJ12`; undefined when it is none. */
function columnOf(reference: string): number | undefined {
  const letters = /^([A-Za-z]{1,3})\d*$/.exec(reference)?.[1];
  try {
    return letters === undefined ? undefined : columnIndex(letters);
  } catch {
    return undefined;
  }
}

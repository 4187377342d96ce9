import type { Limits } from '../limits.js';

/** What is wrong with a record. It is dropped, and reading goes on with the next one. */
export interface RecordFault {
  readonly code: 'broken-row' | 'limit-cell' | 'limit-columns';
  /** Column from 1. */
  readonly column: number;
}

/** One CSV record as it stands in the file. */
export interface CsvRecord {
  /** Number of the record from 1; blank lines count. */
  readonly row: number;
  /** Line where the record begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  readonly fault?: RecordFault;
  /** Offsets of the record in the text, without its line ending. */
  readonly start: number;
  readonly end: number;
}

/** Splits text into records, however the text is cut into chunks. */
export interface RecordSplitter {
  push(text: string): CsvRecord[];
  end(): CsvRecord[];
}

const quote = 34;
const carriageReturn = 13;
const lineFeed = 10;

/** Where the splitter stands: before a field, in a bare one, inside quotes, or after a quote that may close. */
type State = 'before' | 'bare' | 'quoted' | 'closing';

/**
 * Makes a splitter for RFC 4180 text with any line ending. A quotation mark inside a bare field is text, as
 * spreadsheets read it. Text after a closing quotation mark breaks the record, and so does the end of the file
 * inside quotes. Memory is bounded by the limits on cells and columns.
 */
export function recordSplitter(delimiter: string, limits: Limits): RecordSplitter {
  const separator = delimiter.charCodeAt(0);
  const done: CsvRecord[] = [];
  let state: State = 'before';
  let fields: string[] = [];
  let field = '';
  let column = 1;
  let fault: RecordFault | undefined;
  let row = 1;
  let line = 1;
  let recordLine = 1;
  let offset = 0;
  let recordStart = 0;
  let afterReturn = false;

  const blame = (code: RecordFault['code']): void => {
    fault ??= { code, column };
    fields = [];
    field = '';
  };
  const append = (text: string): void => {
    if (fault !== undefined) return;
    field += text;
    if (field.length > limits.cell) blame('limit-cell');
  };
  const endField = (): void => {
    if (fault === undefined) fields.push(field);
    field = '';
    state = 'before';
  };
  const nextField = (): void => {
    endField();
    column += 1;
    if (column > limits.columns) blame('limit-columns');
  };
  const endRecord = (at: number): void => {
    endField();
    const broken = fault === undefined ? {} : { fault };
    done.push({ row, line: recordLine, fields, ...broken, start: recordStart, end: at });
    fields = [];
    fault = undefined;
    column = 1;
    row += 1;
  };

  const take = (text: string): void => {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (afterReturn) {
        afterReturn = false;
        if (code === lineFeed) {
          if (state === 'quoted') append('\n');
          else recordStart = offset + index + 1;
          continue;
        }
      }
      const isEnd = code === lineFeed || code === carriageReturn;
      if (isEnd) {
        line += 1;
        afterReturn = code === carriageReturn;
      }
      if (state === 'quoted') {
        if (code === quote) state = 'closing';
        else {
          const stop = isEnd ? index + 1 : nextStop(text, index, quote);
          append(text.slice(index, stop));
          index = stop - 1;
        }
      } else if (isEnd) {
        endRecord(offset + index);
        recordStart = offset + index + 1;
        recordLine = line;
      } else if (code === separator) nextField();
      else if (code === quote && state === 'before') state = 'quoted';
      else if (code === quote && state === 'closing') {
        append('"');
        state = 'quoted';
      } else {
        if (state === 'closing') blame('broken-row');
        state = 'bare';
        const stop = nextStop(text, index, separator);
        append(text.slice(index, stop));
        index = stop - 1;
      }
    }
    offset += text.length;
  };

  return {
    push: (text) => {
      take(text);
      return done.splice(0);
    },
    end: () => {
      if (state === 'quoted') blame('broken-row');
      if (state !== 'before' || column > 1 || fault !== undefined) endRecord(offset);
      return done.splice(0);
    },
  };
}

/** The next place, after `from`, of a sign or a line ending: what lies between is copied at once. */
function nextStop(text: string, from: number, sign: number): number {
  for (let index = from + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === sign || code === lineFeed || code === carriageReturn) return index;
  }
  return text.length;
}

import type { Row } from '@ctdx/tables';
import { fieldLabelled, fieldNamed, idHeader } from './columns.js';
import { foldHeader } from './text.js';

/** The header rows of a file. The templates have both; a table may have either. */
export interface Headers {
  readonly names?: Row;
  readonly labels?: Row;
}

/** What the first rows turned out to be: headers, and rows that belong to the cases already. */
export interface Recognised {
  readonly headers: Headers;
  readonly cases: readonly Row[];
}

/** Title lines that people put above the headers: more than this many is not our file. */
const rowsToLookAt = 10;
/** HTCDS names are unmistakable. */
const enoughNames = 4;
/** Labels such as Title, Email or Status stand in many files; eight of them together in no other. */
const enoughLabels = 8;

/** Looks for the header rows, one row at a time. */
export interface Recogniser {
  /** Undefined: hand over the next row. Null: this is no HTCDS file. */
  push(row: Row): Recognised | undefined | null;
  /** What is known when the file ends. */
  end(): Recognised | null;
}

/** Makes a recogniser for one file. `renamed` are headers that a mapping gives to fields of HTCDS. */
export function recogniser(renamed: ReadonlySet<string>): Recogniser {
  let names: Row | undefined;
  let seen = 0;
  const isLabels = (row: Row): boolean => {
    const known = row.cells.filter(({ text }) => fieldLabelled(text) ?? renamed.has(foldHeader(text)));
    return known.length >= enoughLabels;
  };
  return {
    push(row) {
      seen += 1;
      if (isLabels(row)) {
        return { headers: names === undefined ? { labels: row } : { names, labels: row }, cases: [] };
      }
      if (names !== undefined) return { headers: { names }, cases: [row] };
      if (row.cells.filter(({ text }) => fieldNamed(text)).length >= enoughNames) names = row;
      return seen >= rowsToLookAt && names === undefined ? null : undefined;
    },
    end: () => (names === undefined ? null : { headers: { names }, cases: [] }),
  };
}

/** True for the header of the column that holds our own ids. */
export function isIdHeader(text: string): boolean {
  const folded = foldHeader(text);
  return folded === idHeader.name || folded === idHeader.label;
}

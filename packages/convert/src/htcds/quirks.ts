/** A defect of HTCDS 2.0 and what becomes of it: handled, with a test of its id, or out of reach of any input. */
export type Quirk =
  | { readonly handled: string }
  /** Why no file that an agency hands in can show it. */
  | { readonly noInput: string };

/**
 * Every known defect of the field standard (A) and of the Excel workbooks (B), by id. A test proves that each id is
 * here, and that each handled one has a test of its own.
 */
export const quirks = {
  A01: { handled: 'Codes and labels are compared without blanks at their ends, and written without them.' },
  A02: { handled: 'No-break spaces count as spaces.' },
  A03: { handled: 'Empty lines in a cell are no values; line breaks in a header are spaces.' },
  A04: { handled: 'Both spellings of unacquainted are read as one.' },
  A05: { handled: 'Codes come from a table, so the code and the label of unknown gender may differ.' },
  A06: { handled: 'The row without a name is no field: a header that reads like it is unknown.' },
  A07: {
    noInput: 'Descriptions of fields stand in the documents of the standard, never in a file with cases.',
  },
  A08: {
    handled:
      'Languages are read by name and by ISO 639 code of two or three letters; a country code is no language.',
  },
  A09: { handled: 'Countries are read by alpha-2, alpha-3 and name, and stored as alpha-2.' },
  A10: { handled: 'The other names of two means are aliases; the ambiguous third one is kept as text.' },
  A11: { handled: 'Both means that are defined and not listed are read.' },
  A12: { handled: 'Forced criminality is read as a form of its own.' },
  A13: { handled: 'Unknown, not asked and empty stay apart.' },
  A14: { handled: 'A location is text; a country in it is read with a warning; a coded column comes first.' },
  A15: { handled: 'Deprecated fields are read or kept as text.' },
  A16: {
    noInput:
      'Draft, Release and Category stand in the documents of the standard; files carry no such column.',
  },
  A17: { handled: 'Telephone numbers are normalised where that is certain, and kept as they are where not.' },
  A18: { handled: 'Codes are compared as they are spelt; a corrected spelling is no code.' },
  A19: { handled: 'Ids come from a register; row and column stay with every finding.' },
  A20: { handled: 'Industries become sections of ISIC; finer labels have no codes and are kept as text.' },
  A21: { handled: 'An actual victim is presumed, not identified, unless a mapping gives a decision.' },
  A22: { handled: 'Example questions are no fields.' },
  B01: { handled: 'Row numbers alone make no case.' },
  B02: { handled: 'The label decides; the disagreement is a warning once a row uses the column.' },
  B03: { handled: 'The misspelt name leads to its field.' },
  B04: { handled: 'A blank name falls back to the label.' },
  B05: { handled: 'Every list takes codes and labels.' },
  B06: { handled: 'Letter case does not matter.' },
  B07: { handled: 'The longest known label is matched first, and nothing is split at a semicolon.' },
  B08: { handled: 'A comma separates only what is known on both sides of it.' },
  B09: { handled: 'A name that holds a shorter one is flagged as possibly incomplete.' },
  B10: { handled: 'Several values are read wherever they stand.' },
  B11: { handled: 'The macro part of a workbook is never opened.' },
  B12: { handled: 'Serial numbers, ISO dates and unmistakable texts are dates; ambiguous ones are refused.' },
  B13: { handled: 'Rows below the end of the drop-downs are checked like the others.' },
  B14: { handled: 'Yes, no, true, false, 1 and 0 are answers; anything else is unknown and never consent.' },
  B15: { handled: 'The first sheet is read; a column without header is kept as text and is no error.' },
  B16: { handled: 'Document properties are not read, so nothing of them comes out.' },
} as const satisfies Record<string, Quirk>;

/** Id of a known defect. */
export type QuirkId = keyof typeof quirks;

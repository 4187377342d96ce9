import { toStream } from '../stream.js';
import { type PackedFile, pack } from '../zip/pack.js';
import { choiceSheet, fixedParts, type SheetPart, workbookParts } from './parts.js';
import { type SheetToWrite, sheetXml } from './write-sheet.js';

/** A workbook to write. */
export interface WorkbookToWrite {
  readonly sheets: readonly SheetToWrite[];
}

/**
 * Writes a workbook as a stream: header rows bold and frozen, drop-down lists, no author, no path, no macro, and the
 * same bytes for the same content. Text is never a formula: it is stored as text, and what looks like a formula is
 * marked so that editing the cell keeps it text.
 * The stream fails with a {@link TablesError} when a sheet gets more rows, columns or text than a sheet can hold.
 * @throws {TypeError} when a sheet name is empty, repeats, is over 31 characters or has one of `[]:*?/\`.
 * @example const stream = writeXlsx({ sheets: [{ name: 'Counts', header: [{ cells: ['year'] }], rows: [[2024]] }] });
 */
export function writeXlsx({ sheets }: WorkbookToWrite): ReadableStream<Uint8Array> {
  refuseNames(sheets);
  return toStream(pack(parts(sheets)));
}

async function* parts(sheets: readonly SheetToWrite[]): AsyncGenerator<PackedFile> {
  const choices = choiceSheet(sheets);
  const listed: SheetPart[] = sheets.map(({ name, hidden = false }) => ({ name, hidden }));
  if (choices !== undefined) listed.push({ name: choices.sheet.name, hidden: true });
  yield* workbookParts(listed);
  yield* fixedParts();
  let index = 0;
  for (const sheet of choices === undefined ? sheets : [...sheets, choices.sheet]) {
    index += 1;
    yield {
      name: `xl/worksheets/sheet${index}.xml`,
      content: sheetXml(sheet, choices?.ranges.get(sheet) ?? []),
    };
  }
}

function refuseNames(sheets: readonly SheetToWrite[]): void {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const isBad = (name: string): boolean => !/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}(?<!')$/u.test(name);
  if (sheets.length === 0 || names.size < sheets.length || sheets.some(({ name }) => isBad(name))) {
    throw new TypeError('A workbook has sheets, each with a name of its own that a spreadsheet accepts.');
  }
}

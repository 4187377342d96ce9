import { idHeader } from '@ctdx/convert';
import { writeColumn, writeCsvColumn } from '@ctdx/tables';
import { refuse } from './refusal.js';

/** Which sheet the ids go to, and how many rows of headers it has. */
export interface FillPlace {
  readonly sheet?: number;
  readonly headerRows: 1 | 2;
}

/**
 * A copy of the source with the id of each row in a column of its own, which the next import finds by its header.
 * Macros and the names of its authors stay behind.
 */
export async function* fillIds(
  source: Blob,
  sourceIds: ReadonlyMap<number, string>,
  { sheet = 1, headerRows }: FillPlace,
): AsyncGenerator<Uint8Array> {
  const head = new Uint8Array(await source.slice(0, 2).arrayBuffer());
  const isWorkbook = head[0] === 0x50 && head[1] === 0x4b; // a workbook is a zip archive, and those begin with PK
  const header = new Map<number, string>([[1, idHeader.name]]);
  if (isWorkbook && headerRows === 2) header.set(2, idHeader.label);
  const fill = { header, values: sourceIds, ...(isWorkbook ? { sheet } : {}) };
  const copy = isWorkbook ? await writeColumn(source, fill) : await writeCsvColumn(source, fill);
  if (!copy.ok) refuse('No copy of the file can be made for --workbook; the records were written.');
  yield copy.value;
}

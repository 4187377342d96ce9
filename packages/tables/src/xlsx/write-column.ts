import type { Position } from '@ctdx/model';
import { type ColumnFill, refuseFormulas } from '../column-fill.js';
import { columnIndex, columnLetters } from '../columns.js';
import type { Item } from '../item.js';
import { limitsFrom } from '../limits.js';
import { lastItem, Refusal } from '../refusal.js';
import { collect, type Source } from '../source.js';
import { type PackedFile, pack } from '../zip/pack.js';
import { cleanCopy } from './clean-copy.js';
import { fillColumn } from './fill-column.js';
import { openPackage, type Package } from './package.js';
import { type ReadXlsxOptions, readContext, sheetPart, sheetRows } from './read-xlsx.js';
import type { SheetContext } from './sheet.js';
import { readWorkbook } from './workbook.js';

/**
 * Gives a copy of a workbook with one column of one sheet filled: the column whose header cells say the same, else
 * the first one right of everything that stands in the sheet. Drop-downs, formats, hidden rows and other sheets stay
 * as they are. The copy is a plain .xlsx without author, path or macro, whatever the source was; the source is only
 * read. The same source and texts give the same bytes.
 * @throws {TypeError} when a text to write could be taken for a formula.
 * @throws {RangeError} for a row or a column that a sheet doesn't have.
 */
export async function writeColumn(
  source: Source,
  fill: ColumnFill,
  options: Omit<ReadXlsxOptions, 'sheet'> = {},
): Promise<Item<Uint8Array>> {
  const limits = limitsFrom(options.limits);
  const { sheet = 1 } = fill;
  const wanted = refuseFormulas(fill);
  const asked = fill.column === undefined ? undefined : columnIndex(fill.column);
  const fileAt: Position = options.file === undefined ? {} : { file: options.file };
  const at: Position = { ...fileAt, sheet };
  try {
    const file = await openPackage(source, limits, fileAt);
    const workbook = await readWorkbook(file, limits, fileAt);
    if (workbook.hasMacroSheet) throw new Refusal('unsafe-workbook', fileAt);
    const part = sheetPart(workbook, sheet, at);
    const context = { ...(await readContext(file, workbook, limits, fileAt)), at };
    // Every row is read even when the column is known: a broken sheet is never copied.
    const free = await targetColumn(file, part, context, fill.header);
    const target = asked ?? free;
    const parts = new Map<string, Uint8Array>();
    for (const name of file.names) parts.set(name, await collect(file.part(name)));
    const copy = cleanCopy(parts, workbook.part);
    const sheetName = file.names.find((name) => name.toLowerCase() === part.toLowerCase()) as string;
    const xml = utf8(copy.get(sheetName) as Uint8Array, at);
    copy.set(sheetName, new TextEncoder().encode(fillColumn(xml, target, wanted)));
    const files: PackedFile[] = [...copy].map(([name, content]) => ({ name, content }));
    return { ok: true, value: await collect(pack(files)) };
  } catch (error) {
    return lastItem(error);
  }
}

/** The column with these header cells, or the first one right of every cell that holds something. */
async function targetColumn(
  file: Package,
  part: string,
  context: SheetContext,
  header: ReadonlyMap<number, string>,
): Promise<number> {
  let width = 0;
  const matching = new Map<number, number>();
  for await (const item of sheetRows(file, part, context)) {
    if (!item.ok) throw Refusal.of(item.finding);
    const { row, cells } = item.value;
    for (const { column, text } of cells) {
      const index = columnIndex(column);
      width = Math.max(width, index);
      if (header.get(row) === text) matching.set(index, (matching.get(index) ?? 0) + 1);
    }
  }
  const same = [...matching].find(([, count]) => count === header.size)?.[0];
  return same ?? columnIndex(columnLetters(width + 1));
}

/** A sheet in another encoding can be read and not be copied: its declaration would no longer be true. */
function utf8(bytes: Uint8Array, at: Position): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('damaged-file', at);
  }
}

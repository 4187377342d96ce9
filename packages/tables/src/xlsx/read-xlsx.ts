import type { Position } from '@ctdx/model';
import type { Item, ReadOptions, Row } from '../item.js';
import { type Limits, limitsFrom } from '../limits.js';
import { lastItem, Refusal } from '../refusal.js';
import type { Source } from '../source.js';
import { openPackage, type Package } from './package.js';
import { readSharedStrings } from './shared-strings.js';
import { type SheetContext, sheetParser } from './sheet.js';
import { readDateStyles } from './styles.js';
import { readWorkbook, type Workbook } from './workbook.js';

/** How to read a workbook. */
export interface ReadXlsxOptions extends ReadOptions {
  /** Sheet by its place in the workbook, from 1; hidden sheets count. @defaultValue 1 */
  readonly sheet?: number;
}

/**
 * Reads a sheet of an .xlsx or .xlsm workbook, row by row; the sheet's XML is never held as a whole. Formulas show
 * their last computed value, macros are neither run nor read. A broken row is a finding and reading goes on; a
 * broken file or a passed limit is the last item.
 * @throws {RangeError} for a limit or a sheet index that is none; {TypeError} for a source that is none.
 * @example for await (const item of readXlsx(file)) if (item.ok) console.log(item.value.row);
 */
export async function* readXlsx(
  source: Source,
  options: ReadXlsxOptions = {},
): AsyncGenerator<Item<Row>, void, undefined> {
  const limits = limitsFrom(options.limits);
  const { sheet = 1 } = options;
  if (!Number.isSafeInteger(sheet) || sheet < 1)
    throw new RangeError('A sheet index is a whole number from 1.');
  const fileAt: Position = options.file === undefined ? {} : { file: options.file };
  const at: Position = { ...fileAt, sheet };
  try {
    const file = await openPackage(source, limits, fileAt);
    const workbook = await readWorkbook(file, limits, fileAt);
    const part = sheetPart(workbook, sheet, at);
    const context: SheetContext = { ...(await readContext(file, workbook, limits, fileAt)), at };
    let rows = 0;
    for await (const item of sheetRows(file, part, context)) {
      rows += 1;
      if (rows > limits.rows) {
        const row = item.ok ? item.value.row : (item.finding.row as number);
        throw new Refusal('limit-rows', { ...at, row }, limits.rows);
      }
      yield item;
    }
    if (rows === 0) throw new Refusal('empty-file', at);
  } catch (error) {
    yield lastItem(error);
  }
}

/** A sheet of a workbook. */
export interface Sheet {
  /** Place in the workbook, from 1. */
  readonly index: number;
  readonly hidden: boolean;
  /** False for a chart or a macro sheet. */
  readonly hasRows: boolean;
  /** Only when asked for: a name may name a victim. */
  readonly name?: string;
}

/** How to list sheets. */
export interface ListSheetsOptions extends ReadOptions {
  /** Give the names too. @defaultValue false */
  readonly names?: boolean;
}

/**
 * Lists the sheets of a workbook by index.
 * @throws {RangeError} for a limit that is not a positive number; {TypeError} for a source that is none.
 */
export async function listSheets(
  source: Source,
  options: ListSheetsOptions = {},
): Promise<Item<readonly Sheet[]>> {
  const limits = limitsFrom(options.limits);
  const at: Position = options.file === undefined ? {} : { file: options.file };
  try {
    const { sheets } = await readWorkbook(await openPackage(source, limits, at), limits, at);
    const value = sheets.map(({ index, hidden, part, name }) => ({
      index,
      hidden,
      hasRows: part !== undefined,
      ...(options.names === true ? { name } : {}),
    }));
    return { ok: true, value };
  } catch (error) {
    return lastItem(error);
  }
}

/** Name of the part that holds a sheet; ends the reading when there is no such sheet. */
export function sheetPart(workbook: Workbook, sheet: number, at: Position): string {
  const part = workbook.sheets[sheet - 1]?.part;
  if (part === undefined) throw new Refusal('no-such-sheet', at);
  return part;
}

/** Reads what the sheets share. */
export async function readContext(
  file: Package,
  workbook: Workbook,
  limits: Limits,
  at: Position,
): Promise<Omit<SheetContext, 'at'>> {
  const { styles, sharedStrings, dateSystem } = workbook;
  return {
    dateStyles: styles === undefined ? [] : await readDateStyles(file.part(styles), limits, at),
    strings: sharedStrings === undefined ? [] : await readSharedStrings(file.part(sharedStrings), limits, at),
    dateSystem,
    limits,
  };
}

/** The rows of a sheet part. */
export async function* sheetRows(
  file: Package,
  part: string,
  context: SheetContext,
): AsyncGenerator<Item<Row>, void, undefined> {
  const parser = sheetParser(context);
  for await (const chunk of file.part(part)) yield* parser.write(chunk).map(toItem);
  yield* parser.end().map(toItem);
}

function toItem(item: ReturnType<ReturnType<typeof sheetParser>['end']>[number]): Item<Row> {
  return 'row' in item ? { ok: true, value: item.row } : { ok: false, finding: item.finding, ends: false };
}

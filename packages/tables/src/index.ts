// Read
export { readCsv } from './csv/read-csv.js';
export { readJson, readNdjson } from './ndjson/read-ndjson.js';
export { listSheets, readXlsx } from './xlsx/read-xlsx.js';
export { textAt } from './item.js';
export { defaultLimits } from './limits.js';

// Write
export { writeCsv } from './csv/write-csv.js';
export { writeCsvColumn } from './csv/write-csv-column.js';
export { writeNdjson } from './ndjson/write-ndjson.js';
export { TablesError } from './tables-error.js';
export { writeColumn } from './xlsx/write-column.js';
export { writeXlsx } from './xlsx/write-xlsx.js';

// Name and convert
export { columnIndex, columnLetters } from './columns.js';
export { guard, isFormulaLike, unguard } from './guard.js';
export { dateToSerial, serialToDate } from './serial-date.js';
export { bytesOf } from './source.js';

// Types
export type { ColumnFill } from './column-fill.js';
export type { Delimiter } from './csv/delimiter.js';
export type { ReadCsvOptions } from './csv/read-csv.js';
export type { CsvValue, WriteCsvOptions } from './csv/write-csv.js';
export type { Cell, CellKind, DateSystem, Item, ReadOptions, Row } from './item.js';
export type { Limits } from './limits.js';
export type { JsonLine } from './ndjson/read-ndjson.js';
export type { Source } from './source.js';
export type { TablesErrorCode } from './tables-error.js';
export type { Encoding } from './text.js';
export type { ListSheetsOptions, ReadXlsxOptions, Sheet } from './xlsx/read-xlsx.js';
export type { ColumnToWrite, HeaderRow, SheetToWrite, XlsxValue } from './xlsx/write-sheet.js';
export type { WorkbookToWrite } from './xlsx/write-xlsx.js';

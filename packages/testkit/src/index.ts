// Chance and time, the same every time
export { steppingClock, stoppedClock } from './clock.js';
export { seededRandom } from './random.js';
export type { SeededRandom } from './random.js';

// Canary
export { canaryWord, findCanary, plantCanary } from './canary.js';
export type { Planted, PlantOptions } from './canary.js';

// Workbooks as people fill them
export { makeCsv } from './htcds/make-csv.js';
export { makeWorkbook } from './htcds/make-workbook.js';
export { htcdsChoices, htcdsColumn, htcdsColumns, htcdsLayouts } from './htcds/layout.js';
export type { CsvRequest } from './htcds/make-csv.js';
export type { HtcdsColumn, HtcdsLayout, HtcdsVariant } from './htcds/layout.js';
export type { AddedColumn, WorkbookRequest } from './htcds/make-workbook.js';
export type { CellValue, SheetRow } from './htcds/sheet-xml.js';

// Records
export { generateRecord } from './records/generate-record.js';
export { mutate } from './records/mutate.js';
export { sampleSchema } from './records/sample-schema.js';
export { schemaOf } from './records/schema-of.js';
export type { RecordRequest } from './records/generate-record.js';
export type { Schema } from './records/schema-of.js';

// A toy of the next versions of the standard
export { makeToy } from './toy/make-toy.js';
export { minorVectors } from './toy/toy-minor.js';

// Four invented countries: workbooks of cases, tables of screenings, plans of action
export { fourNationalWorkbooks } from './national/four-national-workbooks.js';
export { fourPlanWorkbooks } from './national/four-plan-workbooks.js';
export { fourScreeningFiles } from './national/four-screening-files.js';
export { nationalYears } from './national/countries.js';
export type { NationalWorkbook, PlantedMistake } from './national/four-national-workbooks.js';
export type { PlanWorkbook } from './national/four-plan-workbooks.js';
export type { ScreeningFile } from './national/four-screening-files.js';
export type { SheetMistake } from './national/sheets.js';

// Import
export { importHtcds } from './htcds/import-htcds.js';
export { readMapping } from './htcds/mapping.js';
export { idHeader } from './htcds/columns.js';
export type { ImportItem } from './htcds/import-htcds.js';
export type { DateOrder } from './htcds/dates.js';
export type { ExtraColumns, MappingRead, SourceMapping } from './htcds/mapping.js';
export type { ImportHtcdsOptions } from './htcds/options.js';
export type { ImportSource } from './htcds/source-rows.js';

// Import what a small office fills
export { importTable } from './layouts/import-table.js';
export { readLayoutMapping } from './layouts/options.js';
export { layoutNames, layoutOf } from './layouts/layout.js';
export type { LayoutRecords, TableItem } from './layouts/import-table.js';
export type {
  Layout,
  LayoutColumn,
  LayoutName,
  LayoutSheet,
  ReadAs,
  Titles,
} from './layouts/layout.js';
export type {
  HandlingWishes,
  ImportTableOptions,
  LayoutMapping,
  LayoutMappingRead,
} from './layouts/options.js';
export type { LayoutSource } from './layouts/sheets.js';

// Ids
export { memoryIds } from './ids.js';
export { uuid7 } from './uuid7.js';
export type { IdKind, IdRegister, MemoryIdsOptions, Revision } from './ids.js';
export type { RandomBytes } from './uuid7.js';

// From version to version
export { MigrationError, migrate } from './migrate/migrate.js';
export { readMigrations } from './migrate/read-migrations.js';
export { migrationLosses } from './migrate/migration.js';
export type { Migrated, MigrateOptions } from './migrate/migrate.js';
export type {
  Migration,
  MigrationLoss,
  MigrationLossCode,
  Operation,
  Step,
} from './migrate/migration.js';

// What was lost
export { losses } from './loss.js';
export type { Loss, LossCode } from './loss.js';

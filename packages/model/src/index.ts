// Records and their levels
export { levels } from './level.js';
export { recordTypes } from './record-types.js';
export type { Level } from './level.js';
export type {
  ActionPlan,
  AgencyRef,
  Agreement,
  Case,
  Indicator,
  LevelOf,
  Match,
  Money,
  Parcel,
  PartialDate,
  Period,
  Receipt,
  RecordLevels,
  RecordOf,
  RecordType,
  Referral,
  ReportingPeriod,
  Screening,
  Withdrawal,
} from './records.js';

// Versions of the standard
export { isDraft, newestVersion, supportedVersions } from './generated/versions.js';
export { compareVersions, highestCommon, parseVersion, versionStanding } from './versions.js';
export type { VersionStanding } from './versions.js';

// Findings
export { findingSeverities } from './generated/finding-codes.js';
export type { Finding, FindingCode, FindingFacts, Position, Severity } from './finding.js';

// What was checked
export type { Checked, DeepReadonly, Valid } from './valid.js';

// Exact counts
export { exact, isUnprotected, unprotected } from './unprotected.js';
export type { Unprotected } from './unprotected.js';

// What may be published
export { isRelease, markRelease } from './release.js';
export type {
  PlanDimension,
  PlanTable,
  RefusalReason,
  RefusedTable,
  Release,
  ReleaseBasis,
  ReleaseCategory,
  ReleaseCell,
  ReleaseContent,
  ReleasedTable,
  ReleasePlan,
} from './release.js';

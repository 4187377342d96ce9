// Look, or insist
export { check, checkerOf, parse } from './check.js';
export { checkDeclared } from './check-declared.js';
export { checkers } from './generated/checkers.js';
export type { RecordKind } from './check.js';
export type { ExpectedKind } from './check-declared.js';
export type { CheckOptions, RecordChecker } from './record-checker.js';

// Text and files
export { checkFile } from './check-file.js';
export { checkJson } from './check-json.js';
export { readRecords } from './read-records.js';
export type { CheckedRow, FileOptions } from './check-file.js';
export type { Parsed } from './json/read-json.js';
export type { JsonLayout } from './json/split.js';
export type { ReadOptions, ReadRow } from './read-records.js';

// What goes wrong
export { InvalidRecordError } from './invalid-record-error.js';
export { standardPath } from './standard-path.js';
export { summarize } from './summarize.js';
export type { Summary } from './summarize.js';

// Versions of the standard
export { newestVersion, supportedVersions } from '@ctdx/model';

// National profiles
export { findIdentifiers } from './profile-identifiers.js';
export { isCompiledProfile } from './profile.js';
export { withProfile } from './profile-wording.js';
export type { FoundIdentifier } from './profile-identifiers.js';
export type {
  CompiledProfile,
  ProfileBound,
  ProfileCheck,
  ProfileFunctions,
  ProfileRule,
} from './profile.js';

// Limits
export { defaultLimits } from './limits.js';
export type { CheckLimits } from './limits.js';

// Words
export { say } from './wording.js';
export type { Sentences, Wording } from './wording.js';

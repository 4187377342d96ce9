// Publish
export { audit } from './audit.js';
export { protect } from './protect.js';
export { release } from './release.js';
export type { AuditReport } from './audit.js';
export type { ReleaseOptions } from './release.js';

// Count
export { frequencyTable } from './tables/frequency-table.js';
export type { CountTable } from './tables/frequency-table.js';

// Rows and rules
export { defaultRule } from './suppression/rule.js';
export type { Rule } from './suppression/rule.js';
export type { Row } from './tables/persons.js';

// Pseudonyms
export { keyServiceFrom } from './pseudonyms/key-service.js';
export { pseudonymize, strippedFor } from './pseudonyms/pseudonymize.js';
export { yearsFrom } from './pseudonyms/reporting-period.js';
export type { KeyService } from './pseudonyms/key-service.js';
export type { DisclosureLoss, DisclosureLossCode } from './pseudonyms/loss.js';
export type {
  PseudonymizeOptions,
  Pseudonymized,
  PseudonymPair,
  StrippableType,
} from './pseudonyms/pseudonymize.js';
export type { PeriodNaming, ReportingPeriod } from './pseudonyms/reporting-period.js';

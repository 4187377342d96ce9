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

// Publish
export { audit } from './audit.js';
export { release } from './release.js';
export type { AuditReport } from './audit.js';
export type { ReleaseOptions } from './release.js';

// Rows and rules
export { defaultRule } from './suppression/rule.js';
export type { Rule } from './suppression/rule.js';
export type { Row } from './tables/persons.js';

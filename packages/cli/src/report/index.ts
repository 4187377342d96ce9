export { renderReport } from './render-report.js';
export type { Covered, ReportOptions } from './method.js';

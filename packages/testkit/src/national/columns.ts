import type { AddedColumn } from '../htcds/make-workbook.js';

/** Columns that the four agencies add to the template. AN stays free: one template counts it as its own. */
export const nationalColumns = {
  id: { column: 'AO', label: 'Case No' },
  incident: { column: 'AP', label: 'Incident' },
  registeredOn: { column: 'AQ', label: 'Date registered' },
  closedOn: { column: 'AR', label: 'Date closed' },
  statusDate: { column: 'AS', label: 'Date of decision' },
} as const satisfies Readonly<Record<string, AddedColumn>>;

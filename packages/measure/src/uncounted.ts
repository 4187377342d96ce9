import { UNKNOWN } from './dimensions.js';
import type { PersonRow } from './rows.js';
import { counts, type StatusBasis } from './status-bases.js';

/** People who are in the records and in no figure, so that nobody wonders where they went. */
export interface Uncounted {
  readonly country: string;
  /** `period`: the date is too coarse to tell the period. `status`: no indicator counts the status. */
  readonly because: 'period' | 'status';
  /** The status; absent where the period is the reason. */
  readonly status?: string;
  readonly people: number;
}

/** Whom the figures of a country leave out, with the reason. */
export function uncountedIn(
  country: string,
  rows: readonly PersonRow[],
  bases: readonly StatusBasis[],
): readonly Uncounted[] {
  const isCounted = ({ status }: PersonRow) => bases.some((basis) => counts(basis, status));
  const placeless = rows.filter((row) => isCounted(row) && row.period === UNKNOWN).length;
  const others = rows.filter((row) => !isCounted(row));
  const statuses = [...new Set(others.map(({ status }) => status))].sort();
  return [
    ...(placeless > 0 ? [{ country, because: 'period' as const, people: placeless }] : []),
    ...statuses.map((status) => ({
      country,
      because: 'status' as const,
      status,
      people: others.filter((row) => row.status === status).length,
    })),
  ];
}

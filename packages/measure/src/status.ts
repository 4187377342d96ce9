import type { AnyCase } from './any-case.js';
import { type DayRange, dayRange } from './day-range.js';

/** What the country itself said last of a person, in one record. */
export interface Statement {
  readonly status: string;
  readonly basis: string;
  /** Absent when the decision has no date, as after an import. */
  readonly on?: DayRange;
}

/** A decision outweighs what was found in another system, and that outweighs a screening. */
const basisOrder = ['screening', 'imported', 'decision'];

/** Between statements that neither date nor basis sets in order. */
const statusOrder = ['undetermined', 'potential', 'withdrawn', 'notIdentified', 'presumed', 'identified'];

/**
 * The latest statement by the country whose record this is: the history is kept oldest first. What another country
 * decided changes nothing here.
 */
export function statementOf(record: AnyCase): Statement | undefined {
  const latest = record.statusHistory?.findLast((entry) => entry.country === record.source.country);
  if (!latest) return undefined;
  return {
    status: latest.status,
    basis: latest.basis,
    ...(latest.decidedOn && { on: dayRange(latest.decidedOn.value) }),
  };
}

/**
 * The statement that holds among those of several agencies of one country, in whatever order they come: none that is
 * certainly earlier than another; then a decision over an import over a screening; then the one that goes further.
 */
export function prevailing(statements: readonly Statement[]): Statement | undefined {
  const latest = statements.filter((one) => !statements.some((other) => isAfter(other, one)));
  return latest.sort((a, b) => weight(b) - weight(a))[0];
}

function isAfter(a: Statement, b: Statement): boolean {
  return a.on !== undefined && b.on !== undefined && a.on.from > b.on.to;
}

function weight({ basis, status }: Statement): number {
  return basisOrder.indexOf(basis) * statusOrder.length + statusOrder.indexOf(status);
}

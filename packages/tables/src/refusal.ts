import { type Finding, type FindingCode, findingSeverities, type Position } from '@ctdx/model';
import type { Item } from './item.js';

/** Makes a finding about a place in a file. The path is empty: what is wrong is the file, not a property. */
export function finding(code: FindingCode, at: Position, limit?: number): Finding {
  const facts = limit === undefined ? {} : { facts: { limit } };
  return { code, severity: findingSeverities[code], path: '', ...at, ...facts } as Finding;
}

/** Ends a reading from the inside. It never leaves this package: readers turn it into their last item. */
export class Refusal extends Error {
  readonly finding: Finding;

  constructor(code: FindingCode, at: Position, limit?: number) {
    super(code);
    this.finding = finding(code, at, limit);
  }

  /** Ends a reading with a finding that would let another kind of reading go on. */
  static of({ code, file, sheet, row, column, facts }: Finding): Refusal {
    const at = Object.fromEntries(
      Object.entries({ file, sheet, row, column }).filter(([, value]) => value !== undefined),
    );
    const limit = facts !== undefined && 'limit' in facts ? facts.limit : undefined;
    return new Refusal(code, at, typeof limit === 'number' ? limit : undefined); // a profile writes its limits out
  }
}

/** Turns a refusal into the last item of a reading; anything else is a fault and is thrown on. */
export function lastItem(error: unknown): Extract<Item<never>, { ok: false }> {
  if (error instanceof Refusal) return { ok: false, finding: error.finding, ends: true };
  throw error;
}

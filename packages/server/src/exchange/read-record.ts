import { and, desc, eq, exists, or, sql } from 'drizzle-orm';
import type { AgencyRef } from '../configuration.js';
import type { Context } from '../context.js';
import { deliveries, records } from '../database/schema.js';
import { Refusal } from '../problems.js';
import { isSame } from './agreement.js';
import { type HeldRecord, toHeldRecord } from './held-record.js';

/**
 * The newest revision of a record that is the caller's own or was sent to it. What it may not see is not found,
 * as if it did not exist.
 * @throws {Refusal} `not-found`; `record-ambiguous` when several agencies sent the caller this id
 */
export async function readRecord(
  caller: AgencyRef,
  id: string,
  source: AgencyRef | undefined,
  { database }: Context,
): Promise<HeldRecord> {
  const sent = database
    .select({ one: sql`1` })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.country, caller.country),
        eq(deliveries.agency, caller.agency),
        eq(deliveries.sourceCountry, records.country),
        eq(deliveries.sourceAgency, records.agency),
        eq(deliveries.id, records.id),
        eq(deliveries.revision, records.revision),
      ),
    );
  const rows = await database
    .selectDistinctOn([records.country, records.agency])
    .from(records)
    .where(and(eq(records.id, id), or(isFrom(caller), exists(sent)), source && isFrom(source)))
    .orderBy(records.country, records.agency, desc(records.revision));
  const own = rows.find((row) => isSame(row, caller));
  const row = own ?? rows[0];
  if (row === undefined) throw new Refusal('not-found');
  if (own === undefined && rows.length > 1) throw new Refusal('record-ambiguous');
  return toHeldRecord(row);
}

function isFrom({ country, agency }: AgencyRef) {
  return and(eq(records.country, country), eq(records.agency, agency));
}

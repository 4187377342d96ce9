import { and, asc, eq, gt } from 'drizzle-orm';
import type { AgencyRef } from '../configuration.js';
import type { Context } from '../context.js';
import { deliveries, records } from '../database/schema.js';
import { Refusal } from '../problems.js';
import { type HeldRecord, toHeldRecord } from './held-record.js';

/** Entries of a feed answer unless the caller asks for another number. */
export const defaultFeedLimit = 100;
/** Most entries of one answer, so that an answer of full cases stays below a few megabytes. */
export const maximumFeedLimit = 500;

/** A record that was sent to the caller, and under what. */
export interface FeedEntry extends HeldRecord {
  readonly cursor: string;
  readonly parcel: string;
  readonly sender: AgencyRef;
  readonly purpose: string;
  readonly agreement: { readonly ref: string; readonly version: number; readonly clause: string };
}

/** A stretch of a feed. */
export interface Feed {
  readonly entries: readonly FeedEntry[];
  readonly next: string;
  readonly more: boolean;
}

const isRecordOfDelivery = and(
  eq(records.country, deliveries.sourceCountry),
  eq(records.agency, deliveries.sourceAgency),
  eq(records.id, deliveries.id),
  eq(records.revision, deliveries.revision),
);

/**
 * Reads the caller's own delivery log after a cursor, in commit order.
 * @throws {Refusal} `cursor-expired` when the cursor is of another life of the database
 */
export async function readFeed(
  caller: AgencyRef,
  after: string | undefined,
  limit: number,
  { database, epoch }: Context,
): Promise<Feed> {
  const from = after === undefined ? 0 : sequenceOf(after, epoch);
  const rows = await database
    .select()
    .from(deliveries)
    .innerJoin(records, isRecordOfDelivery)
    .where(
      and(
        eq(deliveries.country, caller.country),
        eq(deliveries.agency, caller.agency),
        gt(deliveries.sequence, from),
      ),
    )
    .orderBy(asc(deliveries.sequence))
    .limit(limit + 1); // one more tells whether there is more
  const entries = rows.slice(0, limit).map(({ deliveries: delivery, records: record }) => ({
    cursor: `${epoch}.${delivery.sequence}`,
    parcel: delivery.parcel,
    sender: { country: delivery.senderCountry, agency: delivery.senderAgency },
    purpose: delivery.purpose,
    agreement: { ref: delivery.agreement, version: delivery.agreementVersion, clause: delivery.clause },
    ...toHeldRecord(record),
  }));
  return { entries, next: entries.at(-1)?.cursor ?? `${epoch}.${from}`, more: rows.length > limit };
}

function sequenceOf(cursor: string, epoch: string): number {
  const [life, sequence] = cursor.split('.');
  if (life !== epoch) throw new Refusal('cursor-expired');
  return Number(sequence);
}

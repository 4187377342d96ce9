import { sql } from 'drizzle-orm';
import { type AgencyRef, nameOf } from '../configuration.js';
import type { Database } from '../database/open.js';
import { deliveries, deliveryCounters } from '../database/schema.js';
import type { Item, Parcel } from './parcel.js';
import type { Held } from './store.js';

/**
 * Appends to the delivery log of each recipient what it does not have yet. The counter row of a recipient stays
 * locked until commit, so numbers follow the order of commits and nobody reads past a number that is still to come.
 */
export async function deliver(held: Held, parcel: Parcel, database: Database): Promise<void> {
  const items = [...held.values()]
    .filter(({ verdict }) => verdict !== 'revision-conflict')
    .map(({ fit }) => fit.item);
  // Recipients in one order everywhere: two parcels then never wait for each other in a ring.
  const recipients = [...parcel.recipients].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  for (const recipient of recipients) await append(recipient, items, parcel, database);
}

async function append(
  recipient: AgencyRef,
  items: readonly Item[],
  parcel: Parcel,
  database: Database,
): Promise<void> {
  if (items.length === 0) return;
  const { country, agency } = recipient;
  const [counter] = await database
    .insert(deliveryCounters)
    .values({ country, agency, last: 0 })
    .onConflictDoUpdate({
      target: [deliveryCounters.country, deliveryCounters.agency],
      set: { last: sql`${deliveryCounters.last}` },
    })
    .returning({ last: deliveryCounters.last });
  let last = counter?.last ?? 0;
  // Under the lock nobody else appends for this recipient, so what it has already can be left out before numbering.
  const had = await delivered(recipient, items, database);
  const rows = [];
  for (const item of items) {
    const name = identity(item.source, item);
    if (had.has(name)) continue;
    had.add(name);
    last += 1;
    rows.push(toRow(item, recipient, parcel, last));
  }
  if (rows.length === 0) return;
  await database.insert(deliveries).values(rows);
  await database
    .update(deliveryCounters)
    .set({ last })
    .where(sql`${deliveryCounters.country} = ${country} and ${deliveryCounters.agency} = ${agency}`);
}

async function delivered(
  recipient: AgencyRef,
  items: readonly Item[],
  database: Database,
): Promise<Set<string>> {
  const { country, agency } = recipient;
  const rows = await database
    .select({
      country: deliveries.sourceCountry,
      agency: deliveries.sourceAgency,
      id: deliveries.id,
      revision: deliveries.revision,
    })
    .from(deliveries)
    .where(
      sql`${deliveries.country} = ${country} and ${deliveries.agency} = ${agency} and ${deliveries.id} in ${items.map(({ id }) => id)}`,
    );
  return new Set(rows.map((row) => identity(row, row)));
}

function toRow(item: Item, { country, agency }: AgencyRef, parcel: Parcel, sequence: number) {
  return {
    country,
    agency,
    sequence,
    sourceCountry: item.source.country,
    sourceAgency: item.source.agency,
    id: item.id,
    revision: item.revision,
    senderCountry: parcel.sender.country,
    senderAgency: parcel.sender.agency,
    parcel: parcel.id,
    purpose: parcel.purpose,
    agreement: parcel.agreement.ref,
    agreementVersion: parcel.agreement.version,
    clause: parcel.agreement.clause,
  };
}

function identity(source: AgencyRef, { id, revision }: { id: string; revision: number }): string {
  return `${nameOf(source)} ${id} ${revision}`;
}

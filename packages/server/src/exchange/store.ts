import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/open.js';
import { quarantine, records } from '../database/schema.js';
import { type Fit, isAbout, type Judgement } from './judge.js';
import type { Parcel } from './parcel.js';
import { saltedDigest } from './signature.js';

/** What became of a fit record when it met those that are held. */
export type Outcome =
  | { readonly verdict: 'accepted'; readonly fit: Fit }
  | { readonly verdict: 'duplicate'; readonly fit: Fit; readonly receivedAt: Date }
  | { readonly verdict: 'revision-conflict'; readonly fit: Fit };

/** Outcomes by place in the parcel; a rejected record has none. */
export type Held = ReadonlyMap<number, Outcome>;

/** Contents put aside for one revision. More tell a person nothing, and would let a sender fill the disk. */
const asideLimit = 8;
/** Rows of one statement: PostgreSQL takes 65,535 parameters, and a row has 13. */
const rowsPerStatement = 1000;

type Row = typeof records.$inferSelect;

/** Holds what is new, recognises what is held, and puts aside what contradicts it. Nothing is overwritten. */
export async function store(
  judgements: readonly Judgement[],
  parcel: Parcel,
  database: Database,
  now: Date,
): Promise<Held> {
  const rows = new Map<number, Row>();
  judgements.forEach((judgement, index) => {
    if ('fit' in judgement) rows.set(index, toRow(judgement.fit, parcel, now));
  });
  // The first of several with one identity is offered; the others meet it as they would meet any held record.
  const offered = new Map<string, number>();
  for (const [index, row] of rows) if (!offered.has(identity(row))) offered.set(identity(row), index);
  const fresh = await insert(
    [...offered.values()].map((index) => rows.get(index) as Row),
    database,
  );

  const held = new Map<number, Outcome>();
  for (const [index, row] of rows) {
    const { fit } = judgements[index] as { fit: Fit };
    const isNew = offered.get(identity(row)) === index && fresh.has(identity(row));
    held.set(index, isNew ? { verdict: 'accepted', fit } : await meet(fit, row, database));
  }
  return held;
}

/** Rows go in by order of identity: two parcels with the same records then never wait for each other in a ring. */
async function insert(rows: Row[], database: Database): Promise<Set<string>> {
  const sorted = rows.sort((one, other) => (identity(one) < identity(other) ? -1 : 1));
  const fresh = new Set<string>();
  for (let from = 0; from < sorted.length; from += rowsPerStatement) {
    const added = await database
      .insert(records)
      .values(sorted.slice(from, from + rowsPerStatement))
      .onConflictDoNothing()
      .returning({
        country: records.country,
        agency: records.agency,
        id: records.id,
        revision: records.revision,
      });
    for (const row of added) fresh.add(identity(row));
  }
  return fresh;
}

async function meet(fit: Fit, row: Row, database: Database): Promise<Outcome> {
  const [kept] = await database
    .select({ salt: records.salt, digest: records.digest, receivedAt: records.receivedAt })
    .from(records)
    .where(isRevision(records, row));
  if (kept === undefined) throw new Error('a held record is gone');
  if ((await saltedDigest(kept.salt, fit.bytes)) === kept.digest) {
    return { verdict: 'duplicate', fit, receivedAt: kept.receivedAt };
  }
  await putAside(fit, row, database);
  return { verdict: 'revision-conflict', fit };
}

async function putAside(fit: Fit, row: Row, database: Database): Promise<void> {
  // The accepted row is the lock: two contradictions of one revision are numbered in turn.
  await database.select({ id: records.id }).from(records).where(isRevision(records, row)).for('update');
  const aside = await database
    .select({ salt: quarantine.salt, digest: quarantine.digest })
    .from(quarantine)
    .where(isRevision(quarantine, row));
  if (aside.length >= asideLimit) return;
  for (const { salt, digest } of aside) if ((await saltedDigest(salt, fit.bytes)) === digest) return;
  const { type: _type, level: _level, ...kept } = row;
  await database.insert(quarantine).values({ ...kept, place: aside.length + 1 });
}

function toRow(fit: Fit, parcel: Parcel, now: Date): Row {
  const { item } = fit;
  const digest = parcel.digests?.find((one) => isAbout(one, item));
  const signature = parcel.signatures?.find((one) => isAbout(one, item));
  if (digest === undefined || signature === undefined)
    throw new Error('a fit record has a digest and a signature');
  return {
    country: item.source.country,
    agency: item.source.agency,
    id: item.id,
    revision: item.revision,
    type: item.type,
    level: item.handling.level,
    content: item as unknown as Record<string, unknown>,
    salt: digest.salt,
    digest: digest.digest,
    keyId: signature.keyId,
    algorithm: signature.algorithm,
    jws: signature.jws,
    receivedAt: now,
  };
}

function identity(row: Pick<Row, 'country' | 'agency' | 'id' | 'revision'>): string {
  return `${row.country} ${row.agency} ${row.id} ${row.revision}`;
}

function isRevision(table: typeof records | typeof quarantine, row: Row) {
  return and(
    eq(table.country, row.country),
    eq(table.agency, row.agency),
    eq(table.id, row.id),
    eq(table.revision, row.revision),
  );
}

import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';

// Every table leads with `country`, so that a distributed engine can shard on it without a change of schema.

const agency = { country: text().notNull(), agency: text().notNull() };
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

/** What proves a record's origin and content. The salt is purged with the content. */
const proof = {
  salt: text().notNull(),
  digest: text().notNull(),
  keyId: text('key_id').notNull(),
  algorithm: text().notNull(),
  jws: text().notNull(),
};

/** One life of the database. A restore starts a new epoch, which ends all cursors of the old one. */
export const lives = pgTable(
  'lives',
  { country: text().notNull(), node: text().notNull(), epoch: text().notNull() },
  (t) => [primaryKey({ columns: [t.country, t.node] })],
);

/** Accepted revisions, by the agency that issued them: an id says nothing about another agency's. */
export const records = pgTable(
  'records',
  {
    ...agency,
    id: text().notNull(),
    revision: integer().notNull(),
    type: text().notNull(),
    level: text().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    ...proof,
    receivedAt: at('received_at'),
  },
  (t) => [primaryKey({ columns: [t.country, t.agency, t.id, t.revision] })],
);

/** Revisions whose content differs from the accepted one. They are put aside for a person and replace nothing. */
export const quarantine = pgTable(
  'quarantine',
  {
    ...agency,
    id: text().notNull(),
    revision: integer().notNull(),
    place: integer().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    ...proof,
    receivedAt: at('received_at'),
  },
  (t) => [primaryKey({ columns: [t.country, t.agency, t.id, t.revision, t.place] })],
);

/** Last number given out in each recipient's delivery log. The row is locked until commit, so order is commit order. */
export const deliveryCounters = pgTable(
  'delivery_counters',
  { ...agency, last: bigint({ mode: 'number' }).notNull() },
  (t) => [primaryKey({ columns: [t.country, t.agency] })],
);

/** What was sent to whom, numbered per recipient without gaps: a number says nothing about other recipients. */
export const deliveries = pgTable(
  'deliveries',
  {
    ...agency,
    sequence: bigint({ mode: 'number' }).notNull(),
    sourceCountry: text('source_country').notNull(),
    sourceAgency: text('source_agency').notNull(),
    id: text().notNull(),
    revision: integer().notNull(),
    senderCountry: text('sender_country').notNull(),
    senderAgency: text('sender_agency').notNull(),
    parcel: text().notNull(),
    purpose: text().notNull(),
    agreement: text().notNull(),
    agreementVersion: integer('agreement_version').notNull(),
    clause: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.country, t.agency, t.sequence] }),
    unique('deliveries_once').on(t.country, t.agency, t.sourceCountry, t.sourceAgency, t.id, t.revision),
  ],
);

/** Answers by idempotency key. Key and body are held as digests only. */
export const idempotency = pgTable(
  'idempotency',
  {
    ...agency,
    keyDigest: text('key_digest').notNull(),
    salt: text().notNull(),
    bodyDigest: text('body_digest').notNull(),
    response: text(),
    createdAt: at('created_at'),
  },
  (t) => [primaryKey({ columns: [t.country, t.agency, t.keyDigest] })],
);

/** Assertions that were used, until they expire anyway. */
export const assertions = pgTable(
  'assertions',
  { ...agency, jtiDigest: text('jti_digest').notNull(), expiresAt: at('expires_at') },
  (t) => [primaryKey({ columns: [t.country, t.agency, t.jtiDigest] })],
);

import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.js';
import type { Database } from '../database/open.js';
import { idempotency } from '../database/schema.js';
import { base64url, sha256 } from '../handed-in.js';
import { Refusal } from '../problems.js';
import type { Arrival } from './ingest.js';
import { saltedDigest } from './signature.js';

/** Place of an answer that is being made, or the answer that was made before. */
export interface Answer {
  readonly known?: string;
  readonly at: { readonly country: string; readonly agency: string; readonly keyDigest: string };
}

/** The stored answer to this key and body, if there is one. @throws {Refusal} `idempotency-key-reused` */
export async function recall(arrival: Arrival, database: Database): Promise<string | undefined> {
  return look(arrival, await place(arrival), database);
}

/**
 * Takes the key for this transaction. A second request with the same key waits here until the first one commits,
 * and then gets its answer. @throws {Refusal} `idempotency-key-reused`
 */
export async function claim(
  arrival: Arrival,
  database: Database,
  context: Context,
  now: Date,
): Promise<Answer> {
  const at = await place(arrival);
  const salt = base64url(context.random(16));
  const bodyDigest = await saltedDigest(salt, arrival.body);
  const taken = await database
    .insert(idempotency)
    .values({ ...at, salt, bodyDigest, createdAt: now })
    .onConflictDoNothing()
    .returning({ keyDigest: idempotency.keyDigest });
  if (taken.length === 1) return { at };
  const known = await look(arrival, at, database);
  if (known === undefined) throw new Refusal('unavailable'); // the key was purged in between
  return { at, known };
}

/** Keeps the answer with the key, in the transaction that made it. */
export async function remember({ at }: Answer, response: string, database: Database): Promise<void> {
  await database.update(idempotency).set({ response }).where(isAt(at));
}

async function look(arrival: Arrival, at: Answer['at'], database: Database): Promise<string | undefined> {
  const [row] = await database.select().from(idempotency).where(isAt(at));
  if (row === undefined) return undefined;
  if ((await saltedDigest(row.salt, arrival.body)) !== row.bodyDigest)
    throw new Refusal('idempotency-key-reused');
  return row.response ?? undefined;
}

async function place({ caller, idempotencyKey }: Arrival): Promise<Answer['at']> {
  return { country: caller.country, agency: caller.agency, keyDigest: await sha256(idempotencyKey) };
}

function isAt({ country, agency, keyDigest }: Answer['at']) {
  return and(
    eq(idempotency.country, country),
    eq(idempotency.agency, agency),
    eq(idempotency.keyDigest, keyDigest),
  );
}

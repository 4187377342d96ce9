import type { Agency } from '../configuration.js';
import type { Context } from '../context.js';
import { sqlState } from '../log.js';
import { clauseFor } from './agreement.js';
import { deliver } from './deliver.js';
import { accepts } from './envelope.js';
import { type Answer, claim, recall, remember } from './idempotency.js';
import { type Judgement, judge } from './judge.js';
import { type Receipt, receipt } from './receipt.js';
import { store } from './store.js';

/** A parcel as it arrived: the bytes for idempotency, the value for everything else. */
export interface Arrival {
  readonly caller: Agency;
  readonly idempotencyKey: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Parses the body; only called when the answer is not known yet. */
  readonly read: () => unknown;
}

/** The answer to a parcel, as text: what is stored is what is sent again. */
export interface Ingested {
  readonly text: string;
  /** Absent when a stored answer was given again. */
  readonly receipt?: Receipt;
}

/**
 * Takes in a parcel: judges its records, then holds, delivers and answers in one transaction.
 * @throws {import('../problems.js').Refusal} when the parcel as a whole is refused; nothing is held then
 */
export async function ingest(arrival: Arrival, context: Context): Promise<Ingested> {
  const known = await recall(arrival, context.database);
  if (known !== undefined) return { text: known };

  const { parcel, level } = accepts(arrival.read(), arrival.caller, context);
  const now = context.clock();
  const clause = clauseFor({ ...parcel, level }, context.configuration.agreements, now);
  // Verifying signatures is most of the work, and the platform does several at a time.
  const judgements: Judgement[] = await Promise.all(
    (parcel.records ?? []).map((record) => judge(record, { parcel, clause, level }, context)),
  );

  return again(() =>
    context.database.transaction(async (transaction): Promise<Ingested> => {
      const answer: Answer = await claim(arrival, transaction, context, now);
      if (answer.known !== undefined) return { text: answer.known };
      const held = await store(judgements, parcel, transaction, now);
      await deliver(held, parcel, transaction);
      const made = receipt(judgements, held, parcel, context, now);
      const text = JSON.stringify(made);
      await remember(answer, text, transaction);
      return { text, receipt: made };
    }),
  );
}

/** Deadlock and serialization failure: the database undid the transaction and asks for another try. */
const transient = new Set(['40P01', '40001']);

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3 || !transient.has(sqlState(error) ?? '')) throw error;
    }
  }
}

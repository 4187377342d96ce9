import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createNode, type ExchangeNode } from './create-node.js';
import { type OpenDatabase, openDatabase } from './database/open.js';
import { deliver } from './exchange/deliver.js';
import type { Feed } from './exchange/feed.js';
import type { Judgement } from './exchange/judge.js';
import type { Parcel } from './exchange/parcel.js';
import type { Receipt } from './exchange/receipt.js';
import { store } from './exchange/store.js';
import {
  type Caller,
  makeAssertion,
  makeCase,
  makeParcel,
  requestToken,
  signIn,
  token16,
} from './testing/agency.js';
import { type StartedPostgres, startPostgres } from './testing/postgres.js';
import { type Trial, type TrialAgency, trialConfiguration } from './trial.js';

type Json = Record<string, unknown>;
let postgres: StartedPostgres;
let opened: OpenDatabase;
let trial: Trial;
let node: ExchangeNode;
let first: TrialAgency;
let reader: Caller;
beforeAll(async () => {
  postgres = await startPostgres();
  trial = await trialConfiguration();
  first = trial.agencies[0] as TrialAgency;
  // Two nodes start on one empty database at once: the migrations run once.
  const options = {
    configuration: trial.configuration,
    trial: true,
    log: () => undefined,
    database: { url: postgres.url },
  };
  const [one, other] = await Promise.all([createNode(options), createNode(options)]);
  await other.close();
  node = one;
  opened = await openDatabase({ url: postgres.url });
});
afterAll(async () => {
  await node?.close();
  await opened?.close();
  postgres?.stop();
});
beforeEach(async () => {
  await opened.database.execute(
    sql`truncate records, quarantine, deliveries, delivery_counters, idempotency, assertions`,
  );
  reader = await signIn(node, trial.regional);
});

const feed = async (after?: string): Promise<Feed> =>
  (await reader.get(`/v1/feed?limit=500${after === undefined ? '' : `&after=${after}`}`)).json();
const idsOf = ({ entries }: Feed) => entries.map(({ record }) => record['id']);
const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Takes in a parcel by hand, step by step, and waits at the gate before it commits. */
async function ingestSlowly(parcel: Json, gate: Promise<unknown>, onDelivered: () => void): Promise<void> {
  const item = (parcel['records'] as Json[])[0];
  const judgements = [
    { fit: { item, bytes: new Uint8Array(), findings: [], complete: true } },
  ] as unknown as Judgement[];
  await opened.database.transaction(async (transaction) => {
    const held = await store(judgements, parcel as unknown as Parcel, transaction, new Date());
    await deliver(held, parcel as unknown as Parcel, transaction);
    onDelivered();
    await gate;
  });
}

describe('of two transactions', () => {
  test('the later one can’t commit first, and no reader skips the earlier one', async () => {
    const early = await makeParcel(trial, first, [makeCase(first)]);
    const late = await makeParcel(trial, first, [makeCase(first)]);
    const idOf = (parcel: Json) => (parcel['records'] as Json[])[0]?.['id'];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const numbered = { early: false, late: false };
    const one = ingestSlowly(early, gate, () => {
      numbered.early = true;
    });
    while (!numbered.early) await soon(10);
    // The later one tries to commit at once. It must wait for its number until the earlier one has committed.
    const other = ingestSlowly(late, Promise.resolve(), () => {
      numbered.late = true;
    });
    await soon(500);
    const during = await feed();
    expect([numbered.late, idsOf(during)]).toEqual([false, []]);
    open();
    await Promise.all([one, other]);
    expect(idsOf(await feed(during.next))).toEqual([idOf(early), idOf(late)]);
  });

  test('to different recipients neither waits for the other', async () => {
    const second = trial.agencies[1] as TrialAgency;
    const early = await makeParcel(trial, first, [makeCase(first)]);
    const late = await makeParcel(trial, first, [makeCase(first)], {
      recipients: [{ country: second.country, agency: second.agency }],
    });
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let numbered = false;
    const one = ingestSlowly(early, gate, () => {
      numbered = true;
    });
    while (!numbered) await soon(10);
    await ingestSlowly(late, Promise.resolve(), () => undefined); // ends while the first still waits
    open();
    await one;
  });
});

test('a reader that follows the feed while agencies send misses nothing and sees everything once', async () => {
  const callers = await Promise.all(trial.agencies.map((agency) => signIn(node, agency)));
  const sent: unknown[] = [];
  let sending = true;
  const work = Promise.all(
    callers.map(async (caller, index) => {
      const agency = trial.agencies[index] as TrialAgency;
      for (let count = 0; count < 10; count += 1) {
        const records = [makeCase(agency), makeCase(agency)];
        const receipt: Receipt = await (await caller.submit(await makeParcel(trial, agency, records))).json();
        expect(receipt.counts.accepted).toBe(2);
        sent.push(...records.map(({ id }) => id));
      }
    }),
  ).finally(() => {
    sending = false;
  });
  const seen: Feed['entries'][number][] = [];
  let cursor: string | undefined;
  for (let last = false; !last; ) {
    last = !sending; // one more look after the last parcel was answered
    const page = await feed(cursor);
    seen.push(...page.entries);
    cursor = page.next;
  }
  await work;
  expect(new Set(seen.map(({ record }) => record['id']))).toEqual(new Set(sent));
  expect(seen.map((entry) => Number(entry.cursor.split('.')[1]))).toEqual(seen.map((_, index) => index + 1));
});

test('two parcels with the same records in opposite order both end, and each record is accepted once', async () => {
  const caller = await signIn(node, first);
  for (let round = 0; round < 5; round += 1) {
    const records = Array.from({ length: 20 }, () => makeCase(first));
    const parcels = await Promise.all(
      [records, [...records].reverse()].map((list) => makeParcel(trial, first, list)),
    );
    const receipts: Receipt[] = await Promise.all(
      parcels.map(async (parcel) => (await caller.submit(parcel)).json()),
    );
    expect(receipts.reduce((sum, { counts }) => sum + counts.accepted, 0)).toBe(20);
    expect(receipts.reduce((sum, { counts }) => sum + counts.duplicate, 0)).toBe(20);
  }
  expect(new Set(idsOf(await feed())).size).toBe(100);
});

test('contradictions of one revision that meet are both put aside', async () => {
  const caller = await signIn(node, first);
  const record = makeCase(first);
  await caller.submit(await makeParcel(trial, first, [record]));
  const others = ['masculine', 'nonConforming', 'unknown'].map((gender) => ({ ...record, gender }));
  const parcels = await Promise.all(others.map((other) => makeParcel(trial, first, [other])));
  const receipts: Receipt[] = await Promise.all(
    parcels.map(async (parcel) => (await caller.submit(parcel)).json()),
  );
  const conflicts = receipts.reduce((sum, { counts }) => sum + counts['revision-conflict'], 0);
  const { rows } = (await opened.database.execute(
    sql`select place from quarantine order by place`,
  )) as unknown as { rows: Json[] };
  expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: conflicts }, (_, index) => index + 1));
  expect(conflicts).toBe(3);
});

test('one idempotency key used many times at once gives one answer and one delivery', async () => {
  const caller = await signIn(node, first);
  const parcel = await makeParcel(trial, first, [makeCase(first)]);
  const key = token16();
  const texts = await Promise.all(
    Array.from({ length: 8 }, async () => (await caller.submit(parcel, key)).text()),
  );
  expect(new Set(texts).size).toBe(1);
  expect((await feed()).entries).toHaveLength(1);
});

test('an assertion that is used many times at once opens the door once', async () => {
  const assertion = await makeAssertion(first);
  const answers = await Promise.all(Array.from({ length: 8 }, () => requestToken(node, assertion)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('a record comes back from JSONB as it was signed', async () => {
  const caller = await signIn(node, first);
  const { country, agency, agencyType } = first;
  const common = {
    schemaVersion: '1.0',
    revision: 1,
    issuedAt: '2025',
    codeListVersion: '1.0',
    provenance: { synthetic: true },
  };
  const indicator = {
    type: 'indicator',
    id: '4f1c3b9e-2d64-4a43-9f0a-1c2d3e4f5a6b',
    ...common,
    source: { country, agency, agencyType },
    handling: {
      level: 'pseudonymized',
      marking: 'restricted',
      purposes: ['statistics'],
      legalBasis: 'statisticsLaw',
    },
    definition: { id: 'VIC_DETECTED_N', version: '1.0' },
    country,
    period: { start: '2025-01', end: '2025-12' },
    value: 0.1 + 0.2,
    unit: 'percent',
    numerator: 3,
    denominator: 10,
    statusBasis: 'identified',
    status: 'A',
    countingUnit: 'person',
    flow: 'flow',
    deduplicated: 'agency',
    agenciesReported: [agency],
    protection: 'none',
  };
  const receipt: Receipt = await (await caller.submit(await makeParcel(trial, first, [indicator]))).json();
  expect(receipt.verdicts.map(({ verdict, findings }) => [verdict, findings])).toEqual([['accepted', []]]);
  expect((await feed()).entries[0]?.record).toEqual(indicator);
});

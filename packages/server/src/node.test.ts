import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNode, type ExchangeNode } from './create-node.js';
import type { Feed } from './exchange/feed.js';
import type { Receipt } from './exchange/receipt.js';
import { makeCase, makeParcel, signIn } from './test-support.js';
import { type Trial, type TrialAgency, trialConfiguration } from './trial.js';

let trial: Trial;
let node: ExchangeNode;
let sender: TrialAgency;
beforeAll(async () => {
  trial = await trialConfiguration();
  node = await createNode({ configuration: trial.configuration, trial: true, log: () => undefined });
  sender = trial.agencies[0] as TrialAgency;
});
afterAll(() => node.close());

test('a parcel goes in and comes out of the recipient’s feed', async () => {
  const record = makeCase(sender);
  const parcel = await makeParcel(trial, sender, [record]);
  const answer = await (await signIn(node, sender)).submit(parcel);
  const body = (await answer.json()) as Receipt;
  expect(body).toMatchObject({
    parcel: parcel.id,
    counts: { accepted: 1 },
    verdicts: [{ verdict: 'accepted', record: record.id }],
  });
  const feed = (await (await (await signIn(node, trial.regional)).get('/v1/feed')).json()) as Feed;
  expect(feed.entries).toHaveLength(1);
  expect(feed.entries[0]?.record).toEqual(record);
  expect(feed.more).toBe(false);
});

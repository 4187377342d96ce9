import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNode } from './create-node.js';
import type { Feed } from './exchange/feed.js';
import type { Receipt } from './exchange/receipt.js';
import { makeCase, makeParcel, signIn, signRecord } from './testing/agency.js';
import { type StartedTrial, startTrial } from './testing/start-trial.js';

type Json = Record<string, unknown>;
// A node that is no trial, in a data directory, with a clause that lets the first agency pass on what others issued.
let started: StartedTrial;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ctdx node '));
  started = await startTrial({ trial: false, database: { directory } }, {});
});
afterAll(async () => {
  await started.node.close();
  await rm(directory, { recursive: true });
});

const live = { provenance: undefined };

test('a live node takes real records and no invented ones', async () => {
  const real = JSON.parse(JSON.stringify(makeCase(started.first, live))) as Json;
  const records = [makeCase(started.first), real];
  const parcel = await makeParcel(started.trial, started.first, records, live);
  const receipt: Receipt = await (await (await signIn(started.node, started.first)).submit(parcel)).json();
  expect(receipt.verdicts.map(({ verdict }) => verdict)).toEqual(['rejected', 'accepted']);
  expect(receipt.verdicts[0]?.findings).toMatchObject([
    { code: 'synthetic-refused', path: '/provenance/synthetic' },
  ]);
});

test('a relay passes on a record with the signature of its source, under a clause that grants it', async () => {
  const record = JSON.parse(JSON.stringify(makeCase(started.second, live))) as Json;
  const parcel = await makeParcel(started.trial, started.first, [record], live);
  const [signature] = parcel['signatures'] as Json[];
  const jws = await signRecord(record, started.second);
  const relayed = { ...parcel, signatures: [{ ...signature, keyId: started.second.keyId, jws }] };
  const { configuration } = started.trial;
  const agreements = configuration.agreements.map((agreement) => ({
    ...agreement,
    clauses: agreement.clauses.map((clause) => ({ ...clause, onward: true })),
  }));
  const node = await createNode({ configuration: { ...configuration, agreements }, log: () => undefined });
  const receipt: Receipt = await (await (await signIn(node, started.first)).submit(relayed)).json();
  const feed: Feed = await (await (await signIn(node, started.trial.regional)).get('/v1/feed')).json();
  await node.close();
  expect(receipt.counts.accepted).toBe(1);
  expect(feed.entries[0]).toMatchObject({
    sender: { country: 'XA' },
    record: { source: { country: 'XB' } },
    signature: { jws },
  });
});

test('a second node does not open the data directory of a living one', async () => {
  const another = startTrial({ database: { directory } });
  await expect(another).rejects.toMatchObject({ code: 'directory-in-use' });
});

test('an embedded database serves loopback only', async () => {
  await expect(started.node.listen(0, '0.0.0.0')).rejects.toThrow(TypeError);
  expect(await started.node.listen(0)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('a database that can’t be reached says nothing of its address', async () => {
  const url = 'postgresql://marked:secret@127.0.0.1:1/marked';
  const error = await createNode({ configuration: started.trial.configuration, database: { url } }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toMatch(/marked|secret/);
});

import { readFileSync } from 'node:fs';
import { recordTypes } from '@ctdx/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Feed } from './exchange/feed.js';
import type { Receipt } from './exchange/receipt.js';
import { type Caller, makeParcel, pseudonym, signIn } from './testing/agency.js';
import { type StartedTrial, startTrial } from './testing/start-trial.js';

type Json = Record<string, unknown>;

let started: StartedTrial;
let first: Caller;
let second: Caller;
let regional: Caller;
beforeAll(async () => {
  started = await startTrial();
  first = await signIn(started.node, started.first);
  second = await signIn(started.node, started.second);
  regional = await signIn(started.node, started.trial.regional);
});
afterAll(() => started.node.close());

const sourceOf = () => {
  const { country, agency, agencyType } = started.first;
  return { country, agency, agencyType };
};

function header(level: string, purpose: string): Json {
  return {
    schemaVersion: '1.0',
    id: pseudonym(),
    revision: 1,
    issuedAt: '2025',
    source: sourceOf(),
    handling: { level, marking: 'restricted', purposes: [purpose], legalBasis: 'publicInterest' },
    codeListVersion: '1.0',
    provenance: { synthetic: true },
  };
}

const aScreening = (): Json => ({
  type: 'screening',
  ...header('pseudonymized', 'statistics'),
  reportingPeriod: { start: '2025-01', end: '2025-12' },
  setting: 'airport',
  sex: 'female',
  suspectedForms: ['forcedLabour'],
  deduplicated: 'unknown',
});

const aReferral = (): Json => {
  const { agencyType: _type, ...from } = sourceOf();
  const { country, agency } = started.second;
  return {
    type: 'referral',
    ...header('pseudonymized', 'referral'),
    from,
    to: { country, agency },
    referredOn: { value: '2025', precision: 'year' },
    reason: 'protection',
    services: ['accommodation'],
    transferBasis: 'consent',
    status: 'sent',
    events: [{ sequence: 1, event: 'sent', by: from, actor: 'person' }],
    deduplicated: 'unknown',
  };
};

const aPlan = (): Json => ({
  type: 'action-plan',
  ...header('aggregate', 'planMonitoring'),
  id: '0f5c1b2a-7d3e-4c44-8a0b-5e6f7a8b9c0d',
  planType: 'actionPlan',
  title: 'National plan 2024 to 2026',
  country: started.first.country,
});

/** Each with the clause under which a trial lets it travel, and who gets it. */
const kinds = [
  { type: 'screening', make: aScreening, clause: '2', purpose: 'statistics', to: 'regional' },
  { type: 'referral', make: aReferral, clause: '3', purpose: 'referral', to: 'second' },
  { type: 'action-plan', make: aPlan, clause: '4', purpose: 'planMonitoring', to: 'regional' },
] as const;

async function send(kind: (typeof kinds)[number], record: Json, changes: Json = {}) {
  const { country, agency } = kind.to === 'second' ? started.second : started.trial.regional;
  const parcel = await makeParcel(started.trial, started.first, [record], {
    handling: record['handling'],
    purpose: kind.purpose,
    agreement: { ...started.trial.agreement, clause: kind.clause },
    recipients: [{ country, agency }],
    ...changes,
  });
  return first.submit(parcel);
}

const entriesOf = async (caller: Caller) =>
  ((await (await caller.get('/v1/feed?limit=500')).json()) as Feed).entries;

test.each(kinds)('a $type goes in and comes out of the recipient’s feed as it was', async (kind) => {
  const record = kind.make();
  const receipt = (await (await send(kind, record)).json()) as Receipt;
  expect(receipt.verdicts).toMatchObject([{ verdict: 'accepted' }]);
  const to = kind.to === 'second' ? second : regional;
  const entry = (await entriesOf(to)).find((one) => one.record['id'] === record['id']);
  expect(entry?.record).toEqual(record);
});

test.each(kinds)('a $type does not travel under the clause of cases', async (kind) => {
  const handling = { ...(kind.make()['handling'] as Json), purposes: ['statistics'] };
  const record = { ...kind.make(), id: pseudonym(), handling };
  const { regional: to } = started.trial;
  const answer = await send(kind, record, {
    agreement: started.trial.agreement,
    purpose: 'statistics',
    recipients: [{ country: to.country, agency: to.agency }],
  });
  const { verdicts } = (await answer.json()) as Receipt;
  expect(verdicts).toMatchObject([{ verdict: 'rejected' }]);
});

test('what is sealed in a referral is not granted by a trial', async () => {
  const { country, agency } = started.second;
  const sealed = { recipient: { country, agency }, keyId: 'key-1', jwe: 'a.b.c.d.e12' };
  const receipt = (await (await send(kinds[1], { ...aReferral(), sealed })).json()) as Receipt;
  expect(receipt.verdicts[0]?.findings).toMatchObject([{ code: 'not-granted', path: '/sealed' }]);
});

/** A valid screening of a named person, as an agency keeps it. */
const identified = (
  JSON.parse(
    readFileSync(
      new URL('../../../schemas/conformance/screening/valid/a-whole-screening.json', import.meta.url),
      'utf8',
    ),
  ) as { level: string; record: Json }
).record;

test('an identified screening gets in neither in a parcel of its level nor in another', async () => {
  const before = (await entriesOf(regional)).length;
  const record: Json = { ...identified, source: sourceOf() };
  expect((record['handling'] as Json)['level']).toBe('identified');
  const open = await send(kinds[0], record);
  expect([open.status, ((await open.json()) as Json)['code']]).toEqual([403, 'level-refused']);
  for (const level of ['pseudonymized', 'aggregate']) {
    const hidden = await send(kinds[0], record, {
      handling: { ...(aScreening()['handling'] as Json), level },
    });
    const answer = (await hidden.json()) as Partial<Receipt>;
    expect(answer.counts?.accepted ?? 0).toBe(0);
    // Said to be below, it still has what only an identified one has.
    const renamed = { ...record, handling: { ...(aScreening()['handling'] as Json) } };
    const said = (await (await send(kinds[0], renamed)).json()) as Receipt;
    expect(said.verdicts).toMatchObject([{ verdict: 'rejected' }]);
  }
  expect(await entriesOf(regional)).toHaveLength(before);
});

test('the node says that it takes every type below the identified level, and no parcel in a parcel', async () => {
  const { records } = (await (await first.get('/v1/capabilities')).json()) as {
    records: { type: string; levels: string[] }[];
  };
  const expected = Object.keys(recordTypes).filter((type) => type !== 'parcel');
  expect(records.map(({ type }) => type)).toEqual(expected);
  expect(records.flatMap(({ levels }) => levels)).not.toContain('identified');
  expect(records.every(({ levels }) => levels.length > 0)).toBe(true);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feed } from './exchange/feed.js';
import type { Receipt } from './exchange/receipt.js';
import {
  type Caller,
  makeCase,
  makeParcel,
  pseudonym,
  signIn,
  signRecord,
  token16,
} from './testing/agency.js';
import { type StartedTrial, startTrial } from './testing/start-trial.js';

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

type Json = Record<string, unknown>;
const parcelOf = (records: Json[], changes: Json = {}, sender = started.first) =>
  makeParcel(started.trial, sender, records, changes);
const submit = async (parcel: unknown, caller = first): Promise<Receipt> =>
  (await caller.submit(parcel)).json();
const feedOf = async (caller: Caller, query = ''): Promise<Feed> =>
  (await caller.get(`/v1/feed${query}`)).json();
const kinds = ({ verdicts }: Receipt) => verdicts.map(({ verdict }) => verdict);

describe('a parcel', () => {
  test('goes in and comes out of the recipient’s feed as it was', async () => {
    const record = makeCase(started.first);
    const parcel = await parcelOf([record]);
    const receipt = await submit(parcel);
    expect(receipt).toMatchObject({
      type: 'receipt',
      parcel: parcel['id'],
      counts: { accepted: 1, rejected: 0 },
    });
    const entry = (await feedOf(regional)).entries.find((one) => one.parcel === parcel['id']);
    const [signature] = parcel['signatures'] as Json[];
    expect(entry).toMatchObject({ purpose: 'statistics', agreement: started.trial.agreement });
    expect(entry?.record).toEqual(record);
    expect(entry?.signature).toEqual({
      algorithm: 'ES256',
      keyId: started.first.keyId,
      jws: signature?.['jws'],
    });
  });

  test('without records is answered with no verdicts', async () => {
    expect((await submit(await parcelOf([]))).verdicts).toEqual([]);
  });

  test('with one bad record gives a verdict on each, in order', async () => {
    const good = makeCase(started.first);
    const bad = makeCase(started.first, { gender: 'notACode' });
    const receipt = await submit(await parcelOf([bad, good]));
    expect(kinds(receipt)).toEqual(['rejected', 'accepted']);
    expect(receipt.verdicts[0]?.findings).toMatchObject([{ code: 'unknown-code', path: '/gender' }]);
  });
});

describe('identity', () => {
  test('the same revision again is a duplicate and is delivered once', async () => {
    const record = makeCase(started.first);
    await submit(await parcelOf([record]));
    const again = await submit(await parcelOf([record])); // other salts, another signature
    expect(again.verdicts).toMatchObject([{ verdict: 'duplicate', original: { verdict: 'accepted' } }]);
    const delivered = (await feedOf(regional, '?limit=500')).entries.filter(
      (one) => one.record['id'] === record['id'],
    );
    expect(delivered).toHaveLength(1);
  });

  test('another content under the same revision is put aside and replaces nothing', async () => {
    const record = makeCase(started.first);
    await submit(await parcelOf([record]));
    const other = { ...record, gender: 'masculine' };
    expect(kinds(await submit(await parcelOf([other])))).toEqual(['revision-conflict']);
    expect(kinds(await submit(await parcelOf([other])))).toEqual(['revision-conflict']);
    const held = (await (await regional.get(`/v1/records/${record['id']}`)).json()) as Json;
    expect(held['record']).toEqual(record);
  });

  test('the same record twice in one parcel is accepted once', async () => {
    const record = makeCase(started.first);
    const parcel = await parcelOf([record]);
    expect(kinds(await submit({ ...parcel, records: [record, record] }))).toEqual(['accepted', 'duplicate']);
  });

  test('a lower revision that comes late is history and never the head', async () => {
    const newer = makeCase(started.first, { revision: 2 });
    await submit(await parcelOf([newer]));
    expect(kinds(await submit(await parcelOf([{ ...newer, revision: 1, gender: 'masculine' }])))).toEqual([
      'accepted',
    ]);
    const held = (await (await regional.get(`/v1/records/${newer['id']}`)).json()) as Json;
    expect(held['record']).toEqual(newer);
  });

  test('two agencies may use one id, and neither learns of the other', async () => {
    const id = pseudonym();
    const mine = makeCase(started.first, { id });
    const theirs = makeCase(started.second, { id, gender: 'masculine' });
    expect(kinds(await submit(await parcelOf([mine])))).toEqual(['accepted']);
    expect(kinds(await submit(await parcelOf([theirs], {}, started.second), second))).toEqual(['accepted']);
    expect((await regional.get(`/v1/records/${id}`)).status).toBe(409);
    const { country, agency } = started.second;
    const named = await regional.get(`/v1/records/${id}?country=${country}&agency=${agency}`);
    expect(((await named.json()) as Json)['record']).toEqual(theirs);
  });
});

describe('the idempotency key', () => {
  test('with the same body gives the stored answer again, byte for byte', async () => {
    const parcel = await parcelOf([makeCase(started.first)]);
    const key = token16();
    const answers = [await first.submit(parcel, key), await first.submit(parcel, key)];
    const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
    expect(other).toBe(one);
    expect(JSON.parse(one ?? '')).toMatchObject({ counts: { accepted: 1 } });
  });

  test('with another body is refused', async () => {
    const key = token16();
    await first.submit(await parcelOf([makeCase(started.first)]), key);
    const answer = await first.submit(await parcelOf([makeCase(started.first)]), key);
    expect([answer.status, ((await answer.json()) as Json)['code']]).toEqual([422, 'idempotency-key-reused']);
  });

  test('of another agency is another key', async () => {
    const key = token16();
    await first.submit(await parcelOf([makeCase(started.first)]), key);
    const answer = await second.submit(await parcelOf([makeCase(started.second)], {}, started.second), key);
    expect(answer.status).toBe(200);
  });

  test('used twice at once gives one answer', async () => {
    const parcel = await parcelOf([makeCase(started.first)]);
    const key = token16();
    const answers = await Promise.all([1, 2, 3].map(async () => (await first.submit(parcel, key)).text()));
    expect(new Set(answers).size).toBe(1);
  });
});

describe('the feed', () => {
  test('numbers without gaps, pages by cursor and ends', async () => {
    for (let count = 0; count < 3; count += 1) await submit(await parcelOf([makeCase(started.first)]));
    const whole = await feedOf(regional, '?limit=500');
    const numbers = whole.entries.map(({ cursor }) => Number(cursor.split('.')[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const paged = [];
    for (
      let page = await feedOf(regional, '?limit=2');
      ;
      page = await feedOf(regional, `?limit=2&after=${page.next}`)
    ) {
      paged.push(...page.entries);
      if (!page.more) break;
    }
    expect(paged).toEqual(whole.entries);
    const rest = await feedOf(regional, `?after=${whole.next}`);
    expect(rest).toEqual({ entries: [], next: whole.next, more: false });
  });

  test('a cursor of another life has expired', async () => {
    expect((await regional.get('/v1/feed?after=another.3')).status).toBe(410);
  });

  test('two parcels at once are both delivered, each number once', async () => {
    const before = (await feedOf(regional, '?limit=500')).entries.length;
    const parcels = await Promise.all([1, 2, 3, 4].map(() => parcelOf([makeCase(started.first)])));
    await Promise.all(parcels.map((parcel) => submit(parcel)));
    const numbers = (await feedOf(regional, '?limit=500')).entries.map(({ cursor }) => cursor);
    expect(numbers).toHaveLength(before + 4);
    expect(new Set(numbers).size).toBe(before + 4);
  });
});

describe('isolation', () => {
  test('an agency sees its own records and those sent to it, and no other', async () => {
    const record = makeCase(started.first);
    await submit(await parcelOf([record]));
    const path = `/v1/records/${record['id']}`;
    expect((await first.get(path)).status).toBe(200); // its own
    expect((await regional.get(path)).status).toBe(200); // sent to it
    expect((await second.get(path)).status).toBe(404);
    const absent = await second.get(`/v1/records/${pseudonym()}`);
    const hidden = (await (await second.get(path)).json()) as Json;
    const missing = (await absent.json()) as Json;
    expect({ ...hidden, request: '' }).toEqual({ ...missing, request: '' }); // hidden and absent look the same
  });

  test('naming the source doesn’t open what is not the caller’s', async () => {
    const record = makeCase(started.first);
    await submit(await parcelOf([record]));
    const { country, agency } = started.first;
    const answer = await second.get(`/v1/records/${record['id']}?country=${country}&agency=${agency}`);
    expect(answer.status).toBe(404);
  });

  test('a feed holds nothing of other recipients, also of the same country', async () => {
    await submit(await parcelOf([makeCase(started.first)]));
    expect(started.first.country).toBe(started.trial.regional.country);
    expect((await feedOf(first)).entries).toEqual([]);
    expect((await feedOf(second)).entries).toEqual([]);
  });

  test('what was sent to one agency of a country is absent for another one there', async () => {
    const record = makeCase(started.second);
    await submit(await parcelOf([record], {}, started.second), second);
    const path = `/v1/records/${record['id']}`;
    expect([(await regional.get(path)).status, (await first.get(path)).status]).toEqual([200, 404]);
  });

  test('a record that was put aside reaches nobody', async () => {
    const record = makeCase(started.first);
    await submit(await parcelOf([record]));
    const conflicting = { ...record, gender: 'nonConforming' };
    const before = (await feedOf(regional, '?limit=500')).entries.length;
    const receipt = await submit(await parcelOf([conflicting]));
    expect(kinds(receipt)).toEqual(['revision-conflict']);
    expect((await feedOf(regional, '?limit=500')).entries).toHaveLength(before);
  });
});

test('a signature of another agency over the right bytes is refused', async () => {
  const record = makeCase(started.first);
  const parcel = await parcelOf([record]);
  const [signature] = parcel['signatures'] as Json[];
  const forged = { ...signature, jws: await signRecord(record, started.second) };
  const receipt = await submit({ ...parcel, signatures: [forged] });
  expect(receipt.verdicts).toMatchObject([{ verdict: 'rejected', findings: [{ code: 'signature' }] }]);
});

import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseConfiguration } from './configuration.js';
import { type ExchangeNode, nodeOn } from './create-node.js';
import { type OpenDatabase, openDatabase } from './database/open.js';
import type { LogLine } from './log.js';
import {
  type Caller,
  makeAssertion,
  makeCase,
  makeParcel,
  requestToken,
  signIn,
  token16,
} from './testing/agency.js';
import { type Trial, type TrialAgency, trialConfiguration } from './trial.js';

type Json = Record<string, unknown>;
const mark = 'CanaryMarisolDelacroix';
const leaks = /canary|marisol|delacroix/i;

let opened: OpenDatabase;
let node: ExchangeNode;
let trial: Trial;
let first: TrialAgency;
let caller: Caller;
let parcel: Json;
const log: LogLine[] = [];
const written: string[] = [];
beforeAll(async () => {
  trial = await trialConfiguration();
  first = trial.agencies[0] as TrialAgency;
  opened = await openDatabase({ memory: true });
  const options = { configuration: trial.configuration, trial: true, log: (line: LogLine) => log.push(line) };
  node = await nodeOn(opened, parseConfiguration(trial.configuration), options);
  caller = await signIn(node, first);
  parcel = await makeParcel(trial, first, [makeCase(first)]);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await node.close();
});
afterEach(() => {
  expect(JSON.stringify(log)).not.toMatch(leaks);
  expect(written.join('')).not.toMatch(leaks);
});

/** Everything a caller gets: status line, headers and body. */
async function whole(answer: Response): Promise<string> {
  return `${answer.statusText} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
}

interface Place {
  readonly path: readonly string[];
  readonly plant: (parent: Json) => void;
}

function put(at: Json, key: string, value: unknown): void {
  at[key] = value;
}

/** Each value of a tree once replaced by a marked one, and each object once given a marked key. */
function places(tree: unknown, path: readonly string[] = []): Place[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const keyed = Array.isArray(tree) ? [] : [{ path: [...path, '+'], plant: (at: Json) => put(at, mark, 1) }];
  const inside = Object.entries(tree).flatMap(([key, member]) => [
    { path: [...path, key], plant: (at: Json) => put(at, key, mark) },
    { path: [...path, `${key}{}`], plant: (at: Json) => put(at, key, { [mark]: mark }) },
    ...places(member, [...path, key]),
  ]);
  return [...keyed, ...inside];
}

function planted({ path, plant }: Place): Json {
  const copy = structuredClone(parcel);
  plant(path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, copy));
  return copy;
}

test('nothing of a parcel comes out: each value and each object in turn', async () => {
  const all = places(parcel);
  expect(all.length).toBeGreaterThan(150); // each property of the parcel and its case, as value, as object and as key
  for (const place of all) {
    const answer = await caller.submit(planted(place));
    expect(await whole(answer), place.path.join('/')).not.toMatch(leaks);
    expect(answer.status, place.path.join('/')).not.toBe(500);
  }
});

test.each([
  'authorization',
  'idempotency-key',
  'content-type',
  'content-encoding',
  'x-request-id',
  'x-canary',
  'cookie',
])('nothing of the header %s comes out', async (header) => {
  expect(await whole(await caller.submit(parcel, token16(), { [header]: mark }))).not.toMatch(leaks);
});

test.each([
  `/v1/${mark}`,
  `/v1/records/${mark}`,
  `/v1/records/00000000-0000-4000-8000-000000000000?country=${mark}&agency=${mark}`,
  `/v1/feed?after=${mark}.1`,
  `/v1/feed?after=${mark}`,
  `/v1/feed?limit=${mark}`,
  `/v1/feed?${mark}=1`,
])('nothing of the address %s comes out', async (path) => {
  expect(await whole(await caller.get(path))).not.toMatch(leaks);
});

test('nothing of an unreadable body comes out', async () => {
  for (const body of [mark, `{"${mark}`, `"${mark}\u0000"`, `["${mark}", 1e999]`]) {
    expect(await whole(await caller.submit(body))).not.toMatch(leaks);
  }
});

test('nothing of a token request comes out', async () => {
  const claims = ['iss', 'sub', 'aud', 'jti', mark].map((name) => ({ [name]: mark }));
  for (const claim of claims) {
    expect(await whole(await requestToken(node, await makeAssertion(first, claim)))).not.toMatch(leaks);
  }
  for (const name of [
    'grant_type',
    'client_assertion_type',
    'client_assertion',
    'client_id',
    'scope',
    mark,
  ]) {
    const answer = await requestToken(node, await makeAssertion(first), { [name]: mark });
    expect(await whole(answer)).not.toMatch(leaks);
  }
  for (const name of ['kid', 'typ', mark]) {
    const answer = await requestToken(node, await makeAssertion(first, {}, { [name]: mark }));
    expect(await whole(answer)).not.toMatch(leaks);
  }
});

describe('an error of the database', () => {
  test('says its state and nothing of the row', async () => {
    // The server's own message would print the row: "Failing row contains (…)".
    await opened.database.execute(
      sql`alter table records add constraint refuse check (country <> 'XA') not valid`,
    );
    const record = makeCase(first);
    const answer = await caller.submit(await makeParcel(trial, first, [record]));
    const text = await whole(answer);
    await opened.database.execute(sql`alter table records drop constraint refuse`);
    expect(answer.status).toBe(500);
    expect(text).not.toContain(String(record['id']));
    expect(text).not.toMatch(/insert|select|check|constraint|at .*:\d+/i);
    expect(log.findLast(({ event }) => event === 'failure')).toMatchObject({ sqlState: '23514' });
    expect(JSON.stringify(log)).not.toContain(String(record['id']));
  });

  test('leaves nothing half-written, and the same key works afterwards', async () => {
    const record = makeCase(first);
    const whole = await makeParcel(trial, first, [record]);
    const key = token16();
    await opened.database.execute(sql`alter table deliveries rename to hidden`); // fails after records went in
    expect((await caller.submit(whole, key)).status).toBe(500);
    await opened.database.execute(sql`alter table hidden rename to deliveries`);
    expect((await caller.get(`/v1/records/${record['id']}`)).status).toBe(404);
    expect(await (await caller.submit(whole, key)).json()).toMatchObject({ counts: { accepted: 1 } });
  });
});

import {
  createNode,
  type ExchangeNode,
  type Trial,
  type TrialAgency,
  trialConfiguration,
} from '@ctdx/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildParcel } from './build-parcel.js';
import { CtdxClientError } from './client-error.js';
import { type Client, createClient, type SendableParcel } from './create-client.js';
import { privateKeyJwt } from './private-key-jwt.js';
import { recordSigner } from './sign-record.js';
import { aCase } from './testing/a-parcel.js';

let trial: Trial;
let node: ExchangeNode;
let address: string;
let sender: Client;
let regional: Client;
let parcel: SendableParcel;

const clientOf = (agency: TrialAgency): Client =>
  createClient({
    baseUrl: address,
    auth: privateKeyJwt({
      clientId: agency.clientId,
      privateKey: agency.privateKey,
      tokenEndpoint: `${address}/v1/token`,
      allowInsecureLoopback: true,
    }),
  });

const parcelOf = (agency: TrialAgency, records = [aCase()]) =>
  buildParcel({
    source: { country: agency.country, agency: agency.agency, agencyType: 'nationalCoordination' },
    handling: {
      level: 'pseudonymized',
      marking: 'restricted',
      purposes: ['statistics'],
      legalBasis: 'statisticsLaw',
    },
    recipients: [{ country: trial.regional.country, agency: trial.regional.agency }],
    purpose: 'statistics',
    agreement: trial.agreement,
    issuedAt: '2025',
    records,
    sign: recordSigner({ privateKey: agency.privateKey, keyId: agency.keyId }),
  });

beforeAll(async () => {
  trial = await trialConfiguration();
  node = await createNode({ configuration: trial.configuration, trial: true, log: () => undefined });
  address = await node.listen(0);
  const [first] = trial.agencies;
  if (first === undefined) throw new Error('a trial has agencies');
  sender = clientOf(first);
  regional = clientOf(trial.regional);
  parcel = await parcelOf(first);
});
afterAll(() => node.close());

/** Array.fromAsync, which Node 20 lacks. */
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function errorOf(work: Promise<unknown>): Promise<CtdxClientError> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!CtdxClientError.is(error)) throw new Error('it did not fail as it should', { cause: error });
  return error;
}

describe('over HTTP', () => {
  test('a parcel that was built here is accepted, and read by its recipient', async () => {
    const receipt = await sender.submit(parcel);
    expect(receipt.counts).toEqual({ accepted: 1, duplicate: 0, 'revision-conflict': 0, rejected: 0 });
    const entries = await all(regional.feed({ pageSize: 1 }));
    expect(entries.map(({ record }) => record)).toEqual(parcel.records);
    expect(await regional.record('01890a5d-ac96-874b-bcce-b302099a8001')).toMatchObject({ record: aCase() });
    expect(await all(regional.feed({ after: entries.at(-1)?.cursor ?? '' }))).toEqual([]);
  });

  test('an invented record makes an invented parcel', () => {
    expect(parcel.provenance).toEqual({ synthetic: true });
  });

  test('the same submission again gives the same receipt', async () => {
    const idempotencyKey = 'a-key-that-is-kept';
    expect(await sender.submit(parcel, { idempotencyKey })).toEqual(
      await sender.submit(parcel, { idempotencyKey }),
    );
  });

  test('says what the node takes without signing in', async () => {
    const client = createClient({ baseUrl: address, auth: () => Promise.reject(new Error('not asked')) });
    expect(await client.capabilities()).toMatchObject({ node: 'trial-node', trial: true, versions: ['1.0'] });
  });

  test('tells the clause and the reason of a refusal', async () => {
    const error = await errorOf(
      sender.submit({ ...parcel, purpose: 'research', records: [] } as SendableParcel),
    );
    expect([error.code, error.facts.reason, error.facts.clause]).toEqual([
      'agreement-refused',
      'purpose',
      '1',
    ]);
  });

  test('a record that is not there is not found', async () => {
    expect((await errorOf(sender.record('01890a5d-ac96-874b-bcce-b302099a8099'))).code).toBe('not-found');
  });
});

describe('signing in', () => {
  test('with another agency’s key is refused', async () => {
    const [first, second] = trial.agencies;
    const mixed = { ...first, privateKey: second?.privateKey } as TrialAgency;
    expect((await errorOf(all(clientOf(mixed).feed()))).code).toBe('client-refused');
  });

  test('is shared by calls at the same time, and repeated when the token ends', async () => {
    let now = Date.now();
    let asked = 0;
    const client = createClient({
      baseUrl: address,
      auth: privateKeyJwt({
        clientId: trial.regional.clientId,
        privateKey: trial.regional.privateKey,
        tokenEndpoint: `${address}/v1/token`,
        allowInsecureLoopback: true,
        clock: () => new Date(now),
        fetch: (request) => {
          asked += 1;
          return fetch(request);
        },
      }),
    });
    await Promise.all([1, 2, 3].map(() => all(client.feed())));
    expect(asked).toBe(1);
    now += 280_000; // within 30 s of the end
    await errorOf(all(client.feed())); // the node's clock did not move, so the assertion is from the future
    expect(asked).toBeGreaterThan(1);
  });

  test('by plain HTTP needs to be allowed, and then works on loopback only', () => {
    const { clientId, privateKey } = trial.regional;
    const options = { clientId, privateKey };
    const attempts = [
      { ...options, tokenEndpoint: `${address}/v1/token` },
      { ...options, tokenEndpoint: 'http://node.example/v1/token', allowInsecureLoopback: true },
    ];
    for (const attempt of attempts) expect(() => privateKeyJwt(attempt)).toThrow(TypeError);
  });
});

describe('a parcel that must not leave', () => {
  const sent: Request[] = [];
  const client = createClient({
    baseUrl: 'https://node.example',
    auth: (request) => request,
    fetch: async (request) => {
      sent.push(request);
      return Response.json({});
    },
  });
  const at = (level: string) =>
    ({ ...parcel, handling: { ...parcel.handling, level } }) as unknown as SendableParcel;

  test.each([
    { name: 'identified', given: () => at('identified'), code: 'level' },
    { name: 'without a level', given: () => ({}) as SendableParcel, code: 'level' },
    { name: 'nothing at all', given: () => null as unknown as SendableParcel, code: 'level' },
    {
      name: 'with an identified record inside',
      given: () =>
        ({
          ...parcel,
          records: [{ ...aCase(), handling: { ...aCase().handling, level: 'identified' } }],
        }) as never,
      code: 'level',
    },
  ])('$name does not: not a byte', async ({ given, code }) => {
    const error = await errorOf(client.submit(given()));
    expect([error.code, error.facts.findings?.[0]?.code, sent.length]).toEqual(['not-sendable', code, 0]);
  });

  test('is not built either', async () => {
    const [first] = trial.agencies;
    const named = { ...aCase(), caseOwner: 'Somebody' } as never;
    const error = await errorOf(parcelOf(first as TrialAgency, [named]));
    expect([error.code, JSON.stringify(error).includes('Somebody')]).toEqual(['not-sendable', false]);
  });
});

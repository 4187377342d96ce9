import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssertion, makeCase, makeParcel, requestToken, signIn, signRecord } from './testing/agency.js';
import { type StartedTrial, startTrial } from './testing/start-trial.js';

type Json = Record<string, unknown>;
const secret = new Uint8Array(32).fill(7);
let started: StartedTrial;
let shift = 0;
beforeAll(async () => {
  started = await startTrial({ tokenSecret: secret, clock: () => new Date(Date.now() + shift) });
});
afterAll(() => started.node.close());

const now = () => Math.floor(Date.now() / 1000);
const outcome = async (answer: Response) => [answer.status, ((await answer.json()) as Json)['error']];

describe('an assertion', () => {
  test('gives a short token, once', async () => {
    const assertion = await makeAssertion(started.first);
    const answer = await requestToken(started.node, assertion);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 300,
    });
    expect(await outcome(await requestToken(started.node, assertion))).toEqual([401, 'invalid_client']);
  });

  test('used twice at once gives one token', async () => {
    const assertion = await makeAssertion(started.first);
    const answers = await Promise.all([1, 2, 3].map(() => requestToken(started.node, assertion)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  const bad: { name: string; claims?: Json; header?: Json; as?: () => string }[] = [
    { name: 'for another node', claims: { aud: 'urn:ctdx:another' } },
    { name: 'for two nodes', claims: { aud: ['urn:ctdx:trial-node', 'urn:ctdx:another'] } },
    { name: 'for nobody', claims: { aud: undefined } },
    { name: 'that has ended', claims: { exp: now() - 120 } },
    { name: 'that never ends', claims: { exp: undefined } },
    { name: 'that lasts too long', claims: { exp: now() + 3600 } },
    { name: 'that is not good yet', claims: { nbf: now() + 600 } },
    { name: 'without a jti', claims: { jti: undefined } },
    { name: 'about another client', claims: { sub: 'xb-national-node' } },
    { name: 'of another client’s name', claims: { iss: 'xb-national-node', sub: 'xb-national-node' } },
    { name: 'of an unknown client', claims: { iss: 'nobody', sub: 'nobody' } },
    { name: 'with an unknown key', header: { kid: 'another' } },
    { name: 'that is typed as a record', header: { typ: 'ctdx-record+jws' } },
  ];
  test.each(bad)('$name is refused', async ({ claims, header }) => {
    const assertion = await makeAssertion(started.first, claims, header);
    expect(await outcome(await requestToken(started.node, assertion))).toEqual([401, 'invalid_client']);
  });

  test.each(['', 'a.b.c', 'not a token', `${btoa('{"alg":"none"}')}.${btoa('{"iss":"xa-national-node"}')}.`])(
    'that is none is refused',
    async (assertion) => {
      expect(await outcome(await requestToken(started.node, assertion))).toEqual([401, 'invalid_client']);
    },
  );

  test('signed with the public key as a secret is refused', async () => {
    const [agency] = started.trial.configuration.agencies;
    const key = new TextEncoder().encode(JSON.stringify(agency?.jwks.keys[0]));
    const claims = {
      iss: started.first.clientId,
      sub: started.first.clientId,
      aud: 'urn:ctdx:trial-node',
      jti: 'x',
    };
    const forged = await new SignJWT({ ...claims, exp: now() + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: started.first.keyId })
      .sign(key);
    expect(await outcome(await requestToken(started.node, forged))).toEqual([401, 'invalid_client']);
  });

  test('cannot be made from a signature over a record', async () => {
    const jws = await signRecord({ iss: started.first.clientId }, started.first);
    const assertion = jws.replace('..', `.${btoa('{"iss":"xa-national-node"}').replaceAll('=', '')}.`);
    expect(await outcome(await requestToken(started.node, assertion))).toEqual([401, 'invalid_client']);
  });

  test.each([
    { name: 'another grant', more: { grant_type: 'password' }, want: [400, 'unsupported_grant_type'] },
    { name: 'a scope', more: { scope: 'everything' }, want: [400, 'invalid_scope'] },
    { name: 'another client id', more: { client_id: 'xb-national-node' }, want: [401, 'invalid_client'] },
    { name: 'a secret', more: { client_secret: 'x' }, want: [400, 'invalid_request'] },
    {
      name: 'another kind of assertion',
      more: { client_assertion_type: 'x' },
      want: [401, 'invalid_client'],
    },
  ])('with $name is refused', async ({ more, want }) => {
    const assertion = await makeAssertion(started.first);
    expect(await outcome(await requestToken(started.node, assertion, more))).toEqual(want);
  });
});

describe('a token', () => {
  const makeToken = (claims: Json, header: Json = {}, key = secret) =>
    new SignJWT({
      iss: 'urn:ctdx:trial-node',
      aud: 'urn:ctdx:trial-node',
      sub: started.first.clientId,
      exp: now() + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
      .sign(key);
  const feed = (authorization?: string) =>
    started.node.fetch(
      new Request('http://node/v1/feed', authorization === undefined ? {} : { headers: { authorization } }),
    );

  test('made as the node makes it opens the feed', async () => {
    expect((await feed(`Bearer ${await makeToken({})}`)).status).toBe(200);
  });

  const bad: { name: string; claims?: Json; header?: Json; key?: Uint8Array<ArrayBuffer> }[] = [
    { name: 'of another node', claims: { aud: 'urn:ctdx:another' } },
    { name: 'from another node', claims: { iss: 'urn:ctdx:another' } },
    { name: 'that has ended', claims: { exp: now() - 1 } },
    { name: 'without an end', claims: { exp: undefined } },
    { name: 'of an unknown client', claims: { sub: 'nobody' } },
    { name: 'of another type', header: { typ: 'JWT' } },
    { name: 'signed with another secret', key: new Uint8Array(32).fill(8) },
  ];
  test.each(bad)('$name opens nothing', async ({ claims = {}, header, key }) => {
    const answer = await feed(`Bearer ${await makeToken(claims, header, key)}`);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test.each([undefined, '', 'Bearer', 'Basic eDp5', `Bearer ${btoa('{"alg":"none"}')}.e30.`])(
    'that is none opens nothing',
    async (authorization) => {
      expect((await feed(authorization)).status).toBe(401);
    },
  );

  test('ends by the node’s clock', async () => {
    const caller = await signIn(started.node, started.first);
    expect((await caller.get('/v1/feed')).status).toBe(200);
    shift = 301_000;
    expect((await caller.get('/v1/feed')).status).toBe(401);
    shift = 0;
  });

  test('is asked for by everything that touches records', async () => {
    const parcel = await makeParcel(started.trial, started.first, [makeCase(started.first)]);
    const body = JSON.stringify(parcel);
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'abcdefghijklmnop' };
    const paths = ['/v1/feed', '/v1/records/00000000-0000-4000-8000-000000000000'];
    const requests = [
      new Request('http://node/v1/parcels', { method: 'POST', headers, body }),
      ...paths.map((path) => new Request(`http://node${path}`)),
    ];
    for (const request of requests) expect((await started.node.fetch(request)).status).toBe(401);
  });
});

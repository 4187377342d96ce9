import { buildParcel, CtdxClientError, createClient, privateKeyJwt, recordSigner } from '@ctdx/client';
import { generateRecord } from '@ctdx/testkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { look, plant } from '../ledger.js';
import { type NodeBench, sharedNode } from '../node-bench.js';

let bench: NodeBench;
beforeAll(async () => {
  bench = await sharedNode();
});

/** What a call throws, now or later. */
async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    const result = await work();
    return { nothing: typeof result };
  } catch (error) {
    return error;
  }
}

const base = 'https://node.example';
const open = (fetch: (request: Request) => Promise<Response>) =>
  createClient({ baseUrl: base, auth: (request) => request, fetch, retries: 0 });
const silent = open(async () => Response.json({ entries: [], more: false }));

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _item of items);
}

describe('clients', () => {
  test('what a program hands to the client', async () => {
    const marks: string[] = [];
    const mark = (place: string) => marks[marks.push(plant('clientOption', place)) - 1] as string;
    const { privateKey, clientId } = bench.first;
    const parcel = bench.parcel as never;
    const jwt = (more: object) => () => {
      const auth = privateKeyJwt({ clientId, privateKey, tokenEndpoint: `${base}/v1/token`, ...more });
      return auth(new Request(base), { rejected: false, signal: new AbortController().signal });
    };
    const sign = (more: object) => () => recordSigner({ privateKey, keyId: 'k', ...more })(new Uint8Array(3));
    const calls: (() => unknown)[] = [
      () => createClient({ baseUrl: mark('baseUrl'), auth: (request) => request }),
      () => createClient({ baseUrl: `http://${mark('host')}`, auth: (request) => request }),
      () =>
        createClient({
          baseUrl: `https://${mark('user')}:${mark('password')}@node.example`,
          auth: (request) => request,
          retries: 0,
        }).capabilities(),
      () => createClient({ baseUrl: `https://${mark('path')} .invalid`, auth: (request) => request }),
      () => silent.submit(parcel, { idempotencyKey: `a\n${mark('key')}` }),
      () => silent.submit(parcel, { idempotencyKey: `${mark('key')}\u{1f600}` }),
      () => silent.record(`${mark('id')}\ud800`),
      () =>
        silent.record(mark('id'), {
          source: { country: mark('country'), agency: `\ud800${mark('agency')}` } as never,
        }),
      () => drain(silent.feed({ after: `${mark('cursor')}\n`, pageSize: mark('size') as never })),
      () => silent.submit(mark('parcel') as never),
      () => silent.submit({ handling: { level: mark('level') } } as never),
      () => silent.submit({ ...bench.parcel, [mark('member')]: mark('member') } as never),
      jwt({ tokenEndpoint: mark('endpoint') }),
      jwt({ tokenEndpoint: `http://${mark('endpoint host')}` }),
      jwt({ privateKey: { kty: mark('kty') } }),
      jwt({ privateKey: { ...privateKey, d: mark('d') } }),
      jwt({ privateKey: { ...privateKey, crv: mark('crv'), alg: mark('alg') } }),
      jwt({ privateKey: { kty: 'oct', k: mark('k') } }),
      jwt({ clientId: mark('client'), fetch: () => Promise.reject(new Error(mark('fetch'))) }),
      jwt({ fetch: async () => new Response(mark('body'), { status: 200 }) }),
      jwt({
        fetch: async () =>
          Response.json({ access_token: `${mark('token')}\n`, token_type: 'bearer', expires_in: 300 }),
      }),
      jwt({ fetch: async () => Response.json({ access_token: mark('token'), token_type: mark('type') }) }),
      sign({ privateKey: { kty: mark('kty') } }),
      sign({ privateKey: { ...privateKey, x: mark('x') } }),
      sign({ algorithm: mark('algorithm') }),
      () =>
        open(() =>
          Promise.reject(new Error(mark('network'), { cause: new Error(mark('cause')) })),
        ).capabilities(),
    ];
    for (const call of calls) {
      const error = await thrownBy(call);
      look('clientOption', 'clientError', marks, error);
    }
  });

  test('a parcel that can’t be built', async () => {
    const mark = plant('fittingValue', 'buildParcel');
    const { country, agency, agencyType, privateKey, keyId } = bench.first;
    const record = generateRecord({ type: 'case', level: 'pseudonymized', seed: 5 });
    const error = await thrownBy(() =>
      buildParcel({
        source: { country, agency, agencyType },
        handling: { level: 'pseudonymized', marking: mark, purposes: [mark], legalBasis: mark } as never,
        recipients: [{ country: 'XA', agency: `${mark} !` } as never],
        purpose: mark as never,
        agreement: { ref: `${mark} !`, version: 1, clause: mark } as never,
        issuedAt: mark,
        records: [{ ...record, [mark]: mark } as never],
        sign: recordSigner({ privateKey, keyId }),
      }),
    );
    expect(CtdxClientError.is(error)).toBe(true);
    look('fittingValue', 'clientError', mark, error);
  });

  test('what a node answers that is not ours', async () => {
    const marks: string[] = [];
    const mark = (place: string) => marks[marks.push(plant('nodeAnswer', place)) - 1] as string;
    const problem = (body: object, headers: Record<string, string> = {}) =>
      new Response(
        JSON.stringify({ code: 'parcel-invalid', title: mark('title'), detail: mark('detail'), ...body }),
        {
          status: 422,
          statusText: mark('statusText'),
          headers: {
            'content-type': 'application/problem+json',
            'retry-after': mark('retry-after'),
            ...headers,
          },
        },
      );
    const answers: (() => Response)[] = [
      () => new Response(mark('body'), { status: 500, statusText: mark('statusText') }),
      () => new Response(`{"${mark('broken')}`, { status: 200 }),
      () => new Response(mark('html'), { status: 403, headers: { 'content-type': 'text/html' } }),
      () => problem({}),
      () => problem({ code: mark('code') }),
      () => problem({ reason: mark('reason') }),
      () => problem({ clause: `${mark('clause')} !` }),
      () => problem({ clause: { [mark('clause key')]: 1 }, limit: mark('limit') }),
      () => problem({ request: `${mark('request')} !` }),
      () => problem({ findings: mark('findings') }),
      () =>
        problem({ findings: [{ code: mark('code'), severity: mark('severity'), path: `/${mark('path')}` }] }),
      () =>
        problem({
          findings: [
            {
              code: 'type',
              severity: 'error',
              path: `/subject/${mark('path')}`,
              facts: { expected: mark('fact') },
            },
          ],
        }),
      () =>
        problem({
          findings: [
            {
              code: 'rule',
              severity: 'error',
              path: '',
              rule: mark('rule'),
              [mark('key')]: 1,
              column: mark('column'),
            },
          ],
        }),
      () => Response.redirect(`https://${mark('redirect')}.example`),
    ];
    for (const answer of answers) {
      const made = answer();
      for (const call of [
        () => open(async () => made.clone()).capabilities(),
        () => drain(open(async () => made.clone()).feed()),
      ]) {
        const error = await thrownBy(call);
        expect(error instanceof Error, 'an answer like that is an error').toBe(true);
        look('nodeAnswer', 'clientError', marks, error);
      }
    }
  });

  test('refusals of a node, as its client tells them', async () => {
    const { clientId, privateKey } = bench.first;
    const fetch = (request: Request) => bench.node.fetch(request);
    const client = createClient({
      baseUrl: base,
      auth: privateKeyJwt({
        clientId,
        privateKey,
        tokenEndpoint: `${base}/v1/token`,
        audience: 'urn:ctdx:trial-node',
        fetch,
      }),
      fetch,
      retries: 0,
    });
    const agreement = plant('agreementRef', 'client');
    const refused = { ...bench.parcel, agreement: { ref: agreement, version: 1, clause: '1' } };
    const key = plant('requestHeader', 'client');
    const cursor = plant('queryString', 'client');
    const id = plant('pathSegment', 'client');
    const errors = [
      ['agreementRef', agreement, await thrownBy(() => client.submit(refused as never))],
      [
        'requestHeader',
        key,
        await thrownBy(() => client.submit(bench.parcel as never, { idempotencyKey: key })),
      ],
      ['queryString', cursor, await thrownBy(() => drain(client.feed({ after: cursor })))],
      ['pathSegment', id, await thrownBy(() => client.record(id))],
    ] as const;
    for (const [source, mark, error] of errors) {
      expect(CtdxClientError.is(error), source).toBe(true);
      look(source, 'clientError', mark, error);
    }
    const invalid = plant('parcelBody', 'client');
    const error = await thrownBy(() =>
      client.submit({ ...bench.parcel, purpose: invalid, [invalid]: 1 } as never),
    );
    look('parcelBody', 'clientError', invalid, error);
  });
});

import { describe, expect, test } from 'vitest';
import { CtdxClientError } from './client-error.js';
import { createClient } from './create-client.js';
import type { Fetch } from './handed-in.js';
import { aParcel } from './testing/a-parcel.js';

/** A node that answers as told, one answer after the other; the last one stays. */
function flaky(answers: readonly (() => Response)[]) {
  const requests: Request[] = [];
  const waits: number[] = [];
  const fetch: Fetch = async (request) => {
    requests.push(request);
    return (answers[requests.length - 1] ?? answers.at(-1) ?? fail)();
  };
  const client = createClient({
    baseUrl: 'https://node.example/',
    auth: (request) => request,
    fetch,
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: (length) => new Uint8Array(length).fill(0x80), // half of each bound
    timeout: 200,
  });
  return { client, requests, waits };
}

const receipt = () => Response.json({ type: 'receipt', verdicts: [] });
const fail = (): Response => {
  throw new TypeError('fetch failed for https://node.example/v1/parcels');
};
const problem =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify({ code, status, request: 'abc' }), {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    });

async function errorOf(work: Promise<unknown>): Promise<CtdxClientError> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!CtdxClientError.is(error)) throw new Error('it did not fail as it should', { cause: error });
  return error;
}

describe('what passes is tried again', () => {
  test.each([
    { name: 'the network', answer: fail },
    { name: 'too many requests', answer: problem(429, 'too-many-requests') },
    { name: 'a bad gateway', answer: () => new Response('<html>', { status: 502 }) },
    { name: 'a node that is away', answer: problem(503, 'unavailable') },
    { name: 'a gateway that waits in vain', answer: () => new Response('', { status: 504 }) },
  ])('$name', async ({ answer }) => {
    const { client, requests, waits } = flaky([answer, answer, receipt]);
    expect(await client.submit(await aParcel())).toMatchObject({ type: 'receipt' });
    expect(requests).toHaveLength(3);
    expect(waits.map(Math.round)).toEqual([251, 502]); // half of 500, half of 1,000, rounded up by the last byte
  });

  test('with one idempotency key and one body', async () => {
    const { client, requests } = flaky([fail, fail, receipt]);
    await client.submit(await aParcel());
    expect(new Set(requests.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
    expect(new Set(await Promise.all(requests.map((request) => request.text()))).size).toBe(1);
  });

  test('after as long as the node asks', async () => {
    const { client, waits } = flaky([problem(503, 'unavailable', { 'retry-after': '7' }), receipt]);
    await client.submit(await aParcel());
    expect(waits[0]).toBeGreaterThanOrEqual(7000);
  });

  test('but not when the node asks for longer than a caller bears', async () => {
    const { client, requests } = flaky([problem(503, 'unavailable', { 'retry-after': '3600' }), receipt]);
    expect((await errorOf(client.capabilities())).facts.retryAfter).toBe(3600);
    expect(requests).toHaveLength(1);
  });

  test('five times in all', async () => {
    const { client, requests } = flaky([fail]);
    expect((await errorOf(client.submit(await aParcel()))).code).toBe('network');
    expect(requests).toHaveLength(5);
  });

  test('a node that says nothing', async () => {
    const { client, requests } = flaky([() => new Promise<Response>(() => undefined) as never, receipt]);
    await client.submit(await aParcel());
    expect(requests).toHaveLength(2);
  });
});

describe('what stays is not tried again', () => {
  test.each([
    { status: 403, code: 'agreement-refused' },
    { status: 422, code: 'idempotency-key-reused' },
    { status: 500, code: 'internal' },
  ])('$code', async ({ status, code }) => {
    const { client, requests } = flaky([problem(status, code)]);
    const error = await errorOf(client.submit(await aParcel()));
    expect([error.code, error.facts]).toEqual([code, { status, request: 'abc' }]);
    expect(requests).toHaveLength(1);
  });

  test('an answer that is no JSON', async () => {
    const { client } = flaky([() => new Response('<html>')]);
    expect((await errorOf(client.capabilities())).code).toBe('unexpected-answer');
  });

  test('an abort by the caller', async () => {
    const { client, requests } = flaky([receipt]);
    const error = await errorOf(client.submit(await aParcel(), { signal: AbortSignal.abort() }));
    expect([error.code, requests.length]).toEqual(['aborted', 0]);
  });
});

test('a refused token is renewed once', async () => {
  const seen: boolean[] = [];
  const client = createClient({
    baseUrl: 'https://node.example',
    auth: (request, { rejected }) => {
      seen.push(rejected);
      return request;
    },
    fetch: async () => problem(401, 'token-refused')(),
  });
  expect((await errorOf(client.record('x'))).code).toBe('token-refused');
  expect(seen).toEqual([false, true]);
});

test('a feed that never moves on is given up', async () => {
  const { client } = flaky([() => Response.json({ entries: [], next: 'a.1', more: true })]);
  const read = async () => {
    for await (const _entry of client.feed({ after: 'a.1' })) void _entry;
  };
  expect((await errorOf(read())).code).toBe('unexpected-answer');
});

test.each(['http://node.example', 'ftp://node.example'])('%s is no address for records', (baseUrl) => {
  expect(() => createClient({ baseUrl, auth: (request) => request })).toThrow(TypeError);
});

test('an error says nothing of address, token or record', async () => {
  const { client } = flaky([fail]);
  const error = await errorOf(client.submit(await aParcel()));
  expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toMatch(
    /node\.example|01890a5d/,
  );
});

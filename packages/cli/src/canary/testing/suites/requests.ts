import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeAssertion, requestToken, token16 } from '../../../../../server/src/testing/agency.js';
import { carry } from '../carriers.js';
import { plant } from '../ledger.js';
import { judged, type NodeBench, sharedNode, whole } from '../node-bench.js';

let bench: NodeBench;
beforeAll(async () => {
  bench = await sharedNode();
});

/** Sends bytes as they are, past everything that a library would refuse, and gives all that comes back. */
async function rawly(text: string): Promise<string> {
  const { port, hostname } = new URL(await listening);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
    socket.setTimeout(2_000, () => socket.destroy());
  });
}
let listening: Promise<string>;

describe('requests', () => {
  test('headers of a request', async () => {
    const names = [
      'authorization',
      'idempotency-key',
      'content-type',
      'content-encoding',
      'x-request-id',
      'cookie',
      'origin',
      'x-canary',
      'accept',
      'content-length',
    ];
    const answers: string[] = [];
    const marks = names.map((name) => plant('requestHeader', name));
    for (const [index, name] of names.entries()) {
      const mark = marks[index] as string;
      for (const value of [mark, `Bearer ${mark}`, `application/${mark}`, `Bearer ${mark}.${mark}.${mark}`]) {
        answers.push(await judged(await bench.caller.submit(bench.parcel, token16(), { [name]: value })));
      }
      answers.push(await judged(await bench.caller.submit(bench.parcel, token16(), { [`x-${mark}`]: mark })));
    }
    bench.look('requestHeader', marks, answers);
  });

  test('query strings, cursors, and segments of an address', async () => {
    const [query, segment] = [plant('queryString', 'feed and record'), plant('pathSegment', 'everywhere')];
    const queries = [
      `after=${query}`,
      `after=${query}.1`,
      `after=${query}%00.9`,
      `limit=${query}`,
      `${query}=1`,
      `after=%E0%A4${query}`,
      `a=${query}&a=${query}`,
    ];
    const answers: string[] = [];
    for (const text of queries) answers.push(await judged(await bench.caller.get(`/v1/feed?${text}`)));
    const id = '00000000-0000-4000-8000-000000000000';
    for (const text of [`country=${query}&agency=${query}`, `country=XA&agency=${query}`, `${query}`]) {
      answers.push(await judged(await bench.caller.get(`/v1/records/${id}?${text}`)));
    }
    bench.look('queryString', query, answers);
    const paths = [
      '/v1/@',
      '/@',
      '/v1/records/@',
      '/v1/records/%E0%A4@',
      '/v1/records/@%00',
      '/v1/parcels/@',
      '/v1/feed/@',
      '//@/v1/feed',
      '/v1/records/..%2f@',
    ];
    const told: string[] = [];
    for (const path of paths) {
      told.push(await judged(await bench.caller.get(path.replace('@', segment))));
      const request = new Request(`http://node${path.replace('@', segment)}`, { method: 'DELETE' });
      told.push(await judged(await bench.node.fetch(request)));
    }
    bench.look('pathSegment', segment, told);
  });

  test('what a library would not send: broken requests on a socket', async () => {
    listening = bench.node.listen(0);
    await listening;
    const [header, path, query, body] = (
      ['requestHeader', 'pathSegment', 'queryString', 'httpBody'] as const
    ).map((source) => plant(source, 'socket'));
    const requests = [
      `GET /v1/feed HTTP/1.1\r\nHost: ${header}\r\n${header} : ${header}\r\n\r\n`,
      `GET /v1/feed HTTP/1.1\r\nHost: ${header}!@#\r\n\r\n`,
      `GET /v1/feed HTTP/1.1\r\nHost: x\r\nAuthorization: ${header}\u0001\r\n\r\n`,
      `POST /v1/parcels HTTP/1.1\r\nHost: x\r\nContent-Length: ${header}\r\n\r\n${body}`,
      `POST /v1/parcels HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${body}\r\n`,
      `GET /v1/feed HTTP/1.1\r\nHost: x\r\nX: ${String(header).repeat(9000)}\r\n\r\n`,
      `${path} /v1/feed HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET /v1/%%${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      `GET http://${path}:bad/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      `GET /v1/feed?${query}%%=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      `GET ${path} HTTP/9.9\r\n\r\n`,
    ];
    const answers: string[] = [];
    for (const request of requests) answers.push(await rawly(request));
    expect(answers.every((answer) => answer.startsWith('HTTP/1.1 4'))).toBe(true);
    for (const source of ['requestHeader', 'pathSegment', 'queryString', 'httpBody'] as const) {
      bench.look(source, [header, path, query, body] as string[], answers);
    }
  });

  test('token requests', async () => {
    const marks: string[] = [];
    const answers: unknown[] = [];
    const mark = (place: string) => marks[marks.push(plant('tokenRequest', place)) - 1] as string;
    const ask = async (assertion: string, more = {}) => {
      answers.push(await judged(await requestToken(bench.node, assertion, more)));
    };
    for (const claim of ['iss', 'sub', 'aud', 'jti', 'exp', 'nbf', 'extra']) {
      const word = mark(claim);
      // An odd jti is taken: then the answer is a token, which names the client to itself.
      const answer = await requestToken(bench.node, await makeAssertion(bench.first, { [claim]: word }));
      const text = await answer.text();
      answers.push(answer.ok ? carry('accessToken', JSON.parse(text)) : text);
    }
    for (const field of [
      'grant_type',
      'client_assertion_type',
      'client_assertion',
      'client_id',
      'scope',
      mark('field'),
    ]) {
      await ask(await makeAssertion(bench.first), { [field]: mark(field) });
    }
    for (const name of ['kid', 'typ', mark('member')])
      await ask(await makeAssertion(bench.first, {}, { [name]: mark(name) }));
    await ask(`${mark('token')}.${mark('token')}.${mark('token')}`);
    const unsigned = [{ alg: 'none', kid: mark('none') }, { iss: mark('none') }].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    await ask(`${unsigned.join('.')}.`);
    bench.look('tokenRequest', marks, answers);
  });

  test('an Idempotency-Key that is used again', async () => {
    const mark = plant('requestHeader', 'a key used twice');
    const first = await whole(await bench.caller.submit(bench.parcel, `${mark}-and-more`));
    const again = await whole(
      await bench.caller.submit({ ...bench.parcel, issuedAt: '2024' }, `${mark}-and-more`),
    );
    expect(again).toContain('idempotency-key-reused');
    bench.look('requestHeader', mark, [first, again]);
  });
});

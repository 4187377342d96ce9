import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from './limits.js';
import { type Caller, makeCase, makeParcel, signIn, token16 } from './testing/agency.js';
import { type StartedTrial, startTrial } from './testing/start-trial.js';

type Json = Record<string, unknown>;
let started: StartedTrial;
let caller: Caller;
let parcel: Json;
let record: Json;
beforeAll(async () => {
  started = await startTrial({ limits: { bytes: 20_000, records: 3 } });
  caller = await signIn(started.node, started.first);
  record = makeCase(started.first);
  parcel = await makeParcel(started.trial, started.first, [record]);
});
afterAll(() => started.node.close());

async function codeOf(answer: Response): Promise<unknown> {
  const { status, code } = (await answer.json()) as Json;
  expect(status).toBe(answer.status);
  return code;
}
const change = (changes: Json) => ({ ...parcel, ...changes });
const handling = (changes: Json) => change({ handling: { ...(parcel['handling'] as Json), ...changes } });
const agreement = (changes: Json) => change({ agreement: { ...(parcel['agreement'] as Json), ...changes } });
const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test('the parcel that every row below spoils in one way is accepted', async () => {
  const answer = await caller.submit(parcel);
  expect(((await answer.json()) as { counts: Json }).counts['accepted']).toBe(1);
});

test('a code that no list has is refused, because it could spell a name', async () => {
  const odd = makeCase(started.first, { profile: 'marisol' });
  const answer = await caller.submit(await makeParcel(started.trial, started.first, [odd]));
  const { verdicts } = (await answer.json()) as { verdicts: Json[] };
  const finding = { code: 'unlisted-code', severity: 'error', path: '/profile', facts: { list: 'profile' } };
  expect(verdicts).toMatchObject([{ verdict: 'rejected', findings: [finding] }]);
});

describe('a body is refused', () => {
  test.each([
    { name: 'that is not JSON', given: () => '{', want: 'malformed-json' },
    { name: 'that is not UTF-8', given: () => new Uint8Array([0x22, 0xff, 0x22]), want: 'malformed-json' },
    { name: 'that is empty', given: () => '', want: 'malformed-json' },
    { name: 'with U+0000 in a text', given: () => change({ purpose: 'a\u0000' }), want: 'text-not-storable' },
    { name: 'with U+0000 in a key', given: () => change({ 'a\u0000': 1 }), want: 'text-not-storable' },
    {
      name: 'with half a surrogate pair',
      given: () => change({ purpose: '\ud800' }),
      want: 'text-not-storable',
    },
    { name: 'with a number beyond doubles', given: () => '{"revision":1e999}', want: 'text-not-storable' },
    { name: 'nested too deep', given: () => deep(defaultLimits.depth + 1), want: 'too-deep' },
    { name: 'nested beyond any stack', given: () => deep(9_000), want: 'too-deep' },
    { name: 'that is too large', given: () => change({ id: 'a'.repeat(20_000) }), want: 'body-too-large' },
    { name: 'that is no object', given: () => '[]', want: 'parcel-invalid' },
    { name: 'that is null', given: () => 'null', want: 'parcel-invalid' },
  ])('$name', async ({ given, want }) => {
    expect(await codeOf(await caller.submit(given()))).toBe(want);
  });

  test('that is too large and does not say so', async () => {
    const piece = new TextEncoder().encode(' '.repeat(1000));
    let pulled = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(piece);
      },
    });
    const headers = {
      authorization: `Bearer ${caller.token}`,
      'content-type': 'application/json',
      'idempotency-key': token16(),
    };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect(await codeOf(await started.node.fetch(new Request('http://node/v1/parcels', init)))).toBe(
      'body-too-large',
    );
    expect(pulled).toBeLessThan(30); // an endless body is given up, not read
  });

  test.each([
    { name: 'of another media type', headers: { 'content-type': 'text/plain' }, want: 'media-type-refused' },
    { name: 'that is compressed', headers: { 'content-encoding': 'gzip' }, want: 'media-type-refused' },
  ])('$name', async ({ headers, want }) => {
    expect(await codeOf(await caller.submit(parcel, token16(), headers))).toBe(want);
  });

  test.each(['short', 'with spaces and such', 'ä'.repeat(16), 'a'.repeat(65)])(
    'without a good idempotency key',
    async (key) => {
      expect(await codeOf(await caller.submit(parcel, encodeURIComponent(key).replaceAll('%20', ' ')))).toBe(
        'malformed-request',
      );
    },
  );
});

describe('a parcel is refused', () => {
  test.each([
    {
      name: 'at the identified level',
      given: () => handling({ level: 'identified' }),
      want: 'level-refused',
    },
    {
      name: 'at a level that has no records',
      given: () => handling({ level: 'anonymized' }),
      want: 'level-refused',
    },
    { name: 'without a level', given: () => handling({ level: undefined }), want: 'parcel-invalid' },
    { name: 'of a newer minor', given: () => change({ schemaVersion: '1.99' }), want: 'version-refused' },
    { name: 'with an unknown field', given: () => change({ note: 'x' }), want: 'parcel-invalid' },
    {
      name: 'with an unknown purpose',
      given: () => change({ purpose: 'immigration' }),
      want: 'parcel-invalid',
    },
    { name: 'with an unknown marking', given: () => handling({ marking: 'secret' }), want: 'parcel-invalid' },
    {
      name: 'with too many records',
      given: () => change({ records: [1, 2, 3, 4] }),
      want: 'too-many-records',
    },
    {
      name: 'with sealed content',
      given: () => change({ records: undefined, digests: undefined, signatures: undefined, sealed: [] }),
      want: 'parcel-invalid',
    },
    {
      name: 'from another agency',
      given: () => change({ sender: { country: started.second.country, agency: started.second.agency } }),
      want: 'sender-mismatch',
    },
  ])('$name', async ({ given, want }) => {
    expect(await codeOf(await caller.submit(given()))).toBe(want);
  });

  test.each([
    { reason: 'unknown', given: () => agreement({ ref: 'another' }) },
    { reason: 'unknown', given: () => agreement({ version: 2 }) },
    { reason: 'unknown', given: () => agreement({ clause: '9' }) },
    {
      reason: 'recipient',
      given: () =>
        change({ recipients: [{ country: started.second.country, agency: started.second.agency }] }),
    },
    {
      reason: 'recipient',
      given: () =>
        change({ recipients: [...(parcel['recipients'] as Json[]), { country: 'XD', agency: 'nobody' }] }),
    },
    { reason: 'purpose', given: () => change({ purpose: 'research' }) },
  ])('by an agreement: $reason', async ({ reason, given }) => {
    const problem = (await (await caller.submit(given())).json()) as Json;
    expect(problem).toMatchObject({ code: 'agreement-refused', reason });
  });
});

describe('a record is rejected', () => {
  const cases: { name: string; changes: Json; code: string; path: unknown; facts?: Json }[] = [
    {
      name: 'with an unknown field',
      changes: { note: 'x' },
      code: 'unknown-property',
      path: expect.any(String),
    },
    {
      name: 'at the identified level',
      changes: { handling: { level: 'identified' } },
      code: 'level',
      path: '/handling/level',
    },
    { name: 'of a newer minor', changes: { schemaVersion: '1.1' }, code: 'version', path: '/schemaVersion' },
    {
      name: 'of a type that does not travel',
      changes: { type: 'parcel' },
      code: 'record-type',
      path: '/type',
    },
    {
      name: 'that is not marked as invented',
      changes: { provenance: undefined },
      code: 'synthetic-only',
      path: '/provenance/synthetic',
    },
    {
      name: 'with a field the clause does not grant',
      changes: { sex: 'female', maritalStatus: 'single' },
      code: 'not-granted',
      path: '/maritalStatus',
      facts: { clause: '1' },
    },
    {
      name: 'with a part the clause does not grant',
      changes: { assistance: [] },
      code: 'not-granted',
      path: '/assistance',
      facts: { clause: '1' },
    },
    {
      name: 'for another purpose',
      changes: {
        handling: {
          level: 'pseudonymized',
          marking: 'restricted',
          purposes: ['research'],
          legalBasis: 'consent',
        },
      },
      code: 'purpose',
      path: '/handling/purposes',
    },
    {
      name: 'from an agency that may not be passed on',
      changes: { source: { country: 'XB', agency: 'xb-national-node', agencyType: 'nationalCoordination' } },
      code: 'onward',
      path: '/source',
      facts: { clause: '1' },
    },
  ];
  test.each(cases)('$name', async ({ changes, code, path, facts }) => {
    const spoilt = await makeParcel(started.trial, started.first, [makeCase(started.first, changes)]);
    const receipt = (await (await caller.submit(spoilt)).json()) as { verdicts: Json[] };
    expect(receipt.verdicts).toMatchObject([
      {
        verdict: 'rejected',
        findings: [{ code, path, severity: 'error', ...(facts === undefined ? {} : { facts }) }],
      },
    ]);
  });

  const proofs: { name: string; spoil: (parcel: Json) => Json; codes: string[] }[] = [
    { name: 'without a digest', spoil: () => ({ digests: [] }), codes: ['digest'] },
    { name: 'without a signature', spoil: () => ({ signatures: [] }), codes: ['signature'] },
    {
      name: 'without either',
      spoil: () => ({ digests: undefined, signatures: undefined }),
      codes: ['digest', 'signature'],
    },
    {
      name: 'with a digest of something else',
      spoil: (p) => ({ digests: spoilFirst(p['digests'], { digest: 'a'.repeat(43) }) }),
      codes: ['digest'],
    },
    {
      name: 'with a salt that is no base64url',
      spoil: (p) => ({ digests: spoilFirst(p['digests'], { salt: 'a'.repeat(25) }) }),
      codes: ['digest'],
    },
    {
      name: 'with another digest algorithm',
      spoil: (p) => ({ digests: spoilFirst(p['digests'], { algorithm: 'sha-512' }) }),
      codes: ['digest'],
    },
    {
      name: 'with an unknown key',
      spoil: (p) => ({ signatures: spoilFirst(p['signatures'], { keyId: 'another' }) }),
      codes: ['signature'],
    },
    {
      name: 'with an algorithm that is not the key’s',
      spoil: (p) => ({ signatures: spoilFirst(p['signatures'], { algorithm: 'EdDSA' }) }),
      codes: ['signature'],
    },
    {
      name: 'changed after it was signed',
      spoil: (p) => ({ records: spoilFirst(p['records'], { gender: 'masculine' }) }),
      codes: ['digest', 'signature'],
    },
  ];
  test.each(proofs)('$name', async ({ spoil, codes }) => {
    const whole = await makeParcel(started.trial, started.first, [makeCase(started.first)]);
    const receipt = (await (await caller.submit({ ...whole, ...spoil(whole) })).json()) as {
      verdicts: { findings: Json[] }[];
    };
    expect(receipt.verdicts[0]?.findings.map(({ code }) => code)).toEqual(codes);
  });

  test('with an id that is none, and the id is not repeated', async () => {
    const spoilt = await makeParcel(started.trial, started.first, [makeCase(started.first)]);
    const records = spoilFirst(spoilt['records'], { id: 'Marked Name' });
    const text = await (await caller.submit({ ...spoilt, records })).text();
    expect(JSON.parse(text).verdicts).toMatchObject([{ index: 0, verdict: 'rejected' }]);
    expect(text).not.toContain('Marked');
  });
});

function spoilFirst(list: unknown, changes: Json): Json[] {
  const [first, ...rest] = list as Json[];
  return [{ ...first, ...changes }, ...rest];
}

describe('a request is refused', () => {
  test.each([
    { path: '/v1/feed?limit=0', want: 'malformed-request' },
    { path: '/v1/feed?limit=501', want: 'malformed-request' },
    { path: '/v1/feed?limit=1&limit=2', want: 'malformed-request' },
    { path: "/v1/feed?after=x'--", want: 'malformed-request' },
    { path: '/v1/feed?other=1', want: 'malformed-request' },
    { path: '/v1/records/1', want: 'malformed-request' },
    { path: '/v1/records/00000000-0000-4000-8000-000000000000?country=XA', want: 'malformed-request' },
    { path: '/v1/records/00000000-0000-4000-8000-000000000000', want: 'not-found' },
    { path: '/v1/nothing', want: 'not-found' },
    { path: '/', want: 'not-found' },
    { path: '/v1/parcels', want: 'method-not-allowed' },
    { path: '/v1/token', want: 'method-not-allowed' },
  ])('$path', async ({ path, want }) => {
    expect(await codeOf(await caller.get(path))).toBe(want);
  });
});

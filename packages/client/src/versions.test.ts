import { highestCommon } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { CtdxClientError } from './client-error.js';
import { createClient, type SendableParcel } from './create-client.js';
import { aCase, aParcel } from './testing/a-parcel.js';

async function attempt(parcel: unknown) {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: 'https://node.example/',
    auth: (request) => request,
    fetch: async (request) => {
      requests.push(request);
      return Response.json({ type: 'receipt', verdicts: [] });
    },
  });
  const error = await client.submit(parcel as SendableParcel).catch((thrown: unknown) => thrown);
  return { error, sent: requests.length };
}

describe('what claims to be of a newer version', () => {
  const smuggled = { schemaVersion: '1.99', 'Kimberly Delacroix': '2009-03-04' };

  test.each([
    [
      'a record',
      async () => ({ ...(await aParcel()), records: [{ ...aCase(), ...smuggled }] }),
      '/records/0',
    ],
    ['a parcel', async () => ({ ...(await aParcel()), ...smuggled }), ''],
  ])('%s: no unknown property leaves', async (_name, made, path) => {
    const { error, sent } = await attempt(await made());
    expect(sent).toBe(0);
    if (!CtdxClientError.is(error)) throw new Error('it was sent');
    expect(error.facts.findings).toMatchObject([{ code: 'newer-field', severity: 'error', path }]);
    expect(JSON.stringify(error)).not.toMatch(/kimberly|2009/i);
  });

  test('without anything new it may be tried: the node says what it takes', async () => {
    expect((await attempt({ ...(await aParcel()), schemaVersion: '1.99' })).sent).toBe(1);
  });
});

test('a sender converts to the highest version that both know', () => {
  expect(highestCommon(['1.0', '1.1'])).toBe('1.0');
  expect(highestCommon(['2.0'])).toBeUndefined();
});

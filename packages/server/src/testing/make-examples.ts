import type { Trial, TrialAgency } from '../trial.js';
import { makeAssertion, makeCase, makeParcel } from './agency.js';
import type { Json } from './contract.js';
import { exampleTime } from './example-trial.js';

const ids = ['01890a5d-ac96-874b-bcce-b302099a8001', '01890a5d-ac96-874b-bcce-b302099a8002'];
const person = '01890a5d-ac96-874b-bcce-b302099a8003';
const key = 'b8Qx0fWmYk3hVtR2sLz7Ng';

/** Writes the requests of all examples into the contract. Answers are what a node says to them. */
export async function makeExamples(contract: Json, trial: Trial): Promise<void> {
  const [first] = trial.agencies;
  if (first === undefined) throw new Error('a trial has agencies');
  const parcel = await exampleParcel(trial, first);
  const identified = { ...parcel, handling: { ...parcel.handling, level: 'identified' } };
  const paths = contract.paths;

  tell(paths['/v1/capabilities'].get, [{ name: 'trial-node', status: 200 }]);
  const national = await exampleForm(first);
  tell(paths['/v1/token'].post, [
    { name: 'national-node', status: 200, body: national },
    { name: 'regional-body', status: 200, body: await exampleForm(trial.regional) },
    { name: 'assertion-used-twice', status: 401, body: national },
    { name: 'another-grant', status: 400, body: { ...national, grant_type: 'password' } },
  ]);
  const as = 'national-node';
  tell(paths['/v1/parcels'].post, [
    { name: 'one-good-one-bad', as, status: 200, body: parcel, 'Idempotency-Key': key },
    { name: 'sent-again', as, status: 200, body: parcel, 'Idempotency-Key': key },
    { name: 'another-body', as, status: 422, body: { ...parcel, issuedAt: '2024' }, 'Idempotency-Key': key },
    { name: 'identified', as, status: 403, body: identified, 'Idempotency-Key': `${key}2` },
    { name: 'no-token', status: 401, body: parcel, 'Idempotency-Key': `${key}3` },
  ]);
  const reader = 'regional-body';
  tell(paths['/v1/feed'].get, [
    { name: 'from-the-start', as: reader, status: 200, limit: '10' },
    { name: 'cursor-of-another-life', as: reader, status: 410, after: 'c2ln.4' },
    { name: 'limit-of-nothing', as: reader, status: 400, limit: '0' },
  ]);
  tell(paths['/v1/records/{id}'].get, [
    { name: 'sent-to-the-caller', as: reader, status: 200, id: ids[0] },
    { name: 'not-for-the-caller', as: reader, status: 404, id: ids[1] },
  ]);
}

interface Told {
  readonly name: string;
  readonly status: number;
  readonly as?: string;
  readonly body?: Json;
  /** Parameters by name. */
  readonly [parameter: string]: Json;
}

function tell(operation: Json, list: readonly Told[]): void {
  operation['x-ctdx-examples'] = Object.fromEntries(
    list.map(({ name, status, as }) => [name, as === undefined ? { status } : { as, status }]),
  );
  const media = Object.values<Json>(operation.requestBody?.content ?? {})[0];
  if (media !== undefined)
    media.examples = Object.fromEntries(list.map(({ name, body }) => [name, { value: body }]));
  for (const parameter of operation.parameters ?? []) {
    const given = list.filter((one) => one[parameter.name] !== undefined);
    if (given.length === 0) continue;
    parameter.examples = Object.fromEntries(given.map((one) => [one.name, { value: one[parameter.name] }]));
  }
  for (const response of Object.values<Json>(operation.responses)) {
    for (const one of Object.values<Json>(response.content ?? {})) delete one.examples;
  }
}

async function exampleForm(agency: TrialAgency): Promise<Json> {
  const now = exampleTime.getTime() / 1000;
  return {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await makeAssertion(agency, {
      iat: now,
      exp: now + 60,
      jti: `example-${agency.clientId}`,
    }),
    client_id: agency.clientId,
  };
}

/** One record that is accepted, and one that says more than the clause grants. */
async function exampleParcel(trial: Trial, sender: TrialAgency): Promise<Json> {
  const shared = { subject: { personRef: person }, incidentRef: person };
  const good = makeCase(sender, { ...shared, id: ids[0] });
  const bad = makeCase(sender, { ...shared, id: ids[1], maritalStatus: 'single' });
  return makeParcel(trial, sender, [good, bad], { id: '4f1c3b9e-2d64-4a43-9f0a-1c2d3e4f5a6b' });
}

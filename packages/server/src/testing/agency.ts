import { randomUUID } from 'node:crypto';
import { FlattenedSign, importJWK, SignJWT } from 'jose';
import type { ExchangeNode } from '../create-node.js';
import { recordBytes, recordSignatureType, saltedDigest } from '../exchange/signature.js';
import type { Trial, TrialAgency } from '../trial.js';

// What tests of the node share. It speaks HTTP as a stranger would: the client package is not used here.

type Json = Record<string, unknown>;
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const audience = 'urn:ctdx:trial-node';

/** A UUIDv8, as the pseudonymized level asks. */
export const pseudonym = (): string => randomUUID().replace(/^(.{14})4/, '$18');

/** Random base64url of 16 bytes. */
export const token16 = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');

/** The minimal extract of an invented case. */
export function makeCase({ country, agency, agencyType }: TrialAgency, changes: Json = {}): Json {
  return {
    type: 'case',
    schemaVersion: '1.0',
    id: pseudonym(),
    revision: 1,
    issuedAt: '2025',
    source: { country, agency, agencyType },
    handling: {
      level: 'pseudonymized',
      marking: 'restricted',
      purposes: ['statistics'],
      legalBasis: 'statisticsLaw',
    },
    codeListVersion: '1.0',
    provenance: { synthetic: true },
    reportingPeriod: { start: '2025-01', end: '2025-12' },
    incidentRef: pseudonym(),
    subject: { personRef: pseudonym() },
    gender: 'feminine',
    age: { band: 'adult', referencePoint: 'registration', state: 'stated' },
    citizenshipRegions: ['caribbean'],
    statusHistory: [{ status: 'identified', basis: 'decision', country }],
    trafficking: { exploitation: [{ form: 'forcedLabour' }] },
    deduplicated: 'agency',
    ...changes,
  };
}

/** Detached signature of an agency over a record. */
export async function signRecord(
  record: Json,
  { privateKey, keyId }: TrialAgency,
  header: Json = {},
): Promise<string> {
  const key = await importJWK(privateKey, 'ES256');
  const signed = await new FlattenedSign(recordBytes(record))
    .setProtectedHeader({ alg: 'ES256', kid: keyId, typ: recordSignatureType, ...header })
    .sign(key);
  return `${signed.protected}..${signed.signature}`;
}

/** A parcel of records that the sender signs, with salted digests. */
export async function makeParcel(
  trial: Trial,
  sender: TrialAgency,
  records: Json[],
  changes: Json = {},
): Promise<Json> {
  const { country, agency, agencyType, keyId } = sender;
  const digests = [];
  const signatures = [];
  for (const record of records) {
    const { id, revision } = record;
    const salt = token16();
    const about = { record: id, revision };
    digests.push({
      ...about,
      algorithm: 'sha-256',
      salt,
      digest: await saltedDigest(salt, recordBytes(record)),
    });
    signatures.push({ ...about, algorithm: 'ES256', keyId, jws: await signRecord(record, sender) });
  }
  return {
    type: 'parcel',
    schemaVersion: '1.0',
    id: randomUUID(),
    revision: 1,
    issuedAt: '2025',
    source: { country, agency, agencyType },
    handling: {
      level: 'pseudonymized',
      marking: 'restricted',
      purposes: ['statistics'],
      legalBasis: 'statisticsLaw',
    },
    codeListVersion: '1.0',
    provenance: { synthetic: true },
    sender: { country, agency },
    recipients: [{ country: trial.regional.country, agency: trial.regional.agency }],
    purpose: trial.purpose,
    agreement: trial.agreement,
    records,
    digests,
    signatures,
    ...changes,
  };
}

/** A client assertion, as RFC 7523 has it. */
export async function makeAssertion(
  agency: TrialAgency,
  claims: Json = {},
  header: Json = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: agency.clientId,
    sub: agency.clientId,
    aud: audience,
    iat: now,
    exp: now + 60,
    jti: token16(),
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', kid: agency.keyId, ...header })
    .sign(await importJWK(agency.privateKey, 'ES256'));
}

/** Asks for a token with an assertion. */
export function requestToken(
  node: ExchangeNode,
  assertion: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const form = {
    grant_type: 'client_credentials',
    client_assertion_type: assertionType,
    client_assertion: assertion,
    ...more,
  };
  return node.fetch(new Request('http://node/v1/token', { method: 'POST', body: new URLSearchParams(form) }));
}

/** What an agency can do at a node. */
export interface Caller {
  readonly token: string;
  submit(parcel: unknown, key?: string, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
}

/** Signs an agency in. */
export async function signIn(node: ExchangeNode, agency: TrialAgency): Promise<Caller> {
  const answer = (await (await requestToken(node, await makeAssertion(agency))).json()) as {
    access_token: string;
  };
  const authorization = `Bearer ${answer.access_token}`;
  return {
    token: answer.access_token,
    submit: (parcel, key = token16(), headers = {}) =>
      node.fetch(
        new Request('http://node/v1/parcels', {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key, ...headers },
          body:
            typeof parcel === 'string' || parcel instanceof Uint8Array
              ? (parcel as string)
              : JSON.stringify(parcel),
        }),
      ),
    get: (path) => node.fetch(new Request(`http://node${path}`, { headers: { authorization } })),
  };
}

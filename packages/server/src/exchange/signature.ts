import canonicalize from 'canonicalize';
import { type CryptoKey, flattenedVerify, importJWK } from 'jose';
import { type AgencyRef, type Configuration, nameOf } from '../configuration.js';
import { base64url, sha256 } from '../handed-in.js';

/** Algorithms of keys. All are asymmetric: a node holds public keys only. */
export const algorithms: readonly string[] = ['ES256', 'ES384', 'EdDSA'];

/** `typ` of a signature over a record, so that no other signed thing passes for one. */
export const recordSignatureType = 'ctdx-record+jws';

/** Members that the protected header of a record's signature may have. */
const headerMembers = new Set(['alg', 'kid', 'typ']);

/** Public keys by agency and key id. */
export type KeyRing = ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly key: CryptoKey; readonly algorithm: string }>
>;

/** A signature as the parcel carries it. */
export interface CarriedSignature {
  readonly algorithm: string;
  readonly keyId: string;
  readonly jws: string;
}

/** A salted digest as the parcel carries it. */
export interface CarriedDigest {
  readonly algorithm: string;
  readonly salt: string;
  readonly digest: string;
}

/** RFC 8785 bytes of a record: what is signed and what is digested. */
export function recordBytes(record: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalize(record) ?? '');
}

/** Imports the public keys of all agencies. A key with an algorithm that is not taken here is left out. */
export async function importKeys({ agencies }: Configuration): Promise<KeyRing> {
  const ring = new Map<string, Map<string, { key: CryptoKey; algorithm: string }>>();
  for (const agency of agencies) {
    const keys = new Map<string, { key: CryptoKey; algorithm: string }>();
    for (const jwk of agency.jwks.keys) {
      if (!algorithms.includes(jwk.alg)) continue;
      const key = await importJWK(jwk, jwk.alg);
      if (!(key instanceof Uint8Array)) keys.set(jwk.kid, { key, algorithm: jwk.alg });
    }
    ring.set(nameOf(agency), keys);
  }
  return ring;
}

/** True when the source agency signed exactly these bytes with a key that the node knows. */
export async function isSigned(
  bytes: Uint8Array,
  signature: CarriedSignature,
  source: AgencyRef,
  keys: KeyRing,
): Promise<boolean> {
  const known = keys.get(nameOf(source))?.get(signature.keyId);
  const [header, empty, value] = signature.jws.split('.');
  if (known === undefined || header === undefined || empty !== '' || value === undefined) return false;
  if (signature.algorithm !== known.algorithm) return false;
  try {
    const { protectedHeader } = await flattenedVerify(
      { protected: header, payload: base64url(bytes), signature: value },
      known.key,
      { algorithms: [known.algorithm] },
    );
    return (
      protectedHeader?.typ === recordSignatureType &&
      protectedHeader.kid === signature.keyId &&
      Object.keys(protectedHeader).every((member) => headerMembers.has(member))
    );
  } catch {
    return false;
  }
}

/** True when the digest is that of the salt followed by these bytes. */
export async function isDigested(bytes: Uint8Array, carried: CarriedDigest): Promise<boolean> {
  if (carried.algorithm !== digestAlgorithm) return false;
  // A salt of an impossible length is not base64url: it proves nothing, and it is no reason to fail.
  return saltedDigest(carried.salt, bytes).then(
    (digest) => digest === carried.digest,
    () => false,
  );
}

/** The one digest algorithm of this version. */
export const digestAlgorithm = 'sha-256';

/** Digest of salt bytes followed by content, base64url. The salt is given in base64url. */
export async function saltedDigest(salt: string, bytes: Uint8Array): Promise<string> {
  const raw = atob(salt.replaceAll('-', '+').replaceAll('_', '/'));
  return sha256(
    Uint8Array.from(raw, (character) => character.charCodeAt(0)),
    bytes,
  );
}

import canonicalize from 'canonicalize';
import { type CryptoKey, FlattenedSign, importJWK, type JWK } from 'jose';
import { base64url } from './handed-in.js';

/** A detached signature over the RFC 8785 bytes of a record. */
export interface RecordSignature {
  readonly algorithm: SignatureAlgorithm;
  readonly keyId: string;
  readonly jws: string;
}

/** Algorithms of the code list `signature-algorithm`. */
export type SignatureAlgorithm = 'ES256' | 'ES384' | 'EdDSA';

/** Signs the bytes of a record for its source agency. Give your own where the key is in a vault. */
export type SignRecord = (bytes: Uint8Array<ArrayBuffer>) => Promise<RecordSignature>;

/** `typ` of the signature, so that nothing else that is signed with the same key passes for a record. */
const signatureType = 'ctdx-record+jws';

/** Signs with a private key at hand. @example recordSigner({ privateKey, keyId: 'key-1', algorithm: 'ES256' }) */
export function recordSigner(options: {
  readonly privateKey: JWK | CryptoKey;
  readonly keyId: string;
  readonly algorithm?: SignatureAlgorithm;
}): SignRecord {
  const { privateKey, keyId, algorithm = 'ES256' } = options;
  const imported = 'kty' in privateKey ? importJWK(privateKey as JWK, algorithm) : privateKey;
  Promise.resolve(imported).catch(() => undefined); // whoever signs first gets the error
  return async (bytes) => {
    const signed = await new FlattenedSign(bytes)
      .setProtectedHeader({ alg: algorithm, kid: keyId, typ: signatureType })
      .sign((await imported) as CryptoKey);
    return { algorithm, keyId, jws: `${signed.protected}..${signed.signature}` };
  };
}

/** RFC 8785 bytes of a record: what is signed and what is digested. */
export function recordBytes(record: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalize(record) ?? '');
}

/** SHA-256 of salt bytes followed by content, base64url. */
export async function saltedDigest(salt: Uint8Array, bytes: Uint8Array): Promise<string> {
  const whole = new Uint8Array(salt.length + bytes.length);
  whole.set(salt);
  whole.set(bytes, salt.length);
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)));
}

/**
 * Derives secrets from a key that this library never sees. It may stand for a key file, a hardware module or a remote
 * service; asking for many values at once keeps a remote one usable.
 */
export interface KeyService {
  /** 32 bytes for each value, the same for the same domain and value, and telling nothing about other domains. */
  derive(domain: string, values: readonly string[]): Promise<readonly Uint8Array[]>;
}

/** Keys shorter than this are refused: 256 bits, as HMAC-SHA-256 is built for. */
const keyBytes = 32;

/**
 * A key service over a key in memory: HKDF-SHA-256 (RFC 5869) gives each domain a key of its own, and HMAC-SHA-256
 * under that key gives the values.
 * @throws {TypeError} when the key is not 32 bytes long.
 */
export function keyServiceFrom(key: Uint8Array<ArrayBuffer>): KeyService {
  if (key.byteLength !== keyBytes) throw new TypeError('A key has 32 bytes.');
  const text = new TextEncoder();
  const root = crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const domains = new Map<string, Promise<CryptoKey>>();
  const keyOf = async (domain: string): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: text.encode('ctdx/1'), info: text.encode(domain) },
      await root,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    );
  return {
    async derive(domain, values) {
      const known = domains.get(domain) ?? keyOf(domain);
      domains.set(domain, known);
      const hmac = await known;
      return Promise.all(
        values.map(
          async (value) => new Uint8Array(await crypto.subtle.sign('HMAC', hmac, text.encode(value))),
        ),
      );
    },
  };
}

/** Tells the time. */
export type Clock = () => Date;

/** Gives so many random bytes, from a source fit for keys. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

/** Waits; gives up when the signal says so. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Sends a request. The platform's own, or that of a node in the same process. */
export type Fetch = (request: Request) => Promise<Response>;

export const systemClock: Clock = () => new Date();

export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const systemFetch: Fetch = (request) => fetch(request);

export const systemSleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });

/** Bytes as base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** A random UUID (version 4, RFC 9562). */
export function uuid(random: Random): string {
  const bytes = random(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

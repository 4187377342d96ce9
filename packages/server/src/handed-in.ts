/** Tells the time. */
export type Clock = () => Date;

/** Gives so many random bytes, from a source fit for keys. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

/** The clock of the machine. */
export const systemClock: Clock = () => new Date();

/** The random source of the platform. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Bytes as base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** SHA-256 over the parts in turn, base64url. */
export async function sha256(...parts: (string | Uint8Array)[]): Promise<string> {
  const bytes = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  const whole = new Uint8Array(bytes.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of bytes) {
    whole.set(part, offset);
    offset += part.length;
  }
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)));
}

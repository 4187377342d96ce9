/** Gives `size` random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** The platform's own generator. */
export const platformRandom: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));

/**
 * Makes a UUIDv7: 48 bits of milliseconds, then random bits (RFC 9562, section 5.7).
 * @example uuid7(Date.now(), platformRandom)
 */
export function uuid7(milliseconds: number, random: RandomBytes): string {
  const bytes = Uint8Array.from(random(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

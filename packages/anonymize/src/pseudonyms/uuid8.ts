/** Writes the first 16 of at least 16 bytes as a UUIDv8 (RFC 9562): 122 bits of the bytes, version and variant. */
export function uuid8(bytes: Uint8Array): string {
  const own = bytes.slice(0, 16);
  own[6] = ((own[6] as number) & 0x0f) | 0x80;
  own[8] = ((own[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(own, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

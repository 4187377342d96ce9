import { createHash } from 'node:crypto';
import { inspect } from 'node:util';

/** What every mark begins with; a mark that was cut short is still found by it. */
const stem = /c4n4ry[a-z0-9]*/g;
const base64 = /[A-Za-z0-9+/_-]{12,}/g;
const hex = /(?:[0-9a-f]{2}){8,}/gi;
const digest = /[A-Za-z0-9_-]{43,64}/g;

/**
 * Every mark in a text: as it stands, in any letter case, percent-encoded, with the pairs of UTF-16, in base64, in
 * hexadecimal, and as an unkeyed SHA-256, which anyone who guesses a name could repeat.
 */
export function residue(text: string, marks: Iterable<string> = []): string[] {
  const readings = [text, percentDecoded(text), text.replaceAll('\0', '')];
  for (const [token] of text.matchAll(base64)) readings.push(Buffer.from(token, 'base64').toString('latin1'));
  for (const [token] of text.matchAll(hex)) readings.push(Buffer.from(token, 'hex').toString('latin1'));
  const found = new Set<string>();
  for (const reading of readings) for (const [hit] of reading.toLowerCase().matchAll(stem)) found.add(hit);
  const tokens = new Set(Array.from(text.matchAll(digest), ([token]) => token));
  if (tokens.size > 0) {
    for (const mark of marks) {
      const hash = createHash('sha256').update(mark).digest();
      if (tokens.has(hash.toString('base64url')) || tokens.has(hash.toString('hex'))) found.add(mark);
    }
  }
  return [...found];
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

/** Whatever a program could print of a value: its JSON, its string, and what a debugger shows. */
export function everythingOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = [
    inspect(value, { depth: 12, showHidden: true, maxArrayLength: null, maxStringLength: null }),
  ];
  for (const write of [() => JSON.stringify(value) ?? '', () => String(value)]) {
    try {
      parts.push(write());
    } catch {
      // What can't be written this way can't leak this way.
    }
  }
  if (value instanceof Error) parts.push(...ofError(value));
  return parts.join('\n');
}

/** Message, stack, every own property and the whole chain of causes. */
function ofError(error: Error): string[] {
  const parts: string[] = [];
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 8; depth += 1) {
    parts.push(current.name, current.message, current.stack ?? '');
    for (const key of Reflect.ownKeys(current))
      parts.push(String(key), inspect(Reflect.get(current, key), { depth: 6 }));
    current = current.cause;
  }
  return parts;
}

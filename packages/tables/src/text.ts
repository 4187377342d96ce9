import type { Position } from '@ctdx/model';
import { Refusal } from './refusal.js';

/** Encodings a text file may have. `auto`: UTF-16 when a byte order mark says so, else UTF-8. */
export type Encoding = 'auto' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Turns chunks of bytes into text, strictly. */
export interface Decoder {
  /** Text of this chunk, without the byte order mark. `bad` says that a byte which is no text follows it. */
  push(chunk: Uint8Array): { text: string; bad: boolean };
  /** What was held back for a next chunk. `bad` when the bytes end inside a character. */
  end(): { text: string; bad: boolean };
}

/** Makes a strict decoder: nothing is ever replaced by U+FFFD, and NUL is no text. */
export function textDecoder(wanted: Encoding = 'auto'): Decoder {
  let encoding: Exclude<Encoding, 'auto'> | undefined = wanted === 'auto' ? undefined : wanted;
  let held: Uint8Array = new Uint8Array(0);
  let started = false;

  const decode = (bytes: Uint8Array): string => {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009F]/g, windowsSign) : text;
  };

  return {
    push(chunk) {
      const block = held.byteLength === 0 ? chunk : concat(held, chunk);
      encoding ??= block.byteLength < 2 ? undefined : detect(block);
      const whole = encoding === undefined ? 0 : block.byteLength - unfinished(block, encoding);
      held = block.slice(whole);
      let text = '';
      let bad = false;
      try {
        text = decode(block.subarray(0, whole));
      } catch {
        text = decodeWhileGood(block, whole, decode, encoding ?? 'utf-8');
        bad = true;
      }
      if (!started && text !== '') {
        started = true;
        if (text.startsWith('\uFEFF')) text = text.slice(1);
      }
      const nul = text.indexOf('\0');
      return nul < 0 ? { text, bad } : { text: text.slice(0, nul), bad: true };
    },
    end: () => {
      // A file of one byte never showed whether it has a byte order mark.
      if (encoding !== undefined || held.byteLength === 0) return { text: '', bad: held.byteLength > 0 };
      const single = held[0] as number;
      return single > 0 && single < 0x80
        ? { text: String.fromCharCode(single), bad: false }
        : { text: '', bad: true };
    },
  };
}

/** Text of a whole small file; ends the reading with `not-text` when it is none. */
export async function textOf(
  chunks: AsyncIterable<Uint8Array>,
  at: Position,
  encoding: Encoding = 'auto',
): Promise<string> {
  const decoder = textDecoder(encoding);
  let all = '';
  for await (const chunk of chunks) {
    const { text, bad } = decoder.push(chunk);
    all += text;
    if (bad) throw new Refusal('not-text', at);
  }
  const rest = decoder.end();
  if (rest.bad) throw new Refusal('not-text', at);
  return all + rest.text;
}

/** What windows-1252 has from 0x80 to 0x9F; a space stands where it has nothing. */
const windowsSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some Node releases decode windows-1252 as Latin-1, which has control characters here. */
function windowsSign(control: string): string {
  const sign = windowsSigns[control.charCodeAt(0) - 0x80] ?? ' ';
  return sign === ' ' ? control : sign;
}

function detect(block: Uint8Array): Exclude<Encoding, 'auto'> {
  if (block[0] === 0xff && block[1] === 0xfe) return 'utf-16le';
  if (block[0] === 0xfe && block[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** How many bytes at the end begin a character that the next chunk must finish. */
function unfinished(block: Uint8Array, encoding: Encoding): number {
  const { byteLength: size } = block;
  if (encoding === 'windows-1252') return 0;
  if (encoding === 'utf-8') {
    for (let back = 1; back <= Math.min(3, size); back += 1) {
      const byte = block[size - back] as number;
      if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
      if (byte < 0x80) return 0;
    }
    return 0;
  }
  const odd = size % 2;
  const high = block[size - odd - (encoding === 'utf-16le' ? 1 : 2)];
  const half = size - odd >= 2 && high !== undefined && high >= 0xd8 && high <= 0xdb ? 2 : 0;
  return odd + half;
}

/** The text before the first bad byte, found by halving: it lets a finding name the row. */
function decodeWhileGood(
  block: Uint8Array,
  whole: number,
  decode: (bytes: Uint8Array) => string,
  encoding: Encoding,
): string {
  let text = '';
  let low = 0;
  let high = whole;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const prefix = block.subarray(0, middle);
    try {
      text = decode(prefix.subarray(0, middle - unfinished(prefix, encoding)));
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return text;
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.byteLength + second.byteLength);
  both.set(first);
  both.set(second, first.byteLength);
  return both;
}

import type { Position } from '@ctdx/model';
import { Refusal } from '../refusal.js';
import type { Bytes } from '../source.js';

/** How a compound file begins: the old .xls, and any workbook locked with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The stream that holds a locked workbook, named in UTF-16. */
const locked = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
const piece = 1_048_576;

/** Tells a locked workbook and an old one from a file that is no workbook at all. */
export async function refuseOldFormats(bytes: Bytes, at: Position): Promise<void> {
  const head = await bytes.read(0, compound.length);
  if (!compound.every((byte, index) => head[index] === byte)) return;
  for (let start = 0; start < bytes.size; start += piece) {
    // Pieces overlap, so that the name is found across a seam.
    const block = await bytes.read(start, Math.min(bytes.size, start + piece + locked.length));
    if (holds(block, locked)) throw new Refusal('encrypted-workbook', at);
  }
  throw new Refusal('old-workbook', at);
}

function holds(block: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let start = block.indexOf(first); start >= 0; start = block.indexOf(first, start + 1)) {
    if (wanted.every((byte, index) => block[start + index] === byte)) return true;
  }
  return false;
}

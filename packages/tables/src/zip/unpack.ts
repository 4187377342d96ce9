import type { Position } from '@ctdx/model';
import { Inflate } from 'fflate';
import type { Limits } from '../limits.js';
import { Refusal } from '../refusal.js';
import type { Bytes } from '../source.js';
import { crc32 } from './crc.js';
import { dataStart, type ZipEntry } from './directory.js';

/** What one workbook may still unpack. */
export interface Budget {
  left: number;
}

/** How much is given to the inflater at once: a thousandfold expansion of it still fits in memory. */
const packedPiece = 8_192;
const readPiece = 262_144;
const unpackedPiece = 65_536;
/** Small files may expand as they like. */
const expansionFrom = 1_048_576;
const stored = 0;
const deflated = 8;

/** Unpacks one entry piece by piece, and ends at the first sign of a bomb or of damage. */
export async function* unpack(
  bytes: Bytes,
  entry: ZipEntry,
  limits: Limits,
  budget: Budget,
  at: Position,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.method !== stored && entry.method !== deflated) throw new Refusal('unsafe-workbook', at);
  if (entry.size > limits.entryBytes) throw new Refusal('limit-unpacked', at, limits.entryBytes);
  const start = await dataStart(bytes, entry, at);
  let crc = 0;
  let size = 0;
  let taken = 0;
  for await (const [consumed, pieces] of inflate(bytes, entry, start, at)) {
    taken += consumed;
    for (const piece of pieces) {
      size += piece.byteLength;
      budget.left -= piece.byteLength;
      if (size > entry.size) throw new Refusal('unsafe-workbook', at);
      if (size > limits.entryBytes) throw new Refusal('limit-unpacked', at, limits.entryBytes);
      if (budget.left < 0) throw new Refusal('limit-unpacked', at, limits.unpackedBytes);
      if (size > expansionFrom && size > taken * limits.expansion) {
        throw new Refusal('limit-expansion', at, limits.expansion);
      }
      crc = crc32(piece, crc);
      for (let from = 0; from < piece.byteLength; from += unpackedPiece)
        yield piece.subarray(from, from + unpackedPiece);
    }
  }
  if (size !== entry.size || crc !== entry.crc) throw new Refusal('damaged-file', at);
}

/** Gives how many packed bytes were taken, and what came out of them. */
async function* inflate(
  bytes: Bytes,
  entry: ZipEntry,
  start: number,
  at: Position,
): AsyncGenerator<readonly [number, readonly Uint8Array[]], void, undefined> {
  const end = start + entry.packed;
  let pieces: Uint8Array[] = [];
  const inflater = new Inflate((piece) => pieces.push(piece));
  for (let from = start; from < end; from += readPiece) {
    const block = await bytes.read(from, Math.min(from + readPiece, end));
    for (let place = 0; place < block.byteLength; place += packedPiece) {
      const packed = block.subarray(place, place + packedPiece);
      if (entry.method === stored) {
        yield [packed.byteLength, [packed]];
        continue;
      }
      try {
        inflater.push(packed, from + place + packed.byteLength >= end);
      } catch {
        throw new Refusal('damaged-file', at);
      }
      yield [packed.byteLength, pieces];
      pieces = [];
    }
  }
}

import type { Position } from '@ctdx/model';
import type { Limits } from '../limits.js';
import { Refusal } from '../refusal.js';
import type { Bytes } from '../source.js';

/** A file inside a zip, as the central directory at its end describes it. */
export interface ZipEntry {
  /** Name with forward slashes. */
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** Where its own header lies. */
  readonly offset: number;
}

const signatures = { entry: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 } as const;
/** The end record and the longest comment that may follow it. */
const longestEnd = 22 + 65_535;
const full16 = 0xffff;
const full32 = 0xffffffff;

/**
 * Reads the central directory: only what it lists is ever unpacked. Ends the reading when the file is no zip
 * (`not-a-workbook`), is cut short, has too many files, or is built to deceive: names that repeat, files that
 * overlap (`unsafe-workbook`).
 */
export async function zipDirectory(
  bytes: Bytes,
  limits: Limits,
  at: Position,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const head = await bytes.read(0, 4);
  if (head.byteLength < 4 || view(head).getUint32(0, true) !== signatures.entry)
    throw new Refusal('not-a-workbook', at);
  const { count, size, offset, end } = await endRecord(bytes, at);
  if (count > limits.entries) throw new Refusal('limit-entries', at, limits.entries);
  if (offset + size > end) throw new Refusal('truncated-file', at);
  const directory = view(await bytes.read(offset, offset + size));
  const entries = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  let place = 0;
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > size || directory.getUint32(place, true) !== signatures.central)
      throw new Refusal('damaged-file', at);
    const { entry, flags, next } = centralEntry(directory, place, at);
    if ((flags & 1) !== 0) throw new Refusal('encrypted-workbook', at);
    const key = entry.name.toLowerCase();
    if (seen.has(key)) throw new Refusal('unsafe-workbook', at);
    seen.add(key);
    entries.set(entry.name, entry);
    place = next;
  }
  refuseOverlaps([...entries.values()], offset, at);
  return entries;
}

/** Where the packed bytes of an entry begin; its own header must tell the same name. */
export async function dataStart(bytes: Bytes, entry: ZipEntry, at: Position): Promise<number> {
  const header = view(await bytes.read(entry.offset, entry.offset + 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== signatures.entry)
    throw new Refusal('damaged-file', at);
  const nameEnd = entry.offset + 30 + header.getUint16(26, true);
  if (nameOf(await bytes.read(entry.offset + 30, nameEnd)) !== entry.name)
    throw new Refusal('unsafe-workbook', at);
  const start = nameEnd + header.getUint16(28, true);
  if (start + entry.packed > bytes.size) throw new Refusal('truncated-file', at);
  return start;
}

interface EndRecord {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the end record itself lies. */
  readonly end: number;
}

async function endRecord(bytes: Bytes, at: Position): Promise<EndRecord> {
  const from = Math.max(0, bytes.size - longestEnd);
  const tail = view(await bytes.read(from, bytes.size));
  for (let place = tail.byteLength - 22; place >= 0; place -= 1) {
    if (tail.getUint32(place, true) !== signatures.end) continue;
    if (place + 22 + tail.getUint16(place + 20, true) > tail.byteLength) continue;
    const small = {
      count: tail.getUint16(place + 10, true),
      size: tail.getUint32(place + 12, true),
      offset: tail.getUint32(place + 16, true),
      end: from + place,
    };
    const isSmall = small.count !== full16 && small.size !== full32 && small.offset !== full32;
    return isSmall ? small : await endRecord64(bytes, small.end, at);
  }
  throw new Refusal('truncated-file', at);
}

/** The large form of the end record. Some writers use it for any file. */
async function endRecord64(bytes: Bytes, end: number, at: Position): Promise<EndRecord> {
  const locator = view(await bytes.read(Math.max(0, end - 20), end));
  const place = locator.byteLength === 20 ? Number(locator.getBigUint64(8, true)) : Number.NaN;
  const record = view(await bytes.read(place, place + 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== signatures.end64)
    throw new Refusal('damaged-file', at);
  const number = (offset: number): number => Number(record.getBigUint64(offset, true));
  return { count: number(32), size: number(40), offset: number(48), end: place };
}

function centralEntry(directory: DataView, place: number, at: Position) {
  const nameEnd = place + 46 + directory.getUint16(place + 28, true);
  const extraEnd = nameEnd + directory.getUint16(place + 30, true);
  const next = extraEnd + directory.getUint16(place + 32, true);
  if (next > directory.byteLength) throw new Refusal('damaged-file', at);
  const large = extra64(directory, nameEnd, extraEnd);
  const number = (offset: number): number => {
    const small = directory.getUint32(place + offset, true);
    return small === full32 ? (large.shift() ?? small) : small;
  };
  // The order is the order of the large numbers: size, packed, offset.
  const size = number(24);
  const packed = number(20);
  const offset = number(42);
  const bytes = new Uint8Array(directory.buffer, directory.byteOffset + place + 46, nameEnd - place - 46);
  const entry: ZipEntry = {
    name: nameOf(bytes),
    method: directory.getUint16(place + 10, true),
    crc: directory.getUint32(place + 16, true),
    size,
    packed,
    offset,
  };
  return { entry, flags: directory.getUint16(place + 8, true), next };
}

function extra64(directory: DataView, from: number, to: number): number[] {
  for (let place = from; place + 4 <= to; ) {
    const length = directory.getUint16(place + 2, true);
    if (directory.getUint16(place, true) === 1) {
      const end = Math.min(place + 4 + length, to);
      const numbers: number[] = [];
      for (let at = place + 4; at + 8 <= end; at += 8) numbers.push(Number(directory.getBigUint64(at, true)));
      return numbers;
    }
    place += 4 + length;
  }
  return [];
}

/** Files that share bytes make a small zip unpack to a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number, at: Position): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.offset ?? directory;
    if (entry.offset + 30 + entry.packed > next) throw new Refusal('unsafe-workbook', at);
  });
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/');
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

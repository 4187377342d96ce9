import type { Position } from '@ctdx/model';
import { Refusal } from './refusal.js';

/** Where bytes come from. A Blob is read piece by piece; so is a stream, once. */
export type Source = Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Uint8Array;

/** Bytes that can be read at any place. */
export interface Bytes {
  readonly size: number;
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Big enough for speed, small enough that a file of any size passes through little memory. */
const piece = 262_144;

/** Gives the bytes of a source in pieces; ends with `limit-bytes` as soon as there are more than `limit`. */
export async function* chunksOf(source: Source, limit: number, at: Position): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of rawChunks(source)) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('A source gives chunks of Uint8Array.');
    seen += chunk.byteLength;
    if (seen > limit) throw new Refusal('limit-bytes', at, limit);
    for (let start = 0; start < chunk.byteLength; start += piece) yield chunk.subarray(start, start + piece);
  }
}

/** Makes a source readable at any place. A stream is held in memory, packed as it came, up to `limit` bytes. */
export async function randomAccess(source: Source, limit: number, at: Position): Promise<Bytes> {
  if (source instanceof Blob) {
    if (source.size > limit) throw new Refusal('limit-bytes', at, limit);
    return {
      size: source.size,
      read: async (start, end) => new Uint8Array(await source.slice(start, end).arrayBuffer()),
    };
  }
  const bytes = source instanceof Uint8Array ? source : await collect(chunksOf(source, limit, at));
  if (bytes.byteLength > limit) throw new Refusal('limit-bytes', at, limit);
  return { size: bytes.byteLength, read: async (start, end) => bytes.subarray(start, end) };
}

/**
 * Gives all bytes of a source as one array: what a writer's stream holds, for a program that wants a file at once.
 * @throws {TypeError} for a source that is none.
 */
export async function bytesOf(source: Source): Promise<Uint8Array> {
  return await collect(chunksOf(source, Number.POSITIVE_INFINITY, {}));
}

/** Joins chunks into one array. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return join(parts);
}

/** Joins arrays into one. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}

function rawChunks(source: Source): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (source instanceof Uint8Array) return [source];
  if (source instanceof Blob) return blobChunks(source);
  if (source instanceof ReadableStream) return streamChunks(source);
  if (typeof source === 'object' && source !== null && Symbol.asyncIterator in source) return source;
  throw new TypeError('A source is a Blob, a ReadableStream, an AsyncIterable or a Uint8Array.');
}

async function* blobChunks(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += piece) {
    yield new Uint8Array(await blob.slice(start, start + piece).arrayBuffer());
  }
}

/** Not every browser can iterate a stream, so a reader is used; leaving early closes the stream. */
async function* streamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let finished = false;
  try {
    while (!finished) {
      const { done, value } = await reader.read();
      finished = done;
      if (value !== undefined) yield value;
    }
  } catch (error) {
    finished = true;
    throw error;
  } finally {
    if (!finished) await reader.cancel();
    reader.releaseLock();
  }
}

import type { Finding, Position } from '@ctdx/model';
import type { Source } from '@ctdx/tables';
import { type Parsed, readJson } from './json/read-json.js';
import { type JsonLayout, type Piece, split } from './json/split.js';
import { type CheckLimits, defaultLimits } from './limits.js';
import { finding } from './to-finding.js';

/** How the text of a file is taken apart. */
export interface ReadOptions {
  /**
   * `json`: one record, an array of records, or records one after the other. `ndjson`: one record a line, where a broken
   * line does not spoil the next.
   * @defaultValue 'json'
   */
  readonly layout?: JsonLayout;
  /** Argument number of the file, from 1, to be written into the positions. */
  readonly file?: number;
  /** Limits other than the usual ones. */
  readonly limits?: Partial<CheckLimits>;
}

/** One value of a file, unchecked, or why there is none. */
export interface ReadRow {
  /** File and line at which it begins. */
  readonly at: Position;
  readonly parsed: Parsed;
}

/**
 * Reads the values of a JSON or NDJSON file one by one, in constant memory, without looking whether they are records.
 * What makes a file unreadable is a finding, as the last row.
 */
export async function* readRecords(source: Source, options: ReadOptions = {}): AsyncGenerator<ReadRow> {
  const limits = { ...defaultLimits, ...options.limits };
  const row = (parsed: Parsed, line?: number): ReadRow => {
    const at: Position = {
      ...(options.file === undefined ? {} : { file: options.file }),
      ...(line === undefined ? {} : { row: line }),
    };
    return { at, parsed };
  };
  let rows = 0;
  const encoding = { isText: true };
  const pieces = split(decoded(chunksOf(source), encoding), {
    layout: options.layout ?? 'json',
    limit: limits.bytes,
  });
  for await (const piece of pieces) {
    if (!encoding.isText) break;
    rows += 1;
    if (rows > limits.rows) {
      yield row(refuse(finding('limit-rows', '', { limit: limits.rows })), piece.line);
      return;
    }
    yield row(parsePiece(piece, limits), piece.line);
  }
  if (!encoding.isText) yield row(refuse(finding('not-text', '')));
  else if (rows === 0) yield row(refuse(finding('empty-file', '')));
}

function parsePiece({ text, problem }: Piece, limits: CheckLimits): Parsed {
  if (problem === 'limit-bytes') return refuse(finding('limit-bytes', '', { limit: limits.bytes }));
  if (problem !== undefined) return refuse(finding(problem, ''));
  return readJson(text, limits);
}

function refuse(found: Finding): Parsed {
  return { ok: false, findings: [found] };
}

/** Stops at the first bytes that are no UTF-8, or at a NUL, which text never holds, and says so in `encoding`. */
async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: { isText: boolean },
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    const text = decode(decoder, chunk);
    encoding.isText = text !== undefined && !text.includes('\0');
    if (text === undefined || !encoding.isText) return;
    yield text;
  }
  encoding.isText = decode(decoder) !== undefined;
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string | undefined {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return undefined;
  }
}

async function* chunksOf(source: Source): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) yield source;
  else if (source instanceof Blob) yield* streamed(source.stream());
  else if (source instanceof ReadableStream) yield* streamed(source);
  else yield* source;
}

/** Not every browser lets a stream be iterated. Leaving early closes it. */
async function* streamed(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    while (!isDone) {
      const { done, value } = await reader.read();
      isDone = done;
      if (value !== undefined) yield value;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined); // the reason it ended is already on its way
    reader.releaseLock();
  }
}

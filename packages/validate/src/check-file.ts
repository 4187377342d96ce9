import type { Checked, Finding, Position } from '@ctdx/model';
import type { Source } from '@ctdx/tables';
import { checkDeclared, type ExpectedKind } from './check-declared.js';
import { readJson } from './json/read-json.js';
import { type JsonLayout, type Piece, split } from './json/split.js';
import { type CheckLimits, defaultLimits } from './limits.js';
import type { CheckOptions } from './record-checker.js';
import { finding } from './to-finding.js';

/** How a file is read. */
export interface FileOptions extends ExpectedKind, CheckOptions {
  /**
   * `json`: one record, an array of records, or records one after the other. `ndjson`: one record a line, where a broken
   * line does not spoil the next.
   * @defaultValue 'json'
   */
  readonly layout?: JsonLayout;
  /** Argument number of the file, from 1, to be written into the positions. */
  readonly file?: number;
}

/** One record of a file, or what stood where one should be. */
export interface CheckedRow {
  /** File and line at which the record begins. */
  readonly at: Position;
  readonly checked: Checked<unknown>;
}

/**
 * Checks the records of a JSON or NDJSON file one by one, in constant memory. What makes a file unreadable is a finding
 * too, as the last row: `empty-file`, `not-text`, `truncated-file`, `limit-rows`. Each finding carries its position.
 * @example for await (const { at, checked } of checkFile(file)) console.log(at.row, checked.ok)
 */
export async function* checkFile(source: Source, options: FileOptions = {}): AsyncGenerator<CheckedRow> {
  const limits = { ...defaultLimits, ...options.limits };
  const row = (checked: Checked<unknown>, line?: number): CheckedRow => {
    const at: Position = {
      ...(options.file === undefined ? {} : { file: options.file }),
      ...(line === undefined ? {} : { row: line }),
    };
    return { at, checked: { ...checked, findings: checked.findings.map((found) => ({ ...found, ...at })) } };
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
      yield row(refuse([finding('limit-rows', '', { limit: limits.rows })]), piece.line);
      return;
    }
    yield row(checkPiece(piece, options, limits), piece.line);
  }
  if (!encoding.isText) yield row(refuse([finding('not-text', '')]));
  else if (rows === 0) yield row(refuse([finding('empty-file', '')]));
}

function checkPiece({ text, problem }: Piece, options: FileOptions, limits: CheckLimits): Checked<unknown> {
  if (problem === 'limit-bytes') return refuse([finding('limit-bytes', '', { limit: limits.bytes })]);
  if (problem !== undefined) return refuse([finding(problem, '')]);
  const parsed = readJson(text, limits);
  return parsed.ok ? checkDeclared(parsed.value, options) : refuse(parsed.findings);
}

function refuse(findings: readonly Finding[]): Checked<unknown> {
  return { ok: false, findings, complete: true };
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

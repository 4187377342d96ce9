import type { Position } from '@ctdx/model';
import type { Item, ReadOptions } from '../item.js';
import { type Limits, limitsFrom } from '../limits.js';
import { finding, lastItem, Refusal } from '../refusal.js';
import { chunksOf, type Source } from '../source.js';
import { textDecoder, textOf } from '../text.js';
import { isTooDeep } from './depth.js';

/** A line of NDJSON, parsed and not yet validated. */
export interface JsonLine {
  /** Line of the file, from 1. */
  readonly row: number;
  readonly json: unknown;
}

/**
 * Reads newline-delimited JSON. A line that does not parse, nests too deep or is too long is a finding and reading
 * goes on. Blank lines are counted and left out.
 * @throws {RangeError} for a limit that is not a positive number; {TypeError} for a source that is none.
 * @example for await (const item of readNdjson(file)) if (item.ok) check(item.value.json);
 */
export async function* readNdjson(
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<Item<JsonLine>, void, undefined> {
  const limits = limitsFrom(options.limits);
  const at: Position = options.file === undefined ? {} : { file: options.file };
  let rows = 0;
  try {
    for await (const { row, text } of linesOf(source, limits, at)) {
      if (text !== undefined && text.trim() === '') continue;
      const here = { ...at, row };
      rows += 1;
      if (rows > limits.rows) throw new Refusal('limit-rows', here, limits.rows);
      if (text === undefined) {
        yield { ok: false, finding: finding('limit-record', here, limits.record), ends: false };
        continue;
      }
      const item = parseJson(text, limits, here);
      yield item.ok ? { ok: true, value: { row, json: item.value } } : item;
    }
    if (rows === 0) throw new Refusal('empty-file', at);
  } catch (error) {
    yield lastItem(error);
  }
}

/**
 * Reads one JSON document under the limits on bytes and depth.
 * @throws {RangeError} for a limit that is not a positive number; {TypeError} for a source that is none.
 */
export async function readJson(source: Source, options: ReadOptions = {}): Promise<Item<unknown>> {
  const limits = limitsFrom(options.limits);
  const at: Position = options.file === undefined ? {} : { file: options.file };
  try {
    const text = await textOf(chunksOf(source, limits.bytes, at), at);
    if (text.trim() === '') throw new Refusal('empty-file', at);
    const item = parseJson(text, limits, at);
    return item.ok ? item : { ...item, ends: true };
  } catch (error) {
    return lastItem(error);
  }
}

function parseJson(text: string, limits: Limits, at: Position): Item<unknown> {
  if (isTooDeep(text, limits.depth)) {
    return { ok: false, finding: finding('limit-depth', at, limits.depth), ends: false };
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    // The engine's message quotes the text, so it's dropped.
    return { ok: false, finding: finding('json', at), ends: false };
  }
}

/** Gives the lines; a line longer than the limit has no text. */
async function* linesOf(
  source: Source,
  limits: Limits,
  at: Position,
): AsyncGenerator<{ row: number; text: string | undefined }, void, undefined> {
  const decoder = textDecoder();
  let row = 1;
  let held: string | undefined = '';
  const extend = (text: string): void => {
    if (held === undefined || held.length + text.length > limits.record) held = undefined;
    else held += text;
  };
  for await (const chunk of chunksOf(source, limits.bytes, at)) {
    const { text, bad } = decoder.push(chunk);
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      extend(text.slice(from, to));
      yield { row, text: held };
      held = '';
      row += 1;
      from = to + 1;
    }
    extend(text.slice(from));
    if (bad) throw new Refusal('not-text', { ...at, row });
  }
  const rest = decoder.end();
  if (rest.bad) throw new Refusal('not-text', { ...at, row });
  extend(rest.text);
  if (held !== '') yield { row, text: held };
}

import { encoded, toStream } from '../stream.js';

/**
 * Writes one JSON document a line, in UTF-8 without a byte order mark.
 * The stream fails with a TypeError for a value that JSON can't hold, such as an unreleased count.
 * @example const stream = writeNdjson(records);
 */
export function writeNdjson(records: AsyncIterable<unknown> | Iterable<unknown>): ReadableStream<Uint8Array> {
  async function* lines(): AsyncGenerator<string> {
    for await (const record of records) {
      const line = JSON.stringify(record) as string | undefined;
      if (line === undefined) throw new TypeError('A record is a JSON value.');
      yield `${line}\n`;
    }
  }
  return toStream(encoded(lines(), false));
}

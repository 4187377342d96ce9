/** Gives what a generator makes as a stream; cancelling the stream ends the generator. */
export function toStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

/** Joins small texts into chunks of bytes, so that a row does not cost a chunk. */
export async function* encoded(texts: AsyncIterable<string>, bom: boolean): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let held = bom ? '\uFEFF' : '';
  for await (const text of texts) {
    held += text;
    if (held.length >= 32_768) {
      yield encoder.encode(held);
      held = '';
    }
  }
  if (held !== '') yield encoder.encode(held);
}

import { Zip, ZipDeflate } from 'fflate';

/** A file to pack: its name and its content, whole or piece by piece. */
export interface PackedFile {
  readonly name: string;
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** Packs files into a zip as a stream. Every timestamp is 1 January 1980, so the same files give the same bytes. */
export async function* pack(
  files: AsyncIterable<PackedFile> | Iterable<PackedFile>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else if (chunk.byteLength > 0) ready.push(chunk);
  });
  const drain = (): Uint8Array[] => {
    if (failure !== undefined) throw failure;
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for await (const { name, content } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    // The year, month and day are read in local time, so they're made in local time.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    if (typeof content === 'string') entry.push(new TextEncoder().encode(content), true);
    else if (content instanceof Uint8Array) entry.push(content, true);
    else {
      for await (const chunk of content) {
        entry.push(chunk);
        yield* drain();
      }
      entry.push(new Uint8Array(0), true);
    }
    yield* drain();
  }
  zip.end();
  yield* drain();
}

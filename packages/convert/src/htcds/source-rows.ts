import { type Item, type Limits, type Row, readCsv, readXlsx } from '@ctdx/tables';

/** What an importer reads: a file, its bytes, or a stream of them. */
export type ImportSource = Blob | ReadableStream<Uint8Array> | Uint8Array;

/** The rows of a file and what kind of file it turned out to be. */
export interface SourceRows {
  readonly format: 'htcdsWorkbook' | 'htcdsCsv';
  readonly rows: AsyncIterable<Item<Row>>;
}

/** How to read. */
export interface SourceRowsOptions {
  readonly file?: number;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads the first sheet of a workbook, or a table of text. Workbooks begin as zip archives do; locked and old ones
 * as compound files do, and the workbook reader says which.
 */
export async function sourceRows(source: ImportSource, options: SourceRowsOptions): Promise<SourceRows> {
  const { head, whole } = await peek(source);
  const isWorkbook = begins(head, [0x50, 0x4b]) || begins(head, [0xd0, 0xcf, 0x11, 0xe0]);
  return isWorkbook
    ? { format: 'htcdsWorkbook', rows: readXlsx(whole, { ...options, sheet: 1 }) }
    : { format: 'htcdsCsv', rows: readCsv(whole, options) };
}

function begins(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

async function peek(source: ImportSource) {
  if (source instanceof Uint8Array) return { head: source.subarray(0, 4), whole: source };
  if (source instanceof Blob)
    return { head: new Uint8Array(await source.slice(0, 4).arrayBuffer()), whole: source };
  const reader = source.getReader();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < 4) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
    size += value.byteLength;
  }
  const head = new Uint8Array(first.flatMap((chunk) => [...chunk.subarray(0, 4)]).slice(0, 4));
  return { head, whole: joined(first, reader) };
}

/** What was read already, then the rest; leaving early cancels the stream. */
async function* joined(first: readonly Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    yield* first;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

import type { Limits } from '../limits.js';
import { Refusal } from '../problems.js';
import { isDeeper } from './json-depth.js';
import { isStorable } from './storable.js';

/** Reads a body up to a limit; a longer one is given up as soon as that shows. @throws {Refusal} `body-too-large` */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new Refusal('body-too-large', { limit });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new Refusal('malformed-request'); // the connection broke off
    });
    if (part?.value === undefined) break;
    length += part.value.length;
    if (length > limit) {
      await reader?.cancel().catch(() => undefined);
      throw tooLarge;
    }
    chunks.push(part.value);
  }
  return join(chunks, length);
}

/** Refuses a body of another media type, or a compressed one, which could unfold beyond any limit. */
export function insistOnMediaType(request: Request, mediaType: string): void {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== mediaType) throw new Refusal('media-type-refused');
  if (request.headers.has('content-encoding')) throw new Refusal('media-type-refused');
}

/** Parses JSON that is UTF-8, not too deep, and can be stored. @throws {Refusal} */
export function parseJson(body: Uint8Array<ArrayBuffer>, limits: Limits): unknown {
  const text = decode(body);
  if (isDeeper(text, limits.depth)) throw new Refusal('too-deep', { limit: limits.depth });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('malformed-json'); // the message of a SyntaxError quotes the text
  }
  if (!isStorable(value)) throw new Refusal('text-not-storable');
  return value;
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new Refusal('malformed-json');
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

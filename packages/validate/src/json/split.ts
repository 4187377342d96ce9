/** How the records of a file follow each other. */
export type JsonLayout = 'json' | 'ndjson';

/** The text of one record of a file. */
export interface Piece {
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** Why the text is not a whole record; then `text` is empty. */
  readonly problem?: 'limit-bytes' | 'truncated-file' | 'json';
}

/**
 * Cuts the text of a file into its records while it comes in: the entries of one array, one object after the other, or
 * (`ndjson`) one a line. Holds one record in memory at a time, and nothing of one that is larger than `limit` units.
 */
export async function* split(
  chunks: AsyncIterable<string>,
  { layout, limit }: { readonly layout: JsonLayout; readonly limit: number },
): AsyncGenerator<Piece> {
  const cutter = layout === 'ndjson' ? lineCutter(limit) : valueCutter(limit);
  for await (const chunk of chunks) yield* cutter.add(chunk);
  yield* cutter.end();
}

interface Cutter {
  add(chunk: string): Iterable<Piece>;
  end(): Iterable<Piece>;
}

/** Collects text up to a limit. */
function collector(limit: number) {
  let parts: string[] = [];
  let length = 0;
  return {
    add(text: string) {
      length += text.length;
      if (length > limit) parts = [];
      else parts.push(text);
    },
    take(line: number): Piece {
      const piece: Piece =
        length > limit ? { line, text: '', problem: 'limit-bytes' } : { line, text: parts.join('') };
      parts = [];
      length = 0;
      return piece;
    },
  };
}

function lineCutter(limit: number): Cutter {
  const record = collector(limit);
  let line = 1;
  let blank = true;
  function* cut(): Iterable<Piece> {
    const piece = record.take(line);
    if (!blank) yield piece;
    blank = true;
    line += 1;
  }
  return {
    *add(chunk) {
      let start = 0;
      for (;;) {
        const end = chunk.indexOf('\n', start);
        const text = chunk.slice(start, end === -1 ? undefined : end);
        record.add(text);
        if (blank && text.trim() !== '') blank = false;
        if (end === -1) return;
        yield* cut();
        start = end + 1;
      }
    },
    *end() {
      for (const piece of cut())
        yield isCutShort(piece.text) ? { ...piece, text: '', problem: 'truncated-file' } : piece;
    },
  };
}

/** Whether the last line of a file breaks off: it has no line end behind it and opens an object that it doesn't close. */
function isCutShort(text: string): boolean {
  return text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}');
}

/** Where the cutter stands: before the file's first value, inside its array, or after it. */
type Place = 'outside' | 'array' | 'after';

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b;
const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d;

function valueCutter(limit: number): Cutter {
  const record = collector(limit);
  let place: Place = 'outside';
  let [line, started, depth] = [1, 1, 0];
  let [inValue, inString, isEscaped, needsComma, isBroken] = [false, false, false, false, false];

  /** Between values. Returns whether a value begins here; sets `isBroken` where none may. */
  function between(code: number): boolean {
    if (isBlank(code) || code === 0xfeff) return false;
    if (place === 'outside' && code === 0x5b) place = 'array';
    else if (place === 'array' && code === 0x5d) place = 'after';
    else if (needsComma && code === 0x2c) needsComma = false;
    else if (place === 'after' || needsComma || code === 0x2c || isClosing(code)) isBroken = true;
    else return true;
    return false;
  }

  /** Inside a value. Returns whether it ends with this character (1) or before it (0), or goes on (-1). */
  function inside(code: number): -1 | 0 | 1 {
    if (inString) {
      if (isEscaped) isEscaped = false;
      else if (code === 92) isEscaped = true;
      else if (code === 34) inString = false;
      return inString || depth > 0 ? -1 : 1;
    }
    if (code === 34) inString = true;
    else if (isOpening(code)) depth += 1;
    else if (depth === 0) return isBlank(code) || code === 0x2c || isClosing(code) ? 0 : -1;
    else if (isClosing(code)) depth -= 1;
    else return -1;
    return depth === 0 && !inString ? 1 : -1;
  }

  return {
    *add(chunk) {
      if (isBroken) return;
      let start = 0; // of the part of this chunk that belongs to the record
      for (let at = 0; at < chunk.length && !isBroken; at += 1) {
        const code = chunk.charCodeAt(at);
        if (inValue) {
          const ends = inside(code);
          if (ends !== -1) {
            record.add(chunk.slice(start, at + ends));
            yield record.take(started);
            inValue = false;
            needsComma = place === 'array';
            if (ends === 0) between(code); // what ended it was the blank, comma or bracket behind a number or word
          }
        } else if (between(code)) {
          inValue = true;
          started = line;
          start = at;
          inside(code);
        }
        if (code === 10) line += 1;
      }
      if (isBroken) yield { line, text: '', problem: 'json' };
      else if (inValue) record.add(chunk.slice(start));
    },
    *end() {
      if (isBroken) return;
      if (inValue && !inString && depth === 0) yield record.take(started);
      else if (inValue) yield { line: started, text: '', problem: 'truncated-file' };
      else if (place === 'array') yield { line, text: '', problem: 'truncated-file' };
    },
  };
}

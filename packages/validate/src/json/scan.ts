/** What a look over JSON text, before it is parsed, tells. */
export interface Scanned {
  /** How deep objects and arrays are nested. */
  readonly depth: number;
  /** How many members its objects have together, as written. */
  readonly members: number;
}

const quote = 34;
const backslash = 92;

/**
 * Looks over JSON text without parsing it: a parser would recurse into whatever depth it is given. Stops at `maxDepth`.
 * Ill-formed text gives some numbers; the parser refuses it afterwards.
 */
export function scan(text: string, maxDepth: number): Scanned {
  let [depth, deepest, members] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (depth > maxDepth) break;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x3a) members += 1;
  }
  return { depth: deepest, members };
}

/** Position of the quotation mark that closes the string which begins at `start`, or the end of the text. */
export function endOfString(text: string, start: number): number {
  let at = start;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at === -1) return text.length;
    let before = at - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at; // an even number of backslashes: they escape each other
  }
}

/** How many members the objects of a parsed value have together. Fewer than were written: one was written twice. */
export function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const entry of value) count += countMembers(entry);
    return count;
  }
  for (const name of Object.keys(value)) count += 1 + countMembers((value as Record<string, unknown>)[name]);
  return count;
}

const quote = 0x22;
const backslash = 0x5c;
const opens = new Set([0x5b, 0x7b]);
const closes = new Set([0x5d, 0x7d]);

/** True when JSON text nests deeper than `limit`. Looks at the text alone, before anything parses it. */
export function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === backslash) index += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) {
      inString = true;
    } else if (opens.has(code)) {
      depth += 1;
      if (depth > limit) return true;
    } else if (closes.has(code)) {
      depth -= 1;
    }
  }
  return false;
}

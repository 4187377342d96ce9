/** Delimiters that spreadsheets write: the comma, the semicolon where the comma is decimal, and the tab. */
export const delimiters = [',', ';', '\t'] as const;

/** One of {@link delimiters}. */
export type Delimiter = (typeof delimiters)[number];

/** Enough for the header of 16,384 columns in most files; past it the guess is made on what was seen. */
const enough = 65_536;

/** What the beginning of a CSV file says about the rest. */
export interface Beginning {
  readonly delimiter: Delimiter;
  /** Characters of a `sep=;` line, which spreadsheets obey and do not show. */
  readonly skip: number;
}

/**
 * Looks for the delimiter in the first line, outside quotes. Undefined while the line has not ended and more may
 * come.
 */
export function detectDelimiter(text: string, isAll: boolean): Beginning | undefined {
  const said = /^sep=([,;\t])(?:\r\n|\n|\r(?!$))/.exec(text);
  if (said !== null) return { delimiter: said[1] as Delimiter, skip: said[0].length };
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  let ended = false;
  for (let index = 0; index < text.length && !ended; index += 1) {
    const sign = text[index] as string;
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    // A carriage return at the very end may be half of a line ending.
    ended = sign === '\n' || (sign === '\r' && index + 1 < text.length);
    const count = counts.get(sign);
    if (count !== undefined) counts.set(sign, count + 1);
  }
  if (!ended && !isAll && text.length < enough) return undefined;
  const most = Math.max(...delimiters.map((delimiter) => counts.get(delimiter) ?? 0));
  return { delimiter: delimiters.find((delimiter) => counts.get(delimiter) === most) ?? ',', skip: 0 };
}

/**
 * A spreadsheet takes a text that begins like this for a formula. Blanks and invisible characters before the sign
 * don't help, and some programs read the full-width and small forms of the signs as the signs themselves.
 */
const formulaLike = /^[\t\r\n]|^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]/u;

/** True when a spreadsheet could take this text for a formula. */
export function isFormulaLike(text: string): boolean {
  return formulaLike.test(text);
}

/**
 * Puts an apostrophe before a text that a spreadsheet could take for a formula. A text that already has
 * apostrophes before such a sign gets one more, so {@link unguard} always gives back what was guarded.
 */
export function guard(text: string): string {
  return isFormulaLike(withoutApostrophes(text)) ? `'${text}` : text;
}

/** Takes off the apostrophe that {@link guard} put there. */
export function unguard(text: string): string {
  return text.startsWith("'") && isFormulaLike(withoutApostrophes(text)) ? text.slice(1) : text;
}

function withoutApostrophes(text: string): string {
  return text.replace(/^'+/, '');
}

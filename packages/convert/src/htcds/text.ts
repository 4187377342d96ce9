/** Turns no-break and other blanks into spaces, runs of them into one, and trims. Undefined when nothing is left. */
export function clean(text: string): string | undefined {
  const cleaned = text
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return cleaned === '' ? undefined : cleaned;
}

/** As {@link clean}, for comparing: letter case, accents and the shape of apostrophes don't matter. */
export function fold(text: string): string {
  return (clean(text) ?? '')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010-\u2013]/g, '-')
    .toLowerCase();
}

/** As {@link fold}, for headers: what people add around a label does not matter. */
export function foldHeader(text: string): string {
  return fold(text)
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/[\s:*]+$/, '');
}

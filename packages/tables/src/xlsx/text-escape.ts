/**
 * Reads `_x000D_` and its like: the way a workbook writes characters that XML can't hold. A text that looks like it
 * is written with its underscore escaped as `_x005F_`.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Writes what XML can't hold, or would change, so that {@link unescapeText} gives it back. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\u0020-\uFFFD]/g, hex);
}

/** Escapes text for XML, attributes included. */
export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] as string);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function hex(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

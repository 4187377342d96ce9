/**
 * True when a parsed JSON value can be held as JSONB and given back unchanged: no U+0000 and no half surrogate pair
 * in texts and keys, no number beyond double precision. Recursion is bounded, because depth was looked at before.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value === 'number') return Number.isFinite(value); // 1e999 parses as Infinity
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every(([key, member]) => isStorableText(key) && isStorable(member));
}

function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

// What the generated validators call. They test the common case in line and come here for the rest.
export { isLongerThan, isShorterThan } from '@ctdx/model/formats';

/**
 * True for an object that is nothing but its own properties: `{}`, `Object.create(null)` or what JSON.parse made, also
 * in another realm. Anything else could say one thing to a check and another to whoever reads it later.
 */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return (
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf') &&
    Object.keys(prototype).length === 0
  );
}

/** True when two entries are equal by value, whatever the order of their properties. */
export function hasDuplicates(entries: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  for (const entry of entries) {
    // A text that begins with `{` or `[` can't be taken for an object: those are kept apart by the leading mark.
    const mark = typeof entry === 'object' && entry !== null ? `o${canonical(entry)}` : entry;
    const own = typeof mark === 'string' && mark === entry ? `s${mark}` : mark;
    if (seen.has(own)) return true;
    seen.add(own);
  }
  return false;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

import type { Json } from '../sources.js';

/** The same data without what only people read: every text `{ "en": "..." }`, and a part that was nothing else. */
export function withoutTexts(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutTexts);
  if (typeof node !== 'object' || node === null) return node;
  const rest = Object.entries<Json>(node).filter(([, inner]) => typeof inner?.en !== 'string');
  return Object.fromEntries(rest.map(([name, inner]) => [name, withoutTexts(inner)]));
}

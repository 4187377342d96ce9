import type { Json } from '../../sources.js';

/**
 * The part of a record that a rule speaks of: the properties that its expression names, and of what lies in them only
 * what it names too. What it names wholly stays whole.
 */
export function excerptOf(record: Json, expression: string): Json {
  const roads = [...expression.matchAll(/\brecord((?:\.[A-Za-z]\w*)+)(\()?/g)].map(([, road = '', call]) => {
    const names = road.slice(1).split('.');
    return call === undefined ? names : names.slice(0, -1); // `record.means.size()`: the last is a function
  });
  const words = new Set(expression.match(/[A-Za-z]\w*/g));
  const cut: Json = {};
  for (const road of roads) copy(record, cut, road, words);
  return cut;
}

function copy(from: Json, to: Json, [name, ...rest]: readonly string[], words: ReadonlySet<string>): void {
  if (name === undefined || from?.[name] === undefined) return;
  if (rest.length === 0 || typeof from[name] !== 'object') to[name] = pruned(from[name], words);
  else {
    if (typeof to[name] !== 'object') to[name] = {};
    copy(from[name], to[name], rest, words);
  }
}

function pruned(value: Json, words: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map((item) => pruned(item, words));
  if (typeof value !== 'object' || value === null) return value;
  const named = Object.entries<Json>(value).filter(([name]) => words.has(name));
  const kept = named.length === 0 ? Object.entries<Json>(value) : named;
  return Object.fromEntries(kept.map(([name, inner]) => [name, pruned(inner, words)]));
}

/** A line of JSON that is no longer than this stays one. */
const widest = 100;

/** JSON as a person writes it: what fits on a line stands on one. */
export function laidOut(value: Json, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || line.length + indent.length <= widest) return line;
  const deeper = `${indent}  `;
  const inner = Array.isArray(value)
    ? value.map((item) => `${deeper}${laidOut(item, deeper)}`)
    : Object.entries<Json>(value).map(
        ([name, part]) => `${deeper}${JSON.stringify(name)}: ${laidOut(part, deeper)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${inner.join(',\n')}\n${indent}${close}`;
}

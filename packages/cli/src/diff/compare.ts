import type { ChangeName, Difference } from './changes.js';

/** Any JSON value of a source file. */
// biome-ignore lint/suspicious/noExplicitAny: the files are described by schemas/meta, not by TypeScript
export type Json = any;

/** Looks at one thing before and after. It is called for what differs only. */
export type Differ = (before: Json, after: Json, where: string) => Iterable<Difference>;

/** Names of what can happen to a part. */
export interface Names {
  readonly added: ChangeName;
  readonly removed: ChangeName;
  readonly changed: ChangeName;
}

/** The same JSON value, whatever the order of its properties. */
export function same(a: Json, b: Json): boolean {
  if (a === undefined || b === undefined) return a === b; // nothing is not null
  return a === b || canonical(a) === canonical(b);
}

/** JSON with the properties of every object in order of name. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(',')}}`;
}

export function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Always says the one thing. */
export const always =
  (what: ChangeName): Differ =>
  (_before, _after, where) => [[what, where]];

/** Looks at each property that differs by its row of the table, and at any other with `otherwise`. */
export function* byProperty(
  before: Json,
  after: Json,
  where: string,
  table: Readonly<Record<string, Differ>>,
  otherwise: Differ,
): Generator<Difference> {
  for (const name of names(before, after)) {
    const [old, now] = [own(before, name), own(after, name)];
    if (same(old, now)) continue;
    yield* (own(table, name) ?? otherwise)(old, now, `${where}/${name}`);
  }
}

/** Compares the entries of two lists that carry a name of their own. */
export function* byKey(
  before: readonly Json[] = [],
  after: readonly Json[] = [],
  where: string,
  keyOf: (entry: Json) => string,
  on: { added: Differ; removed: Differ; changed: Differ; isOrdered?: boolean },
): Generator<Difference> {
  if (!Array.isArray(before) || !Array.isArray(after)) {
    yield ['undecided-change', where];
    return;
  }
  const [old, now] = [before, after].map((list) => named(list, keyOf));
  const place = (key: string) => `${where}${key.startsWith('/') ? '' : '/'}${key}`;
  for (const [key, entry] of old as Map<string, Json>) {
    const other = now?.get(key);
    if (other === undefined) yield* on.removed(entry, undefined, place(key));
    else if (!same(entry, other)) yield* on.changed(entry, other, place(key));
  }
  for (const [key, entry] of now as Map<string, Json>) {
    if (!old?.has(key)) yield* on.added(undefined, entry, place(key));
  }
  if (on.isOrdered === false) return;
  const kept = (list = new Map<string, Json>(), other = list) =>
    [...list.keys()].filter((key) => other.has(key)).join('\n');
  if (kept(old, now) !== kept(now, old)) yield ['order-changed', where];
}

/** The entries by their names; what has none, or one that is taken, gets a name by its number. */
function named(list: readonly Json[], keyOf: (entry: Json) => string): Map<string, Json> {
  const found = new Map<string, Json>();
  list.forEach((entry, at) => {
    const key =
      typeof entry === 'object' && !isObject(entry) && !Array.isArray(entry) ? undefined : keyOf(entry);
    found.set(typeof key === 'string' && !found.has(key) ? key : `#${at}`, entry);
  });
  return found;
}

/** Properties that only people read. */
const words = new Set([
  '$comment',
  '$schema',
  'about',
  'caveat',
  'definition',
  'description',
  'example',
  'examples',
  'label',
  'licence',
  'licenceNote',
  'limits',
  'loses',
  'note',
  'notes',
  'observe',
  'openPoints',
  'question',
  'reason',
  'source',
  'sources',
  'summary',
  'text',
  'title',
  'url',
  'why',
]);

/** True for what only people read: by its name, or because it is a text in one or more languages. */
export function isWording(name: string, value: Json): boolean {
  if (words.has(name)) return true;
  if (!isObject(value) || typeof value['en'] !== 'string') return false;
  return Object.keys(value).every((key) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(key));
}

/** Walks two values side by side and names each part that differs; wording is told apart by its property. */
export function* throughTree(
  before: Json,
  after: Json,
  where: string,
  how: Names,
  special: Readonly<Record<string, Differ>> = {},
): Generator<Difference> {
  if (same(before, after)) return;
  if (isObject(before) && isObject(after)) {
    for (const name of names(before, after)) {
      const [old, now] = [own(before, name), own(after, name)];
      if (same(old, now)) continue;
      const here = `${where}/${name}`;
      const differ = own(special, name) as Differ | undefined;
      if (differ !== undefined) yield* differ(old, now, here);
      else if (name === 'version') yield ['version-changed', here];
      else if (isWording(name, old ?? now)) yield ['wording-changed', here];
      else if (old === undefined) yield [how.added, here];
      else if (now === undefined) yield [how.removed, here];
      else yield* throughTree(old, now, here, how, special);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    const key = ['id', 'code', 'path', 'name', 'kind', 'event', 'set'].find((name) =>
      [before, after].every((list) => isKeyedBy(list, name)),
    );
    const isPlain = [...before, ...after].every((entry) => !isObject(entry) && !Array.isArray(entry));
    const keyOf = key !== undefined ? (entry: Json) => entry[key] : isPlain ? String : undefined;
    const entries = (list: readonly Json[]) =>
      keyOf === undefined ? list.map((entry, at) => [at, entry]) : list;
    yield* byKey(entries(before), entries(after), where, keyOf ?? (([at]) => String(at)), {
      added: always(how.added),
      removed: always(how.removed),
      changed: (old, now, here) =>
        keyOf === undefined
          ? throughTree(old[1], now[1], here, how, special)
          : throughTree(old, now, here, how, special),
    });
  } else yield [how.changed, where];
}

/** True when every entry has a value of its own under the name. */
function isKeyedBy(list: readonly Json[], name: string): boolean {
  const keys = list.map((entry) => (isObject(entry) ? entry[name] : undefined));
  return keys.every((key) => typeof key === 'string') && new Set(keys).size === keys.length;
}

export function own(value: Json, name: string): Json {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Properties of either, those of the newer one first. */
function names(before: Json, after: Json): string[] {
  const all = [after, before].flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  return [...new Set(all)];
}

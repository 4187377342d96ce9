/** A JSON object or array that is being changed. */
export type Holder = Record<string, unknown> | unknown[];

/** Something in a record that can be read, replaced or taken away. */
export interface Place {
  readonly holder: Holder;
  readonly key: string | number;
}

/** The segments of a pointer of a step. Its names are plain words, so that nothing is escaped. */
export function segmentsOf(path: string): string[] {
  return path.split('/').slice(1);
}

/** Every place that a pointer leads to and that is there; `*` leads to every entry of an array, last ones first. */
export function placesAt(root: Holder, path: readonly string[]): Place[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  const own = stepsInto(root, name);
  if (rest.length === 0) return own;
  return own.flatMap(({ holder, key }) => {
    const inner = read({ holder, key });
    return isHolder(inner) ? placesAt(inner, rest) : [];
  });
}

/** Everything that a pointer leads to and that holds something; the root itself for an empty one. */
export function holdersAt(root: Holder, path: readonly string[]): Holder[] {
  if (path.length === 0) return [root];
  return placesAt(root, path)
    .map(read)
    .filter((value) => isHolder(value));
}

export function read({ holder, key }: Place): unknown {
  return (holder as Record<string | number, unknown>)[key];
}

export function replace({ holder, key }: Place, value: unknown): void {
  (holder as Record<string | number, unknown>)[key] = value;
}

export function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(key as number, 1);
  else delete holder[key];
}

/** Takes the value away from where the names lead, with the objects on the way that are left empty. */
export function take(root: Holder, names: readonly string[]): unknown {
  const way: Place[] = [];
  let holder: Holder = root;
  for (const key of names) {
    if (Array.isArray(holder) || !Object.hasOwn(holder, key)) return undefined;
    way.push({ holder, key });
    const inner = holder[key];
    if (way.length === names.length) break;
    if (!isHolder(inner)) return undefined;
    holder = inner;
  }
  const value = read(way.at(-1) as Place);
  for (const place of way.reverse()) {
    if (place !== way[0] && Object.keys(read(place) as Holder).length > 0) break;
    remove(place);
  }
  return value;
}

/** Puts a value where the names lead, making objects on the way. Gives back whether something stood there. */
export function put(root: Holder, names: readonly string[], value: unknown): boolean {
  let holder = root as Record<string, unknown>;
  for (const name of names.slice(0, -1)) {
    const inner = Object.hasOwn(holder, name) ? holder[name] : undefined;
    if (!isHolder(inner) || Array.isArray(inner)) holder[name] = {};
    holder = holder[name] as Record<string, unknown>;
  }
  const last = names.at(-1) as string;
  const stood = Object.hasOwn(holder, last);
  holder[last] = value;
  return stood;
}

function stepsInto(holder: Holder, name: string): Place[] {
  // From the end, so that an entry can be taken away without moving those that are still to come.
  if (name === '*') return Array.isArray(holder) ? holder.map((_, key) => ({ holder, key })).reverse() : [];
  return !Array.isArray(holder) && Object.hasOwn(holder, name) ? [{ holder, key: name }] : [];
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

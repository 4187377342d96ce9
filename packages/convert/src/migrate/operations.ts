import type { MigrationLossCode, Operation } from './migration.js';
import { type Holder, holdersAt, placesAt, put, read, remove, replace, segmentsOf, take } from './places.js';

/** Writes a loss into the ledger. */
export type Note = (code: MigrationLossCode, path: string) => void;

type Way<O> = (record: Holder, operation: O, note: Note) => void;
type Named<N extends Operation['op']> = Extract<Operation, { op: N }>;

/** What each operation does on the way up and on the way down. */
export const operations: {
  readonly [N in Operation['op']]: { readonly up: Way<Named<N>>; readonly down: Way<Named<N>> };
} = {
  add: { up: nothing, down: leaveOut },
  drop: { up: leaveOut, down: nothing },
  rename: {
    up: (record, { path, as }, note) => relocate(record, path, sibling(path, as), note),
    down: (record, { path, as }, note) => relocate(record, sibling(path, as), path, note),
  },
  move: {
    up: (record, { path, to }, note) => relocate(record, path, to, note),
    down: (record, { path, to }, note) => relocate(record, to, path, note),
  },
  setDefault: { up: setDefault, down: unsetDefault },
  mapCodes: {
    up: (record, { path, codes }) => recode(record, path, new Map(codes.map(({ from, to }) => [from, to]))),
    down: (record, { path, codes }) => recode(record, path, new Map(codes.map(({ from, to }) => [to, from]))),
  },
  addCodes: {
    up: nothing,
    down: (record, { path, codes }, note) => {
      const becomes = new Map(codes.map((one) => [one.code, one.becomes]));
      recode(record, path, becomes, (code) =>
        note(becomes.get(code) === undefined ? 'left-out' : 'coarsened', path),
      );
    },
  },
  splitCode: {
    up: (record, { path, code, becomes }, note) =>
      recode(record, path, new Map([[code, becomes]]), () => note('assumed', path)),
    down: (record, { path, code, into }, note) =>
      recode(record, path, new Map(into.map((one) => [one, code])), () => note('coarsened', path)),
  },
  mergeCodes: {
    up: (record, { path, codes, into }, note) =>
      recode(record, path, new Map(codes.map((one) => [one, into])), () => note('coarsened', path)),
    down: (record, { path, into, becomes }, note) =>
      recode(record, path, new Map([[into, becomes]]), () => note('assumed', path)),
  },
  wrap: { up: wrap, down: unwrap },
};

function nothing(): void {
  // the other way has all the work
}

function leaveOut(record: Holder, { path }: { readonly path: string }, note: Note): void {
  for (const place of placesAt(record, segmentsOf(path))) {
    remove(place);
    note('left-out', path);
  }
}

/** The path of a property with another name in the same place. */
function sibling(path: string, name: string): string {
  return `${path.slice(0, path.lastIndexOf('/'))}/${name}`;
}

/** Takes values from one path to another, each within the array entry that it stands in. */
function relocate(record: Holder, from: string, to: string, note: Note): void {
  const [source, target] = [segmentsOf(from), segmentsOf(to)];
  const shared = source.lastIndexOf('*') + 1;
  for (const holder of holdersAt(record, source.slice(0, shared))) {
    const value = take(holder, source.slice(shared));
    if (value === undefined) continue;
    if (put(holder, target.slice(shared), value)) note('left-out', to);
  }
}

function setDefault(record: Holder, { path, value }: Named<'setDefault'>): void {
  const names = segmentsOf(path);
  for (const holder of holdersAt(record, names.slice(0, -1))) {
    const name = names.at(-1) as string;
    if (!Array.isArray(holder) && !Object.hasOwn(holder, name)) holder[name] = value;
  }
}

function unsetDefault(record: Holder, { path, value }: Named<'setDefault'>, note: Note): void {
  for (const place of placesAt(record, segmentsOf(path))) {
    if (read(place) !== value) note('left-out', path);
    remove(place);
  }
}

/** Replaces codes all at once, or takes those away that become nothing; no array holds a code twice afterwards. */
function recode(
  record: Holder,
  path: string,
  codes: ReadonlyMap<string, string | undefined>,
  lost: (code: string) => void = nothing,
): void {
  const names = segmentsOf(path);
  const isList = names.at(-1) === '*';
  for (const place of placesAt(record, isList ? names.slice(0, -1) : names)) {
    const value = read(place);
    const list = isList ? value : [value];
    if (!Array.isArray(list)) continue;
    const met = list.filter((code) => codes.has(code));
    if (met.length === 0) continue;
    met.forEach(lost);
    const others = list.map((code) => (codes.has(code) ? codes.get(code) : code));
    const kept = [...new Set(others)].filter((code) => code !== undefined);
    if (kept.length === 0)
      remove(place); // an empty array says nothing, and most may not be empty
    else replace(place, isList ? kept : kept[0]);
  }
}

function wrap(record: Holder, { path, in: kind, name }: Named<'wrap'>): void {
  for (const place of placesAt(record, segmentsOf(path))) {
    const value = read(place);
    replace(place, kind === 'array' ? [value] : { [name as string]: value });
  }
}

function unwrap(record: Holder, { path, in: kind, name }: Named<'wrap'>, note: Note): void {
  for (const place of placesAt(record, segmentsOf(path))) {
    const value = read(place);
    const entries =
      kind === 'array'
        ? Object.entries(value as unknown[])
        : Object.entries(value as Record<string, unknown>);
    const first = entries.find(([key]) => kind === 'array' || key === name);
    if (entries.length > (first === undefined ? 0 : 1)) note('left-out', path);
    if (first === undefined) remove(place);
    else replace(place, first[1]);
  }
}

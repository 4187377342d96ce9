import type { Dimension } from './plan.js';

/**
 * One row about one person: an id, and a category or a list of codes per attribute. Nothing says that it comes from a
 * ctdx record. `status` is read when a plan names status bases.
 */
export interface Row {
  readonly id: string;
  readonly status?: 'identified' | 'presumed';
  readonly [attribute: string]: string | readonly string[] | undefined;
}

/** A person, once: an index per single-valued dimension, indexes per set-valued one. */
export interface Person {
  readonly status: Row['status'];
  readonly at: Readonly<Record<string, readonly number[]>>;
}

/**
 * Counts persons and not rows. Rows of one id become one person: the first in the declared order of categories decides
 * the single-valued attributes, all together so that no combination is made up, and sets are united. The order of rows
 * doesn't matter.
 * @throws {RangeError} when a row has a category that isn't declared, or lacks one that may not be unknown.
 */
export function personsOf(rows: Iterable<Row>, dimensions: readonly Dimension[]): Person[] {
  const found = new Map<string, Person[]>();
  for (const row of rows) {
    if (typeof row.id !== 'string' || row.id === '') throw new RangeError('A row has no id.');
    const at = Object.fromEntries(dimensions.map((dimension) => [dimension.name, placesOf(row, dimension)]));
    const person = { status: row.status, at };
    const known = found.get(row.id);
    if (known === undefined) found.set(row.id, [person]);
    else known.push(person);
  }
  return [...found.values()].map((rowsOfOne) => unite(rowsOfOne, dimensions));
}

function placesOf(row: Row, dimension: Dimension): number[] {
  const given = Object.hasOwn(row, dimension.name) ? row[dimension.name] : undefined;
  const codes = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  const places = [...new Set(codes)].map((code) => dimension.categories.indexOf(code));
  if (places.includes(-1)) throw new RangeError('A row has a category that the plan does not declare.');
  if (places.length === 0) {
    if (dimension.unknown === undefined)
      throw new RangeError('A row lacks an attribute that may not be unknown.');
    return [dimension.unknown];
  }
  if (places.length > 1 && !dimension.set)
    throw new RangeError('A row has two categories of a single-valued attribute.');
  return places;
}

function unite(rows: readonly Person[], dimensions: readonly Dimension[]): Person {
  const single = dimensions.filter((dimension) => !dimension.set);
  const [first] = [...rows].sort((a, b) => {
    for (const { name } of single) {
      const difference = (a.at[name]?.[0] ?? 0) - (b.at[name]?.[0] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const sets = dimensions
    .filter((dimension) => dimension.set)
    .map((dimension) => [
      dimension.name,
      known(
        rows.flatMap((row) => row.at[dimension.name] ?? []),
        dimension,
      ),
    ]);
  const status = rows.some((row) => row.status === 'identified') ? 'identified' : first?.status;
  return { status, at: { ...first?.at, ...Object.fromEntries(sets) } };
}

/** `unknown` beside a known code says nothing more, so it goes. */
function known(places: readonly number[], dimension: Dimension): number[] {
  const distinct = [...new Set(places)].sort((a, b) => a - b);
  const rest = distinct.filter((place) => place !== dimension.unknown);
  return rest.length > 0 ? rest : distinct;
}

import type { CodeList } from '../schema/code-lists.js';

/** Says what is wrong with names that ought to be in a set of names. */
export type Look = (what: string, used: readonly string[], known: Iterable<string>) => readonly string[];

/** Begins each line with the file. */
export function lookIn(path: string): Look {
  return (what, used, known) => {
    const names = new Set(known);
    return used.filter((name) => !names.has(name)).map((name) => `${path}: ${name} is no ${what}`);
  };
}

/** The codes of a list; none when there is no such list, so that every use of it is a problem. */
export function codesOf(lists: ReadonlyMap<string, CodeList>, name: string): string[] {
  return (lists.get(name)?.codes ?? []).map(({ code }) => code);
}

/** Every one of `wanted` stands in `given` once, and nothing else does. */
export function exactly(
  path: string,
  what: string,
  given: readonly string[],
  wanted: readonly string[],
): string[] {
  return [
    ...wanted.filter((name) => !given.includes(name)).map((name) => `${path}: ${what} ${name} is missing`),
    ...given.filter((name) => !wanted.includes(name)).map((name) => `${path}: ${name} is no ${what}`),
    ...twice(given).map((name) => `${path}: ${what} ${name} stands twice`),
  ];
}

/** The names that stand more than once. */
export function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

/** From what is surest to what is least sure. A disputed statement is in none of these places. */
export const sureness = ['verified', 'secondary', 'inferred', 'proposal', 'unverified'];

/** True when what is said is surer than where it was read. */
export function isSurer(said: string, source: string): boolean {
  return sureness.indexOf(said) < sureness.indexOf(source);
}

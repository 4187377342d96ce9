import type { CompiledProfile } from './profile.js';

/** Where a text may name a person: the kind of number, and the characters from `start` to before `end`. */
export interface FoundIdentifier {
  /** Code of the list `identifier-kind`, or `telephone`. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** How far from a number its keyword may stand, in characters: about a line of a form. */
const reach = 60;

/** Longer texts are looked at in part; no field of the standard is longer. */
const longest = 10_000;

/**
 * Finds what may name a person in a running text, by the patterns of a profile. It finds too much rather than too
 * little and asks no check digit; where no pattern is known, the keyword itself is found.
 * @example findIdentifiers('phone 246 555 0101', profile) // [{ kind: 'telephone', start: 6, end: 18 }]
 */
export function findIdentifiers(text: string, { identifiers }: CompiledProfile): FoundIdentifier[] {
  const searched = text.slice(0, longest);
  const lower = searched.toLowerCase();
  return identifiers.flatMap(({ kind, pattern, keywords }) => {
    const words = keywords?.flatMap((word) => placesOf(word.toLowerCase(), lower)) ?? [];
    if (pattern === undefined) return words.map(({ start, end }) => ({ kind, start, end }));
    return [...searched.matchAll(new RegExp(pattern, 'gu'))]
      .map(({ 0: { length }, index }) => ({ kind, start: index, end: index + length }))
      .filter(
        ({ start, end }) =>
          keywords === undefined ||
          words.some((word) => word.start < end + reach && word.end > start - reach),
      );
  });
}

/** True when a code looks like a number of a person. A code has no room for a keyword, so none is asked. */
export function namesAPerson(code: string, { identifiers }: CompiledProfile): boolean {
  return identifiers.some(({ pattern }) => pattern !== undefined && new RegExp(pattern, 'u').test(code));
}

function placesOf(word: string, text: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push({ start: at, end: at + word.length });
  return places;
}

/** Within what a person counts once, from the weakest claim to the strongest. */
const order = ['unknown', 'agency', 'national', 'regional'] as const;

/** Code in the list `deduplication`. */
export type Deduplication = (typeof order)[number];

/** The weakest of several claims; `unknown` when there is none. */
export function weakest(claims: Iterable<string>): Deduplication {
  const seen = new Set(claims);
  return order.find((claim) => seen.has(claim)) ?? 'unknown';
}

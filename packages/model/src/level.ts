/** Disclosure levels, from what an agency knows to what anyone may read. */
export const levels = ['identified', 'pseudonymized', 'anonymized', 'aggregate'] as const;

/** How much a record still says about a person. `anonymized` exists only as rows of a release. */
export type Level = (typeof levels)[number];

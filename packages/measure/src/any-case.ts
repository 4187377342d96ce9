import type { Case, Valid } from '@ctdx/model';

/** A validated case at any level that a case exists at. */
export type AnyCase = Valid<Case<'identified'>> | Valid<Case<'pseudonymized'>>;

/** Cases as they come: from a list, a file or a feed. */
export type Cases = Iterable<AnyCase> | AsyncIterable<AnyCase>;

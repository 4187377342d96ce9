import type { Position } from '@ctdx/model';

/** What can get lost on the way into a record, and what became of it. */
export const losses = {
  'kept-as-text': 'No code fits. The text stays in the identified record and never leaves the agency.',
  'kept-for-referral': 'Belongs to a referral, not to a case. The text stays in the identified record.',
  'not-readable': 'Could not be read as what it should be. The text stays in the identified record.',
  dropped: 'Did not fit into the record, not even as text.',
} as const;

/** Kind of a loss; {@link losses} says what it means. */
export type LossCode = keyof typeof losses;

/** One thing that a conversion could not carry. It says where it stood, and never what stood there. */
export interface Loss extends Position {
  readonly code: LossCode;
  /** Field of the source standard, where the column is one of its own. */
  readonly field?: string;
}

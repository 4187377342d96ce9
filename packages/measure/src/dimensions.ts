import type { AnyCase } from './any-case.js';
import { broadest, codesOf } from './code-lists.js';

/** The category of everything that nobody knows. It is never left out and never spread over the others. */
export const UNKNOWN = 'unknown';

/** How people are told apart in a breakdown. */
export interface Dimension {
  /** Every category, in the order of the code list, with `unknown` last. */
  readonly categories: readonly string[];
  /** A person may be in several categories, so that their sum may exceed the total. */
  readonly several: boolean;
  /** What one record says: the known categories, none when nobody knows. */
  readonly read: (record: AnyCase) => readonly string[];
}

/** Every dimension that cases can be broken down by, by its code in the list `dimension`. */
export const dimensions = {
  gender: {
    categories: [...codesOf('gender').filter((code) => code !== UNKNOWN), UNKNOWN],
    several: false,
    read: ({ gender }) => known(gender),
  },
  ageGroup: {
    categories: ['child', 'adult', UNKNOWN],
    several: false,
    read: ({ age }) => (age ? ageGroupOf(age) : []),
  },
  form: {
    categories: [...topForms(), UNKNOWN],
    several: true,
    read: ({ trafficking }) => [
      ...new Set(
        [
          ...(trafficking?.exploitation ?? []).map(({ form }) => form),
          // A person who was detected before the exploitation began has a purpose and no exploitation yet.
          ...(trafficking?.purposes ?? [])
            .filter(({ finding }) => finding === 'yes')
            .map(({ purpose }) => purpose),
        ]
          .filter((form) => form !== UNSPECIFIED)
          .map((form) => broadest('exploitation-form', form)),
      ),
    ],
  },
} as const satisfies Record<string, Dimension>;

/** A dimension that cases can be broken down by. */
export type DimensionName = keyof typeof dimensions;

/** The source said that it can't say: the same as unknown. */
const UNSPECIFIED = 'unspecified';

/** Where adulthood begins, in completed years. */
const ADULT = 18;

/** A disputed age protects the person as a child would be; a statistic does not turn that into a fact. */
export function ageGroupOf(age: NonNullable<AnyCase['age']>): readonly string[] {
  if (age.state === 'disputed' || age.state === 'notRecorded') return [];
  if ('value' in age && age.value !== undefined) return [age.value < ADULT ? 'child' : 'adult'];
  const group = age.band && broadest('age-band', age.band);
  // A band that straddles 18, such as 15 to 19, tells neither.
  return group === 'child' || group === 'adult' ? [group] : [];
}

function topForms(): string[] {
  return codesOf('exploitation-form').filter(
    (code) => code !== 'unspecified' && broadest('exploitation-form', code) === code,
  );
}

function known(code: string | undefined): readonly string[] {
  return code === undefined || code === UNKNOWN ? [] : [code];
}

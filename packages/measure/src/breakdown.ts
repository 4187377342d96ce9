import { type DimensionName, dimensions } from './dimensions.js';
import type { PersonRow } from './rows.js';

/** One part of the whole: a category of each dimension of a breakdown; empty for the whole. */
export type Part = readonly { readonly dimension: DimensionName; readonly category: string }[];

/** How many people are in each part. Every part is there, also with 0. */
export interface CountedPart {
  readonly part: Part;
  readonly people: number;
}

/** What a row says along a dimension. */
const along: { readonly [Name in DimensionName]: (row: PersonRow) => readonly string[] } = {
  gender: (row) => [row.gender],
  ageGroup: (row) => [row.ageGroup],
  form: (row) => row.form,
};

/** Counts people in every part of a breakdown. A person with several forms is in several parts. */
export function countParts(rows: readonly PersonRow[], by: readonly DimensionName[]): CountedPart[] {
  return partsOf(by).map((part) => ({
    part,
    people: rows.filter((row) =>
      part.every(({ dimension, category }) => along[dimension](row).includes(category)),
    ).length,
  }));
}

function partsOf(by: readonly DimensionName[]): Part[] {
  return by.reduce<Part[]>(
    (parts, dimension) =>
      parts.flatMap((part) =>
        dimensions[dimension].categories.map((category) => [...part, { dimension, category }]),
      ),
    [[]],
  );
}

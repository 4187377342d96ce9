import { type PlanDimension, type Unprotected, unprotected } from '@ctdx/model';
import { personsOf, type Row } from './persons.js';
import { preparePlan } from './plan.js';
import { countAcross, countBy } from './stratum.js';

/** Exact counts of distinct persons by one or two dimensions, with margins. */
export interface CountTable {
  readonly dimensions: readonly PlanDimension[];
  /** The categories of each dimension, `unknown` included, in the order of the counts. */
  readonly categories: readonly (readonly string[])[];
  /** Persons by category; a two-way table has a row for each category of its first dimension. */
  readonly counts: readonly (readonly number[])[];
  /** Persons by category of each dimension. Codes of a set-valued one may add up to more than the total. */
  readonly margins: readonly (readonly number[])[];
  readonly total: number;
}

/**
 * Counts distinct persons by one or two dimensions. Exact counts in a small state are personal data, so they come
 * wrapped; {@link protect} or `release` makes them fit to be published.
 *
 * @throws {TypeError} for no dimension, for three, or for dimensions that no plan may have.
 * @throws {RangeError} for a row with a category that isn't declared.
 * @example frequencyTable(rows, { dimensions: [{ name: 'sex', categories: ['female', 'male'] }] })
 */
export function frequencyTable(
  rows: Iterable<Row>,
  { dimensions }: { readonly dimensions: readonly PlanDimension[] },
): Unprotected<CountTable> {
  const prepared = [...preparePlan(planOf(dimensions)).dimensions.values()];
  const persons = personsOf(rows, prepared);
  const margins = prepared.map((dimension) => countBy(persons, dimension));
  const [first, second] = prepared;
  const counts =
    first !== undefined && second !== undefined ? countAcross(persons, first, second) : margins.slice(0, 1);
  const categories = prepared.map((dimension) => dimension.categories);
  return unprotected({ dimensions, categories, counts, margins, total: persons.length });
}

/** The plan of one table: its total, its margins and itself. */
export function planOf(dimensions: readonly PlanDimension[]) {
  const names = dimensions.map((dimension) => dimension.name);
  if (names.length < 1 || names.length > 2) throw new TypeError('A table has one dimension or two.');
  const margins = names.map((name, index) => ({ id: `margin${index + 1}`, dimensions: [name] }));
  const across = names.length === 2 ? [{ id: 'table', dimensions: names }] : [];
  return { dimensions, tables: [{ id: 'total', dimensions: [] }, ...margins, ...across] };
}

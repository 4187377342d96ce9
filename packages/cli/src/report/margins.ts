import type { ReleaseCategory, ReleasedTable } from '@ctdx/model';
import type { Said } from './view.js';

/** What the released table with just these dimensions says at a place. */
export function sayIn(
  tables: readonly ReleasedTable[],
  dimensions: readonly string[],
  at: readonly string[],
): Said {
  const table = tables.find((one) => one.dimensions.map(({ name }) => name).join() === dimensions.join());
  const cell = table?.cells.find((one) => one.at.join('\n') === at.join('\n'));
  if (!cell) return undefined;
  return 'value' in cell ? cell.value : 'withheld';
}

/** The margin of a category, also where the two-way table puts several categories of the margin together. */
export function marginOf(
  tables: readonly ReleasedTable[],
  name: string,
  category: ReleaseCategory | undefined,
): Said {
  const margin = tables.find(({ dimensions }) => dimensions.length === 1 && dimensions[0]?.name === name);
  const parts = (margin?.dimensions[0]?.categories ?? []).filter(({ of }) =>
    of.every((code) => category?.of.includes(code)),
  );
  const said = parts.map(({ code }) => sayIn(tables, [name], [code]));
  const whole = new Set(parts.flatMap(({ of }) => of)).size === category?.of.length;
  return whole ? (sumOf(said) ?? 'withheld') : undefined;
}

/** The sum, when every part of it is said and there is one. */
export function sumOf(said: readonly Said[]): number | undefined {
  const numbers = said.filter((one) => typeof one === 'number');
  return numbers.length === said.length && numbers.length > 0
    ? numbers.reduce((sum, one) => sum + one, 0)
    : undefined;
}

import type { ReleaseCategory, ReleaseCell, ReleasedTable } from '@ctdx/model';
import { halves } from '../tables/bases.js';

/** True when every number of the sum of the two halves is added up from numbers that both publish. */
export function isAddedUp(sum: ReleasedTable, released: readonly ReleasedTable[]): boolean {
  const parts = halves.map((half) =>
    released.find((table) => table.table === sum.table && table.basis === half),
  );
  return sum.cells.every((cell) => {
    if (!('value' in cell)) return true;
    const values = parts.map((part) => (part === undefined ? undefined : valueAt(part, sum, cell)));
    const [first, second] = values;
    return first !== undefined && second !== undefined && first + second === cell.value;
  });
}

/** The published count of a half for a cell of the sum, whose categories may be coarser. */
function valueAt(part: ReleasedTable, sum: ReleasedTable, cell: ReleaseCell): number | undefined {
  const wanted = cell.at.map((code, place) => categoryOf(sum, place, code));
  const inside = part.cells.filter((one) =>
    one.at.every((code, place) => within(categoryOf(part, place, code), wanted[place] as ReleaseCategory)),
  );
  return inside.reduce<number | undefined>(
    (total, one) => (total === undefined || !('value' in one) ? undefined : total + one.value),
    inside.length === 0 ? undefined : 0,
  );
}

/** The yes and other of a set-valued dimension stand for themselves. */
function categoryOf(table: ReleasedTable, place: number, code: string): ReleaseCategory {
  return table.dimensions[place]?.categories.find((one) => one.code === code) ?? { code, of: [code] };
}

const within = (fine: ReleaseCategory, coarse: ReleaseCategory): boolean =>
  fine.of.every((code) => coarse.of.includes(code));

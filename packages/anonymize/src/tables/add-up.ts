import type { Shown } from '../suppression/auditor.js';
import type { DimensionLevel } from './plan.js';
import type { ComponentResult, Decided } from './stratum.js';

/** Adds the published tables of two sets of persons who share nobody. It learns nothing that wasn't published. */
export function addUp(first: ComponentResult, second: ComponentResult): ComponentResult {
  const margins = first.margins.map((one, index) => addTables(one, second.margins[index] as Decided));
  if (first.cross === undefined || second.cross === undefined) return { margins };
  return { margins, cross: addTables(first.cross, second.cross) };
}

function addTables(first: Decided, second: Decided): Decided {
  if (first.kind === 'refused') return first;
  if (second.kind === 'refused') return second;
  if (first.kind === 'codes' && second.kind === 'codes') {
    return {
      ...first,
      table: {
        ...first.table,
        persons: first.table.persons + second.table.persons,
        yes: addCells(first.table.yes, second.table.yes),
      },
    };
  }
  if (first.kind === 'oneWay' && second.kind === 'oneWay') {
    const coarser =
      first.table.level.length <= second.table.level.length ? first.table.level : second.table.level;
    const shown = addCells(regroup(first.table, coarser), regroup(second.table, coarser));
    return openOrRefused({ ...first, table: { level: coarser, shown } }, shown);
  }
  if (first.kind === 'twoWay' && second.kind === 'twoWay') {
    const alike =
      sameGroups(first.table.rows, second.table.rows) &&
      sameGroups(first.table.columns, second.table.columns);
    if (!alike) return { kind: 'refused', reason: 'marginsNotReleased' };
    const shown = addCells(first.table.shown, second.table.shown);
    return openOrRefused({ ...first, table: { ...first.table, shown } }, shown);
  }
  return { kind: 'refused', reason: 'marginsNotReleased' };
}

const openOrRefused = (table: Decided, shown: Shown): Decided =>
  shown.every((value) => value === undefined) ? { kind: 'refused', reason: 'noSafePattern' } : table;

const addCells = (first: Shown, second: Shown): Shown =>
  first.map((value, cell) => {
    const other = second[cell];
    return value === undefined || other === undefined ? undefined : value + other;
  });

const sameGroups = (first: DimensionLevel, second: DimensionLevel): boolean =>
  JSON.stringify(first) === JSON.stringify(second);

/** Takes a table to a coarser level; a group with a hidden member is hidden. */
function regroup(
  table: { readonly level: DimensionLevel; readonly shown: Shown },
  coarser: DimensionLevel,
): Shown {
  return coarser.map((group) =>
    table.level.reduce<number | undefined>((sum, fine, index) => {
      const value = table.shown[index];
      if (!fine.of.every((one) => group.of.includes(one))) return sum;
      return sum === undefined || value === undefined ? undefined : sum + value;
    }, 0),
  );
}

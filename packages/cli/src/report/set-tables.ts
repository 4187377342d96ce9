import type { Release, ReleaseBasis, ReleasedTable } from '@ctdx/model';
import { codeLabel, dimensionLabel } from './labels.js';
import { tableTitle } from './titles.js';
import type { Said, TableView } from './view.js';
import { words } from './wording-en.js';

/**
 * A dimension in which a person may have several codes is released as one table a code: these people, and the others.
 * A reader wants them side by side. What was not released for a code is withheld.
 */
export function setTables(
  tables: readonly ReleasedTable[],
  release: Release,
  basis: ReleaseBasis,
  total: Said,
): readonly TableView[] {
  const ids = [
    ...new Set(tables.filter(({ dimensions }) => dimensions.length === 1).map(({ table }) => table)),
  ];
  return ids.flatMap((id) => {
    const members = tables.filter(({ table }) => table === id);
    const name = members[0]?.dimensions[0]?.name ?? '';
    const planned = release.plan.dimensions.find((one) => one.name === name);
    if (!planned) return [];
    const codes = [
      ...planned.categories,
      ...(planned.unknown === false || planned.categories.includes('unknown') ? [] : ['unknown']),
    ];
    return {
      id: `${basis}-${id}`,
      title: tableTitle({ dimensions: [{ name, categories: [] }] }),
      statusBasis: basis,
      rows: {
        name,
        label: dimensionLabel(name),
        categories: codes.map((code) => ({ code, label: codeLabel(name, code) })),
      },
      columns: undefined,
      cell: (row) => sayOf(members, row),
      rowTotal: () => undefined,
      columnTotal: () => undefined,
      total,
      several: true,
      notes: [words.several],
    };
  });
}

/** What is said of the people who have a code; the others are the rest of the total. */
function sayOf(members: readonly ReleasedTable[], code: string): Said {
  const cell = members.flatMap(({ cells }) => cells).find(({ at }) => at[0] === code && at[1] === 'yes');
  return cell && 'value' in cell ? cell.value : 'withheld';
}

import type { ReleasedTable, ReleasePlan } from '@ctdx/model';
import { dimensionLabel, listing } from './labels.js';
import { words } from './wording-en.js';

/** `By country and year`: what a table is by, as it was released. */
export function tableTitle(table: Pick<ReleasedTable, 'dimensions'>): string {
  const names = table.dimensions.map(({ name }) => dimensionLabel(name).toLowerCase());
  return names.length === 0 ? words.inAll : words.by(listing(names));
}

/** The same as the plan asked for it, before anything was pooled. */
export function plannedTitle(id: string, plan: ReleasePlan): string {
  const planned = plan.tables.find((table) => table.id === id);
  return tableTitle({ dimensions: (planned?.dimensions ?? []).map((name) => ({ name, categories: [] })) });
}

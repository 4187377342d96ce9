import { exact, type Release, type Unprotected } from '@ctdx/model';
import { type ReleaseOptions, release } from './release.js';
import { type CountTable, planOf } from './tables/frequency-table.js';
import type { Row } from './tables/persons.js';

/**
 * Protects one table of counts with its margins and its total: small cells and what would give them away are hidden, or
 * the table is refused. One table at a time is safe only if no other one is published about the same persons; a report of
 * several tables goes through `release`.
 *
 * @throws {RangeError} for an option out of bounds.
 * @example protect(frequencyTable(rows, { dimensions }), { synthetic: true })
 */
export function protect(table: Unprotected<CountTable>, options: ReleaseOptions): Release {
  const counted = exact(table);
  return release(planOf(counted.dimensions), rowsOf(counted), options);
}

/** Persons who would be counted like that. Which of them has what makes no difference to any table. */
function rowsOf(table: CountTable): Row[] {
  const [first, second] = table.dimensions;
  if (first?.set === true) return holdersOf(table, first.name);
  const rows: Row[] = [];
  table.counts.forEach((counts, i) => {
    counts.forEach((count, j) => {
      for (let n = 0; n < count; n++) {
        const at =
          second === undefined
            ? { [first?.name ?? '']: table.categories[0]?.[j] }
            : { [first?.name ?? '']: table.categories[0]?.[i], [second.name]: table.categories[1]?.[j] };
        rows.push({ ...at, id: `${rows.length}` });
      }
    });
  });
  return rows;
}

/** Deals the codes out in turn, so that everybody has one who isn't unknown. */
function holdersOf(table: CountTable, name: string): Row[] {
  const codes = table.categories[0] ?? [];
  const counts = table.counts[0] ?? [];
  const unknown = counts[codes.indexOf('unknown')] ?? 0;
  const held = Array.from({ length: table.total - unknown }, (): string[] => []);
  let next = 0;
  codes.forEach((code, index) => {
    if (code === 'unknown') return;
    for (let n = 0; n < (counts[index] ?? 0); n++) held[next++ % held.length]?.push(code);
  });
  return Array.from({ length: table.total }, (_, index) => ({ id: `${index}`, [name]: held[index] ?? [] }));
}

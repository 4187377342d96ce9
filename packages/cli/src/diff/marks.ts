import type { ChangeName, Difference } from './changes.js';
import { byProperty, type Differ, isObject, type Json, same } from './compare.js';

/** From what says nothing of a person to what names one. */
const privacyOrder = ['plain', 'quasi', 'sensitive', 'direct'];
/** From what only the agency knows to what may be published. */
const levelOrder = ['identified', 'pseudonymized', 'aggregate'];

/** Compares what a property says about itself beside its shape. */
export function differMark(before: Json, after: Json, where: string): Iterable<Difference> {
  const here =
    (name: ChangeName | ((before: Json, after: Json) => ChangeName)): Differ =>
    (old, now) => [[typeof name === 'string' ? name : name(old, now), where]];
  return byProperty(
    before,
    after,
    where,
    {
      privacy: here((old, now) =>
        privacyOrder.indexOf(now) < privacyOrder.indexOf(old) ? 'privacy-loosened' : 'privacy-tightened',
      ),
      lowestLevel: here((old, now) =>
        levelOrder.indexOf(now) > levelOrder.indexOf(old) ? 'level-widened' : 'level-narrowed',
      ),
      list: here('coding-changed'),
      open: here((_old, now) => (now === true ? 'list-opened' : 'list-closed')),
      deprecated: here(deprecationOf('property-deprecated')),
      meaning: here('meaning-changed'),
      maps: here((old, now) => (isExtended(old ?? {}, now ?? {}) ? 'maps-added' : 'maps-changed')),
      levels: () => [], // compared keyword by keyword, where the property is
    },
    here('undecided-change'),
  );
}

/** What happened to a deprecation. */
export const deprecationOf =
  (added: ChangeName) =>
  (before: Json, after: Json): ChangeName =>
    before === undefined ? added : after === undefined ? 'deprecation-withdrawn' : 'deprecation-changed';

/** True when all that was there is still there, and more. */
export function isExtended(before: Json, after: Json): boolean {
  return Object.entries<Json>(before).every(([name, value]) => {
    const now = after[name];
    if (same(value, now)) return true;
    return Array.isArray(value) && Array.isArray(now) && value.every((entry) => now.includes(entry));
  });
}

/** Levels at which one of the two properties replaces keywords. */
export function levelsOf(before: Json, after: Json): string[] {
  const levels = [before, after].map((node) => node['x-ctdx']?.levels).filter(isObject);
  const [a, b] = [before['x-ctdx']?.levels, after['x-ctdx']?.levels];
  if (same(a, b)) return [];
  return [...new Set(levels.flatMap((one) => Object.keys(one)))];
}

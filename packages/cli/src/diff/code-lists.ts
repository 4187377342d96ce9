import type { Difference } from './changes.js';
import { always, byKey, byProperty, type Differ, type Json } from './compare.js';
import { deprecationOf, isExtended } from './marks.js';

/** Differences of two versions of one code list. */
export const differCodeList: Differ = (before, after, where) =>
  byProperty(before, after, where, fields, always('undecided-change'));

const wording = always('wording-changed');

const fields: Readonly<Record<string, Differ>> = {
  title: wording,
  description: wording,
  source: wording,
  verification: wording,
  $schema: wording,
  version: always('version-changed'),
  open: (_old, now, where) => [[now === true ? 'list-opened' : 'list-closed', parent(where)]],
  codes: (before, after, where) => differCodes(before, after, parent(where)),
};

/** Differences of the codes of a list, each found by its code. */
export function differCodes(
  before: readonly Json[],
  after: readonly Json[],
  where: string,
): Iterable<Difference> {
  return byKey(before, after, where, ({ code }) => code, {
    added: always('code-added'),
    removed: always('code-removed'),
    changed: (old, now, here) =>
      byProperty(old, now, here, codeFields, (_a, _b, place) => [['undecided-change', place]]),
  });
}

const parent = (where: string): string => where.slice(0, where.lastIndexOf('/'));

const here =
  (differ: Differ): Differ =>
  (old, now, where) =>
    differ(old, now, parent(where));

const maps = here((old, now, where) => [
  [isExtended(old ?? {}, now ?? {}) ? 'maps-added' : 'maps-changed', where],
]);
/** The day, the replacement and the sunset go with the status, and are told apart only where it stays. */
const deprecation = here((_old, _now, where) => [['deprecation-changed', where]]);

const codeFields: Readonly<Record<string, Differ>> = {
  label: wording,
  definition: wording,
  verification: wording,
  mapVerification: wording,
  status: here((_old, now, where) => [
    [
      deprecationOf('code-deprecated')(
        now === 'deprecated' ? undefined : true,
        now === 'deprecated' ? true : undefined,
      ),
      where,
    ],
  ]),
  deprecatedOn: deprecation,
  replacedBy: deprecation,
  sunset: deprecation,
  meaning: here(always('meaning-changed')),
  broader: here(always('broader-changed')),
  minimumAge: here(always('code-ages-changed')),
  maximumAge: here(always('code-ages-changed')),
  attributes: here(always('code-attributes-changed')),
  maps,
  mapRelation: here(always('maps-changed')),
};

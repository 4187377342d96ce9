import type { ChangeName, Difference } from './changes.js';
import { byKey, byProperty, type Differ, type Json, own, same } from './compare.js';
import { differMark, levelsOf } from './marks.js';
import { type Resolve, unversioned } from './references.js';

/** Compares two descriptions of one place of a record. A definition that both refer to is compared where it stands. */
export function* differNode(
  before: Json,
  after: Json,
  where: string,
  old: Resolve,
  now: Resolve,
): Generator<Difference> {
  if (same(before, after)) return;
  const [from, to] = [reference(before), reference(after)];
  if (from !== to) {
    const [a, b] = [resolved(before, old), resolved(after, now)];
    const found = [...differNode(a, b, where, old, now)];
    yield* found.length > 0 ? found : [['reference-changed', where] as const];
    return;
  }
  const inner: Differ = (a, b, here) => differNode(a, b, here, old, now);
  yield* differProperties(before, after, where, inner);
  yield* byProperty(before, after, where, { ...keywords, ...below(where, inner) }, undecided(where));
  for (const level of levelsOf(before, after)) {
    const [a, b] = [atLevel(before, level, after), atLevel(after, level, before)];
    yield* byProperty(
      a,
      b,
      `${where}@${level}`,
      keywords,
      undecided(`${where}@${level}`),
    ) as Iterable<Difference>;
  }
}

const reference = (node: Json): string | undefined =>
  typeof node?.$ref === 'string' ? unversioned(node.$ref) : undefined;

function resolved(node: Json, resolve: Resolve): Json {
  const { $ref, ...rest } = node ?? {};
  return $ref === undefined ? rest : { ...resolve($ref), ...rest };
}

/** The keywords that one of the two replaces at the level, with the values that they have there. */
function atLevel(node: Json, level: string, other: Json): Json {
  const replaced = own(node['x-ctdx']?.levels, level) ?? {};
  const names = [...Object.keys(replaced), ...Object.keys(own(other['x-ctdx']?.levels, level) ?? {})];
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(replaced, name) ? replaced[name] : node[name]]),
  );
}

const undecided =
  (where: string): Differ =>
  (_old, _now, here) => [['undecided-change', here.startsWith(where) ? here : where]];

const at =
  (differ: (before: Json, after: Json) => ChangeName): Differ =>
  (before, after, where) => [[differ(before, after), parent(where)]];

/** A keyword is told at the place that it describes, not as a place of its own. */
const parent = (where: string): string => where.slice(0, where.lastIndexOf('/'));

const most = at((before = Number.POSITIVE_INFINITY, after = Number.POSITIVE_INFINITY) =>
  after < before ? 'bound-tightened' : 'bound-loosened',
);
const least = at((before = Number.NEGATIVE_INFINITY, after = Number.NEGATIVE_INFINITY) =>
  after > before ? 'bound-tightened' : 'bound-loosened',
);
const addedOrRemoved = (changed: ChangeName): Differ =>
  at((before, after) =>
    before === undefined ? 'bound-tightened' : after === undefined ? 'bound-loosened' : changed,
  );
const wording = at(() => 'wording-changed');

/** What each keyword of the standard's schemas does to others when it changes. */
const keywords: Readonly<Record<string, Differ>> = {
  title: wording,
  description: wording,
  $comment: wording,
  $ref: () => [], // the same definition under another version
  type: at((before, after) =>
    before === 'number' && after === 'integer'
      ? 'type-tightened'
      : before === 'integer' && after === 'number'
        ? 'type-loosened'
        : 'type-changed',
  ),
  const: at(() => 'value-changed'),
  enum: (before, after, where) =>
    before === undefined || after === undefined
      ? [[before === undefined ? 'bound-tightened' : 'bound-loosened', parent(where)]]
      : byKey(before, after, parent(where), String, {
          added: (_old, _now, here) => [['value-added', here]],
          removed: (_old, _now, here) => [['value-removed', here]],
          changed: () => [],
        }),
  pattern: addedOrRemoved('pattern-changed'),
  format: addedOrRemoved('format-changed'),
  maxLength: most,
  maximum: most,
  maxItems: most,
  maxProperties: most,
  minLength: least,
  minimum: least,
  minItems: least,
  uniqueItems: at((_before, after) => (after === true ? 'bound-tightened' : 'bound-loosened')),
  unevaluatedProperties: at((_before, after) => (after === false ? 'object-closed' : 'object-opened')),
  'x-ctdx': (before, after, where) => differMark(before ?? {}, after ?? {}, parent(where)),
  properties: () => [], // with `required`, below
  required: () => [],
};

/** Keywords that hold further descriptions. */
const below = (where: string, inner: Differ): Readonly<Record<string, Differ>> => ({
  items: (before, after) => describe(before, after, `${where}/*`, inner),
  additionalProperties: (before, after) => describe(before, after, `${where}/*`, inner),
  propertyNames: (before, after) => describe(before, after, `${where}/*#name`, inner),
  oneOf: (before = [], after = []) =>
    byKey(before, after, where, choiceOf, {
      added: (_old, _now, here) => [['choice-added', here]],
      removed: (_old, _now, here) => [['choice-removed', here]],
      changed: inner,
    }),
});

const describe = (before: Json, after: Json, where: string, inner: Differ): Iterable<Difference> =>
  before === undefined || after === undefined
    ? [[before === undefined ? 'bound-tightened' : 'bound-loosened', where]]
    : inner(before, after, where);

const choiceOf = (choice: Json): string =>
  reference(choice) ?? String(choice.properties?.type?.const ?? JSON.stringify(choice));

function* differProperties(before: Json, after: Json, where: string, inner: Differ): Generator<Difference> {
  const entries = (node: Json) =>
    Object.entries<Json>(node.properties ?? {}).map(([name, property]) => ({ name, property }));
  const isRequired = (node: Json, name: string): boolean => node.required?.includes(name) === true;
  yield* byKey(entries(before), entries(after), where, ({ name }) => name, {
    added: (_old, { name }, here) => [
      [isRequired(after, name) ? 'property-added-required' : 'property-added', here],
    ],
    removed: (_old, _now, here) => [['property-removed', here]],
    isOrdered: false,
    changed: (a, b, here) => inner(a.property, b.property, here),
  });
  const others = (node: Json, other: Json): string[] =>
    (node.required ?? []).filter((name: string) => !isRequired(other, name));
  for (const name of others(after, before)) {
    if (before.properties?.[name] !== undefined) yield ['property-required', `${where}/${name}`];
    else if (after.properties?.[name] === undefined) yield ['undecided-change', `${where}/${name}`];
  }
  for (const name of others(before, after)) {
    if (after.properties?.[name] !== undefined) yield ['property-optional', `${where}/${name}`];
    else if (before.properties?.[name] === undefined) yield ['undecided-change', `${where}/${name}`];
  }
  const kept = (node: Json, other: Json) =>
    (node.required ?? []).filter((name: string) => isRequired(other, name));
  if (kept(before, after).join() !== kept(after, before).join()) yield ['order-changed', where];
}

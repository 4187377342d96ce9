import { standardPath } from '@ctdx/validate';
import type { AllowNode } from './allow-tree.js';
import { afterEntries, type CoarsenContext, type CoarseningName, coarsenings } from './coarsen.js';
import type { LossLedger } from './loss.js';

type Json = unknown;
type Fields = Record<string, Json>;

/** Copies what the tree allows and nothing else; whatever is new in a record stays out until a list names it. */
export function strip(record: unknown, tree: AllowNode, context: CoarsenContext, losses: LossLedger): Fields {
  const stripped = (copy(record, tree, '', context, losses) ?? {}) as Fields;
  for (const { entry, path } of derived(tree, '')) {
    if (entry.from === undefined) continue;
    const value = at(record, entry.from);
    const made = value === undefined ? undefined : coarsen(value, entry, context);
    if (made !== undefined) put(stripped, path, made);
  }
  return stripped;
}

function copy(value: Json, node: AllowNode, path: string, context: CoarsenContext, losses: LossLedger): Json {
  if (node.entry?.from !== undefined) return undefined; // comes from elsewhere, below
  const kept = node.entry?.as === undefined ? value : coarsen(value, node.entry, context);
  if (kept === undefined) losses.note(node.entry?.as === 'listed' ? 'unlisted-code' : 'not-allowed', path);
  else if (node.below.size === 0 && !same(kept, value))
    losses.note(node.entry?.as === 'keyed' ? 'replaced' : 'coarsened', path);
  if (kept === undefined || node.below.size === 0) return kept;
  return Array.isArray(kept)
    ? copyEntries(kept, node, path, context, losses)
    : copyFields(kept as Fields, node, path, context, losses);
}

function copyEntries(
  values: readonly Json[],
  node: AllowNode,
  path: string,
  context: CoarsenContext,
  losses: LossLedger,
): Json {
  const inner = node.below.get('*');
  if (inner === undefined) return undefined;
  const entries = values
    .map((value) => copy(value, inner, `${path}/*`, context, losses))
    .filter((value) => value !== undefined);
  return entries.length === 0 ? undefined : afterEntries(node.entry, entries);
}

function copyFields(
  fields: Fields,
  node: AllowNode,
  path: string,
  context: CoarsenContext,
  losses: LossLedger,
): Json {
  const kept: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    const inner = node.below.get(name);
    if (inner === undefined)
      losses.note('not-allowed', standardPath(`${path}/${name}`)); // a newer minor's key is not ours
    else {
      const copied = copy(value, inner, `${path}/${name}`, context, losses);
      if (copied !== undefined) kept[name] = copied;
    }
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
}

function coarsen(value: Json, entry: NonNullable<AllowNode['entry']>, context: CoarsenContext): Json {
  const name = entry.as as string;
  if (!Object.hasOwn(coarsenings, name))
    throw new TypeError('A disclosure list names a way of coarsening that does not exist.');
  return coarsenings[name as CoarseningName](value, entry, context);
}

function* derived(
  node: AllowNode,
  path: string,
): Generator<{ entry: NonNullable<AllowNode['entry']>; path: string }> {
  if (node.entry !== undefined) yield { entry: node.entry, path };
  for (const [name, inner] of node.below) yield* derived(inner, `${path}/${name}`);
}

function at(value: Json, pointer: string): Json {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Json>((inner, name) => (inner as Fields | undefined)?.[name], value);
}

function put(fields: Fields, pointer: string, value: Json): void {
  const names = pointer.split('/').slice(1);
  const last = names.pop() as string;
  let inner = fields;
  for (const name of names) {
    inner[name] ??= {};
    inner = inner[name] as Fields;
  }
  inner[last] = value;
}

function same(a: Json, b: Json): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

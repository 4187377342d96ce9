import type { Json } from '../sources.js';
import type { ProblemCode } from './problem.js';

/** One statement of a profile that narrows a record. Exactly one of the four is there. */
export interface Requirement {
  readonly record: string;
  readonly levels?: readonly string[];
  readonly require?: string;
  readonly forbid?: string;
  readonly codes?: {
    readonly path: string;
    readonly allow?: readonly string[];
    readonly except?: readonly string[];
  };
  readonly bound?: Bound;
}

/** A bound as the profile writes it: one or more keywords for one path. */
export interface Bound {
  readonly path: string;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly precision?: string;
}

/** Precisions of a date, the coarsest first. */
export const precisions: readonly string[] = ['year', 'month', 'day'];

/** Keywords of a bound: the type they apply to, the keyword on the other side, and whether a larger number is tighter. */
const bounds: Readonly<Record<string, { types: readonly string[]; other: string; upper: boolean }>> = {
  maximum: { types: ['integer', 'number'], other: 'minimum', upper: true },
  minimum: { types: ['integer', 'number'], other: 'maximum', upper: false },
  maxLength: { types: ['string'], other: 'minLength', upper: true },
  minLength: { types: ['string'], other: 'maxLength', upper: false },
  maxItems: { types: ['array'], other: 'minItems', upper: true },
  minItems: { types: ['array'], other: 'maxItems', upper: false },
};

/**
 * Narrows an unfolded schema in place by one requirement, or says why that would be no narrowing. What is forbidden
 * comes last, see {@link forbid}: until then the property stays, so that the order of statements does not matter.
 */
export function narrow(
  schema: Json,
  requirement: Requirement,
  listOf: (name: string) => readonly string[],
): ProblemCode | undefined {
  if (requirement.require !== undefined) return require(schema, requirement.require);
  if (requirement.codes !== undefined) return codes(schema, requirement.codes, listOf);
  if (requirement.bound !== undefined) return bound(schema, requirement.bound);
  return undefined;
}

function require(schema: Json, path: string): ProblemCode | undefined {
  const [parent, name] = parentOf(schema, path);
  if (!Object.hasOwn(parent?.properties ?? {}, name)) return 'path';
  if (!parent.required?.includes(name)) parent.required = [...(parent.required ?? []), name];
  return undefined;
}

/** Takes a property away. */
export function forbid(schema: Json, path: string): ProblemCode | undefined {
  const [parent, name] = parentOf(schema, path);
  if (!Object.hasOwn(parent?.properties ?? {}, name)) return 'path';
  if (parent.required?.includes(name)) return 'forbids-required';
  delete parent.properties[name];
  return undefined;
}

function codes(
  schema: Json,
  { path, allow, except }: NonNullable<Requirement['codes']>,
  listOf: (name: string) => readonly string[],
): ProblemCode | undefined {
  const node = nodeAt(schema, path);
  if (node === undefined) return 'path';
  const target = node.type === 'array' ? node.items : node;
  const list = node['x-ctdx']?.list;
  if (list === undefined || target.const !== undefined) return 'not-coded';
  const all = listOf(list);
  if ([...(allow ?? []), ...(except ?? [])].some((code) => !all.includes(code))) return 'unknown-code';
  const before: readonly string[] | undefined = target.enum;
  if (before === undefined && allow === undefined) {
    // An open list keeps accepting codes that it does not hold.
    target.not = { enum: [...(target.not?.enum ?? []), ...(except ?? [])] };
    return undefined;
  }
  const left = (before ?? all).filter(
    (code) =>
      (allow === undefined || allow.includes(code)) &&
      !except?.includes(code) &&
      !target.not?.enum.includes(code),
  );
  if (left.length === 0) return 'no-code-left';
  delete target.not;
  target.enum = left;
  return undefined;
}

function bound(schema: Json, { path, precision, ...keywords }: Bound): ProblemCode | undefined {
  const node = nodeAt(schema, path);
  if (node === undefined) return 'path';
  if (precision !== undefined) {
    const target = node.properties?.precision;
    if (target?.enum === undefined) return 'not-bounded';
    const kept = target.enum.filter(
      (one: string) => precisions.indexOf(one) <= precisions.indexOf(precision),
    );
    if (kept.length === 0) return 'no-value-left';
    target.enum = kept;
  }
  for (const [keyword, limit] of Object.entries(keywords)) {
    const rule = bounds[keyword];
    if (rule === undefined || !rule.types.includes(node.type) || node.const !== undefined)
      return 'not-bounded';
    const base: number | undefined = node[keyword];
    if (base !== undefined && (rule.upper ? limit > base : limit < base)) return 'looser';
    const other: number | undefined = node[rule.other];
    if (other !== undefined && (rule.upper ? limit < other : limit > other)) return 'no-value-left';
    node[keyword] = limit;
  }
  return undefined;
}

/** The object that a path leads into, and the name of the property there. */
function parentOf(schema: Json, path: string): [parent: Json, name: string] {
  const cut = path.lastIndexOf('/');
  return [nodeAt(schema, path.slice(0, cut)), path.slice(cut + 1)];
}

/** The schema of a place; `*` stands for every entry of an array. Undefined where the record has no such place. */
export function nodeAt(schema: Json, path: string): Json | undefined {
  let node = schema;
  for (const segment of path.split('/').slice(1)) {
    if (segment === '*') node = node.items;
    else node = Object.hasOwn(node.properties ?? {}, segment) ? node.properties[segment] : undefined;
    if (node === undefined) return undefined;
  }
  return node;
}

/** A schema with every definition written out where it is used: each place can then be narrowed by itself. */
function unfold(schema: Json): Json {
  const { $defs: definitions = {}, ...root } = schema;
  const visit = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref: reference, ...own } = node;
    const target = reference === undefined ? {} : visit(definitions[reference.replace('#/$defs/', '')]);
    return {
      ...target,
      ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key, visit(value)])),
    };
  };
  return visit(root);
}

const known = new WeakMap<object, Json>();

/** The same, made once a schema, for whoever only reads it. */
export function unfolded(schema: Json): Json {
  const made = known.get(schema) ?? unfold(schema);
  known.set(schema, made);
  return made;
}

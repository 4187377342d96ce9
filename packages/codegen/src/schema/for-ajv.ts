import type { Json } from '../sources.js';
import { inline } from './inline.js';

/**
 * Rewrites a derived schema into the form in which Ajv compiles the fastest code that still says the same: references
 * in place, code lists as formats, unevaluated as additional properties, choices of records as a branch on `type`.
 */
export function forAjv(schema: Json): Json {
  return rewrite(inline(schema));
}

function rewrite(node: Json, list?: string): Json {
  const mark = node['x-ctdx']?.list ?? list;
  if (node.enum !== undefined && mark !== undefined) return { type: 'string', format: `list:${mark}` };
  if (node.oneOf !== undefined) return branch(node.oneOf);
  const { 'x-ctdx': _mark, unevaluatedProperties, properties, items, ...rest } = node;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([keyword, value]) => [ours[keyword] ?? keyword, nested(keyword, value)])),
    ...(node.type === 'object' ? { plain: true } : {}),
    ...(unevaluatedProperties === false ? { additionalProperties: false } : {}),
    ...(items === undefined ? {} : { items: rewrite(items, mark) }),
    ...(properties === undefined ? {} : { properties: rewriteAll(properties) }),
  };
}

function nested(keyword: string, value: Json): Json {
  return keyword === 'propertyNames' || keyword === 'additionalProperties' ? rewrite(value) : value;
}

/** Keywords that our own code tests, faster than Ajv's and without a library at run time. */
const ours: Readonly<Record<string, string>> = { maxLength: 'atMost', minLength: 'atLeast', uniqueItems: 'distinct' };

function rewriteAll(properties: Record<string, Json>): Json {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, rewrite(property)]));
}

/** Exactly one of these records, told apart by `type`: errors then come from the branch that was meant. */
function branch(records: Json[]): Json {
  const types = records.map((record) => record.properties.type.const as string);
  const chain = records.reduceRight<Json>(
    (otherwise, record) => ({
      if: { properties: { type: { const: record.properties.type.const } } },
      // biome-ignore lint/suspicious/noThenProperty: `then` is the keyword
      then: rewrite(record),
      else: otherwise,
    }),
    {},
  );
  return { type: 'object', required: ['type'], properties: { type: { type: 'string', enum: types } }, ...chain };
}

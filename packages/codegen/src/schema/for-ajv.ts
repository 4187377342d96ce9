import type { Json } from '../sources.js';
import { inline } from './inline.js';

/** A record as parts, one an object; `part` stands where another belongs. The last one is the record. */
export interface Parts {
  readonly parts: readonly { readonly name: string; readonly schema: Json }[];
}

/**
 * Rewrites a derived schema into the form in which Ajv compiles the fastest code that still says the same. Each object
 * becomes a function of its own (equal ones the same), because the engine optimizes only functions of moderate size;
 * code lists become formats; a choice of records becomes a branch on `type`.
 */
export function forAjv(schema: Json): Parts {
  const names = new Map<string, string>();
  const parts: { name: string; schema: Json }[] = [];

  /** Names the function of an object; equal objects share one. */
  const partOf = (node: Json): Json => {
    const text = JSON.stringify(node);
    const known = names.get(text);
    if (known !== undefined) return { part: known };
    const name = `part${parts.length}`;
    names.set(text, name);
    parts.push({ name, schema: node });
    return { part: name };
  };

  const rewrite = (node: Json, list?: string): Json => {
    const mark = node['x-ctdx']?.list ?? list;
    if (node.enum !== undefined && mark !== undefined) return { type: 'string', format: `list:${mark}` };
    if (node.oneOf !== undefined) return branch(node.oneOf);
    const {
      'x-ctdx': _mark,
      deprecated: _old,
      unevaluatedProperties: _closed,
      properties,
      required,
      items,
      ...rest
    } = node;
    const keywords = Object.entries(rest).map(([keyword, value]) => [
      ours[keyword] ?? keyword,
      keyword === 'propertyNames' || keyword === 'additionalProperties' ? rewrite(value) : value,
    ]);
    const rewritten = {
      ...Object.fromEntries(keywords),
      ...(items === undefined ? {} : { items: rewrite(items, mark) }),
      ...(properties === undefined ? {} : { needs: required ?? [], members: rewriteAll(properties) }),
    };
    return node.type === 'object' ? partOf({ ...rewritten, plain: true }) : rewritten;
  };

  const rewriteAll = (properties: Record<string, Json>): Json =>
    Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, rewrite(property)]));

  /** Exactly one of these records, told apart by `type`: errors then come from the branch that was meant. */
  const branch = (records: Json[]): Json => {
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
    return {
      type: 'object',
      required: ['type'],
      properties: { type: { type: 'string', enum: types } },
      ...chain,
    };
  };

  rewrite(inline(schema));
  return { parts };
}

/** Keywords that our own code tests, faster than Ajv's and without a library at run time. */
const ours: Readonly<Record<string, string>> = {
  maxLength: 'atMost',
  minLength: 'atLeast',
  pattern: 'matches',
  uniqueItems: 'distinct',
};

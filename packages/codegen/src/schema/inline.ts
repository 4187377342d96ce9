import type { Json } from '../sources.js';

/** Puts every definition in the place that refers to it, and drops what only people read. */
export function inline(schema: Json): Json {
  const definitions = schema.$defs ?? {};
  const visit = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const target = node.$ref === undefined ? {} : visit(definitions[node.$ref.replace('#/$defs/', '')]);
    const own = Object.fromEntries(
      Object.entries<Json>(node)
        .filter(([keyword]) => !dropped.has(keyword))
        .map(([keyword, value]) => [keyword, keyword === 'properties' ? properties(value) : visit(value)]),
    );
    return { ...target, ...own };
  };
  const properties = (value: Record<string, Json>): Json =>
    Object.fromEntries(Object.entries(value).map(([name, property]) => [name, visit(property)]));
  return visit(schema);
}

const dropped = new Set(['$ref', '$defs', '$comment', '$schema', '$id', 'title', 'description']);

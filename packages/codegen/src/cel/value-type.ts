import type { Json } from '../sources.js';

/** What the compiler knows of a value, read off the schemas. JSON integers are CEL ints, other numbers doubles. */
export type ValueType =
  | { readonly kind: 'bool' | 'string' | 'int' | 'double' | 'mixed' }
  | { readonly kind: 'list'; readonly item: ValueType }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Property> };

/** A property; `required` when every shape-valid record has it. */
export interface Property {
  readonly type: ValueType;
  readonly required: boolean;
}

/** The type of an inlined schema. */
export function typeOf(schema: Json): ValueType {
  if (schema.oneOf !== undefined) return schema.oneOf.map(typeOf).reduce(merge);
  if (schema.const !== undefined || schema.enum !== undefined) return { kind: 'string' };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'bool' };
    case 'integer':
      return { kind: 'int' };
    case 'number':
      return { kind: 'double' };
    case 'string':
      return { kind: 'string' };
    case 'array':
      return { kind: 'list', item: typeOf(schema.items) };
    default:
      return { kind: 'object', properties: propertiesOf(schema) };
  }
}

function propertiesOf(schema: Json): Map<string, Property> {
  const required = new Set<string>(schema.required ?? []);
  return new Map(
    Object.entries<Json>(schema.properties ?? {}).map(([name, property]) => [
      name,
      { type: typeOf(property), required: required.has(name) },
    ]),
  );
}

/** What holds of a value that is one of two types: a property is required only where both require it. */
export function merge(a: ValueType, b: ValueType): ValueType {
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', item: merge(a.item, b.item) };
  if (a.kind === 'object' && b.kind === 'object') {
    const names = new Set([...a.properties.keys(), ...b.properties.keys()]);
    const pairs = [...names].map((name): [string, Property] => {
      const [left, right] = [a.properties.get(name), b.properties.get(name)];
      if (left === undefined || right === undefined) {
        return [name, { type: (left ?? right)?.type ?? { kind: 'mixed' }, required: false }];
      }
      return [name, { type: merge(left.type, right.type), required: left.required && right.required }];
    });
    return { kind: 'object', properties: new Map(pairs) };
  }
  return a.kind === b.kind ? a : { kind: 'mixed' };
}

import type { Json, Sources } from '../sources.js';
import { type DerivedSchema, deriveSchemas } from './derive.js';
import { inline } from './inline.js';
import { pascal } from './names.js';

/** A part of a record that has a name of its own in TypeScript and zod. */
export interface NamedSchema {
  /** `PartialDate` where all levels agree, `IdentifiedHandling` where they do not. */
  readonly name: string;
  /** References in it lead to `#/$defs/<name>`, by the names of this list. */
  readonly schema: Json;
}

/** A record at a level and the name of its type. */
export interface NamedRecord {
  readonly type: string;
  readonly level: string;
  readonly name: string;
}

/**
 * Gives every definition of every level one name, so that nothing is written twice: definitions that come out the
 * same at several levels share one. Each stands after those that it refers to.
 */
export function nameSchemas(sources: Sources): { named: NamedSchema[]; records: NamedRecord[] } {
  const derived = deriveSchemas(sources);
  const variants = countVariants(derived);
  const named = new Map<string, Json>();
  const types = new Set(derived.map(({ type }) => type));
  const nameOf = ({ schema, level }: DerivedSchema, definition: string): string => {
    if (types.has(definition)) return pascal(`${level}-${definition}`);
    const shapes = variants.get(definition) as Map<string, string>;
    const first = shapes.get(shape(schema, definition)) as string;
    return shapes.size > 1 ? pascal(`${first}-${definition}`) : pascal(definition);
  };

  for (const one of derived) {
    const rename = (node: Json): Json => {
      if (Array.isArray(node)) return node.map(rename);
      if (typeof node !== 'object' || node === null) return node;
      const entries = Object.entries<Json>(node).map(([keyword, value]) => {
        if (keyword !== '$ref' || typeof value !== 'string') return [keyword, rename(value)];
        return [keyword, `#/$defs/${add(value.replace('#/$defs/', ''))}`];
      });
      return Object.fromEntries(entries);
    };
    const add = (definition: string): string => {
      const name = nameOf(one, definition);
      if (!named.has(name)) named.set(name, rename(one.schema.$defs[definition]));
      return name;
    };
    const { $defs: _definitions, $schema: _dialect, $id: _id, $comment: _comment, ...root } = one.schema;
    const name = pascal(`${one.level}-${one.type}`);
    if (!named.has(name)) named.set(name, rename(root));
  }
  return {
    named: inOrder(named),
    records: derived.map(({ type, level }) => ({ type, level, name: pascal(`${level}-${type}`) })),
  };
}

/** For each definition, its shapes and the first level at which each occurs. */
function countVariants(derived: readonly DerivedSchema[]): Map<string, Map<string, string>> {
  const variants = new Map<string, Map<string, string>>();
  for (const { schema, level } of derived) {
    for (const definition of Object.keys(schema.$defs ?? {})) {
      const shapes = variants.get(definition) ?? new Map<string, string>();
      const text = shape(schema, definition);
      if (!shapes.has(text)) shapes.set(text, level);
      variants.set(definition, shapes);
    }
  }
  return variants;
}

function shape(schema: Json, definition: string): string {
  return JSON.stringify(inline({ $defs: schema.$defs, $ref: `#/$defs/${definition}` }));
}

function inOrder(named: ReadonlyMap<string, Json>): NamedSchema[] {
  const done = new Map<string, Json>();
  const visit = (name: string): void => {
    if (done.has(name)) return;
    const schema = named.get(name);
    for (const [, reference] of JSON.stringify(schema).matchAll(/"#\/\$defs\/([A-Za-z0-9]+)"/g)) {
      if (reference !== undefined) visit(reference);
    }
    done.set(name, schema);
  };
  for (const name of [...named.keys()].sort()) visit(name);
  return [...done].map(([name, schema]) => ({ name, schema }));
}

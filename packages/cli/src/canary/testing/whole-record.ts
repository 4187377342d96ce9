import { readdirSync } from 'node:fs';
import type { RecordType } from '@ctdx/model';
import { type Schema, sampleSchema, schemaOf, seededRandom } from '@ctdx/testkit';

type Json = Record<string, unknown>;

/** One property or entry of a record, as the schema describes it. */
export interface Place {
  readonly pointer: string;
  readonly schema: Schema;
  /** Leaves hold a text, a number or a truth value; objects hold properties. */
  readonly kind: 'leaf' | 'object' | 'array';
}

/** A record of the right shape that has every property, and every place in it. */
export interface WholeRecord {
  readonly name: string;
  readonly type: RecordType;
  readonly level: string;
  readonly record: Json;
  readonly places: readonly Place[];
}

/** Every generated schema, as the folder has them: a new one can't be forgotten. */
export const recordNames: readonly string[] = readdirSync(
  new URL('../../../../../schemas/generated/', import.meta.url),
)
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => file.replace('.schema.json', ''))
  .sort();

/** Builds the record of a generated schema, such as `case.identified`, with every property that it names. */
export function wholeRecord(name: string): WholeRecord {
  const root = schemaOf(name);
  const random = seededRandom(1);
  const places: Place[] = [];
  const build = (schema: Schema, pointer: string): unknown => {
    if (schema.$ref !== undefined)
      return build(root.$defs?.[schema.$ref.replace('#/$defs/', '')] as Schema, pointer);
    if (schema.properties !== undefined) {
      places.push({ pointer, schema, kind: 'object' });
      return Object.fromEntries(
        Object.entries(schema.properties).map(([key, inner]) => [key, build(inner, `${pointer}/${key}`)]),
      );
    }
    if (schema.type === 'array') {
      places.push({ pointer, schema, kind: 'array' });
      const items = schema.items as Schema;
      const options = items.oneOf ?? [items];
      const least = Math.max(schema.minItems ?? 1, 1);
      const entries = options.map((one, index) => build(one, `${pointer}/${index}`));
      while (entries.length < least)
        entries.push(sampleSchema(items, root, random, { optional: 0, entries: 1 }));
      return entries;
    }
    places.push({ pointer, schema, kind: 'leaf' });
    return sampleSchema(schema, root, random, { optional: 1, entries: 1 });
  };
  const record = build(root, '') as Json;
  const [type, level] = name.split('.') as ['case', string];
  return { name, type, level, record: { ...record, schemaVersion: '1.0', codeListVersion: '1.0' }, places };
}

/** A record with one place changed: what leads there is copied, everything else is shared. */
export function withAt(record: Json, pointer: string, change: (old: unknown) => unknown): Json {
  const visit = (value: unknown, [segment, ...rest]: readonly string[]): unknown => {
    const copy = copyOf(value);
    if (segment === undefined) return change(copy);
    (copy as Json)[segment] = visit((value as Json)[segment], rest);
    return copy;
  };
  return visit(record, pointer.split('/').slice(1)) as Json;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return typeof value === 'object' && value !== null ? { ...value } : value;
}

/** Adds a property as JSON.parse would: `__proto__` becomes one like any other. */
export function withKey(object: unknown, key: string, value: unknown): unknown {
  return Object.defineProperty(object as object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

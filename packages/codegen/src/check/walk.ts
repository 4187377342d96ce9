import type { Json, Sources } from '../sources.js';

/** A property of a record or of a shared part. */
export interface FoundProperty {
  /** File and pointer, for a person to find it. */
  readonly place: string;
  readonly name: string;
  readonly node: Json;
}

/** Every property that the record schemas describe, at every depth. */
export function propertiesOf(sources: Sources): FoundProperty[] {
  return sources.records.flatMap(({ path, json }) => [...walk(json, path)]);
}

function* walk(node: Json, place: string): Generator<FoundProperty> {
  for (const [name, property] of Object.entries<Json>(node.properties ?? {})) {
    const here = `${place}/${name}`;
    yield { place: here, name, node: property };
    yield* walk(property, here);
  }
  for (const [name, definition] of Object.entries<Json>(node.$defs ?? {}))
    yield* walk(definition, `${place}#${name}`);
  if (node.items !== undefined) yield* walk(node.items, `${place}/*`);
}

import { levelOrder, type RecordLevel } from '../../schema/derive.js';
import type { Json, Sources } from '../../sources.js';

/** A property of a record or of a shared part, as the reference shows it. */
export interface Field {
  /** From the root of the record or part, `*` for each entry of a list. */
  readonly path: string;
  readonly name: string;
  readonly node: Json;
  readonly depth: number;
  readonly required: boolean;
  /** Levels at which it may appear. */
  readonly levels: readonly RecordLevel[];
}

/** A record, or a part that records share. */
export interface Described {
  /** `case`, or `common#partialDate`. */
  readonly key: string;
  readonly title: string;
  readonly node: Json;
  readonly levels: readonly RecordLevel[];
  readonly fields: readonly Field[];
}

/** The record types in the order of their names. */
export function recordsOf(sources: Sources): Described[] {
  return sources.records
    .filter(({ json }) => json.properties !== undefined)
    .map(({ json }) => describe(json.properties.type.const, json, json['x-ctdx'].levels));
}

/** The parts that records share. */
export function partsOf(sources: Sources): Described[] {
  const common = sources.records.find(({ json }) => json.properties === undefined)?.json;
  return Object.entries<Json>(common?.$defs ?? {}).map(([name, node]) => describe(name, node, levelOrder));
}

/** The name of the shared part, or of the record, that a reference leads to. */
export function referenceOf(node: Json): { part?: string; record?: string } {
  const reference: string | undefined = node.$ref;
  if (reference === undefined) return {};
  const [id = '', pointer] = reference.split('#/$defs/');
  return pointer === undefined ? { record: id.split(':').at(-1) ?? '' } : { part: pointer };
}

/** Everything that a record holds is laid open here; what it shares with others stays a reference. */
function describe(key: string, node: Json, levels: readonly RecordLevel[]): Described {
  return { key, title: node.title, node, levels, fields: [...walk(node, '', 0, levels)] };
}

function* walk(node: Json, path: string, depth: number, levels: readonly RecordLevel[]): Generator<Field> {
  for (const [name, property] of Object.entries<Json>(node.properties ?? {})) {
    const here = `${path}/${name}`;
    const lowest = property['x-ctdx']?.lowestLevel as RecordLevel | undefined;
    const own = levels.filter(
      (level) => lowest === undefined || levelOrder.indexOf(level) <= levelOrder.indexOf(lowest),
    );
    const required = node.required?.includes(name) === true;
    yield { path: here, name, node: property, depth, required, levels: own };
    yield* walk(property, here, depth + 1, own);
    if (property.items !== undefined) yield* walk(property.items, `${here}/*`, depth + 1, own);
  }
}

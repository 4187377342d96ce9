import { compile } from 'json-schema-to-typescript';
import { banner, type Output } from '../output.js';
import { readCodeLists } from '../schema/code-lists.js';
import { type NamedRecord, nameSchemas } from '../schema/named.js';
import { codeType, pascal } from '../schema/names.js';
import type { Json, Sources } from '../sources.js';

/** `model/src/generated/records.ts`: one type per record and level, and one per shared part. */
export async function recordTypes(sources: Sources): Promise<Output[]> {
  const { named, records } = nameSchemas(sources);
  const lists = readCodeLists(sources);
  const used = new Set<string>();
  const typed = (list: string) => {
    used.add(codeType(list));
    return codeType(list);
  };
  const definitions = named.map(({ name, schema }) => [
    name,
    { ...forPrinter(schema, lists, typed), title: name },
  ]);
  const root: Json = { title: 'Everything', type: 'object', $defs: Object.fromEntries(definitions) };
  const printed = await compile(root, 'Everything', {
    additionalProperties: false,
    bannerComment: '',
    declareExternallyReferenced: true,
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
  });
  const body = printed.replace(/export interface Everything \{[^}]*\}\n?/, '').replace(referenceNote, '');
  const text = `${banner}
import type { ${[...used].sort().join(', ')} } from './codes.js';

${body}
${levelMaps(records)}`;
  return [{ path: 'packages/model/src/generated/records.ts', text }];
}

/** The library notes in each comment where it found the definition; that is noise here. */
const referenceNote =
  /^ \* ?\n \* This interface was referenced by [^\n]*\n \* via the `definition` "[^\n]*\n/gm;

/** Keeps what makes a type. The library prints the rest wrong: titles name types, bounds unroll tuples. */
function forPrinter(node: Json, lists: ReadonlyMap<string, unknown>, typed: (list: string) => string): Json {
  const visit = (child: Json) => forPrinter(child, lists, typed);
  const list = node['x-ctdx']?.list;
  const described = node.description === undefined ? {} : { description: node.description };
  if (node.$ref !== undefined) return { ...described, tsType: node.$ref.replace('#/$defs/', '') };
  if (node.const !== undefined) return { ...described, const: node.const };
  if (node.oneOf !== undefined) return { ...described, oneOf: node.oneOf.map(visit) };
  if (node.type === 'array') {
    const items = list !== undefined && lists.has(list) ? { tsType: typed(list) } : visit(node.items);
    return { ...described, type: 'array', items };
  }
  if (list !== undefined && lists.has(list)) return { ...described, tsType: typed(list) };
  if (node.enum !== undefined) return { ...described, enum: node.enum };
  if (node.type !== 'object') return { ...described, type: node.type };
  if (node.properties === undefined) {
    return { ...described, type: 'object', additionalProperties: visit(node.additionalProperties) };
  }
  const properties = Object.entries<Json>(node.properties).map(([name, property]) => [name, visit(property)]);
  return {
    ...described,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: node.required ?? [],
    additionalProperties: false,
  };
}

function levelMaps(records: readonly NamedRecord[]): string {
  const types = [...new Set(records.map(({ type }) => type))];
  return types
    .map((type) => {
      const rows = records.filter((record) => record.type === type);
      return `/** The types of a ${type} by level. */
export interface ${pascal(type)}Levels {
${rows.map(({ level, name }) => `readonly ${level}: ${name};`).join('\n')}
}
`;
    })
    .join('\n');
}

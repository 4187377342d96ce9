import { banner, type Output } from '../output.js';
import { readCodeLists } from '../schema/code-lists.js';
import { type NamedRecord, nameSchemas } from '../schema/named.js';
import { camel, codeArray, key } from '../schema/names.js';
import type { Json, Sources } from '../sources.js';

/**
 * `model/src/generated/zod.ts`: zod shapes over the subset of JSON Schema that the records use. Shapes have no
 * cross-field rules.
 */
export function zod(sources: Sources): Output[] {
  const { named, records } = nameSchemas(sources);
  const lists = new Set(readCodeLists(sources).keys());
  const used = { formats: new Set<string>(), lists: new Set<string>() };
  const roots = new Set(records.map(({ name }) => name));
  const shapes = named.map(({ name, schema }) => {
    const code = shape(schema, { used, lists });
    return `${roots.has(name) ? 'export ' : ''}const ${shapeName(name)} = ${code};`;
  });
  const text = `${banner}
import * as z from 'zod';
import { ${[...used.formats].sort().join(', ')} } from '../formats.js';
import { namesOnly, strict } from '../zod-parts.js';
import { ${[...used.lists].map(codeArray).sort().join(', ')} } from './codes.js';

${shapes.join('\n\n')}

${levelShapes(records)}`;
  return [{ path: 'packages/model/src/generated/zod.ts', text }];
}

/** `IdentifiedCase` gives `identifiedCaseShape`. */
function shapeName(name: string): string {
  return `${camel(name)}Shape`;
}

interface Context {
  readonly used: { readonly formats: Set<string>; readonly lists: Set<string> };
  readonly lists: ReadonlySet<string>;
}

function shape(node: Json, context: Context, list?: string): string {
  const marked: string | undefined = node['x-ctdx']?.list ?? list;
  if (node.$ref !== undefined) return shapeName(node.$ref.replace('#/$defs/', ''));
  if (node.const !== undefined) return `z.literal(${JSON.stringify(node.const)})`;
  if (node.oneOf !== undefined) {
    return `z.discriminatedUnion('type', [${node.oneOf.map((one: Json) => shape(one, context)).join(', ')}])`;
  }
  if (node.enum !== undefined) {
    if (marked === undefined || !context.lists.has(marked)) return `z.enum(${JSON.stringify(node.enum)})`;
    context.used.lists.add(marked);
    return `z.enum(${codeArray(marked)})`;
  }
  switch (node.type) {
    case 'boolean':
      return 'z.boolean()';
    case 'integer':
      return `z.int()${bounds(node)}`;
    case 'number':
      return `z.number()${bounds(node)}`;
    case 'string':
      return text(node, context);
    case 'array':
      return array(node, context, marked);
    default:
      return node.properties === undefined ? map(node, context) : object(node, context);
  }
}

function bounds({ minimum, maximum }: Json): string {
  return `${minimum === undefined ? '' : `.min(${minimum})`}${maximum === undefined ? '' : `.max(${maximum})`}`;
}

const formats: Readonly<Record<string, string>> = {
  date: 'isDate',
  'date-time': 'isDateTime',
  'partial-date': 'isPartialDate',
  text: 'isText',
  uuid: 'isUuid',
};

/** Lengths are counted in characters, as JSON Schema does; zod's own `max` counts UTF-16 units. */
function text(node: Json, { used }: Context): string {
  const call = (name: string) => {
    used.formats.add(name);
    return name;
  };
  const checks: string[] = [];
  if (node.format !== undefined) checks.push(`.refine(${call(formats[node.format] as string)})`);
  if (node.maxLength !== undefined) {
    checks.push(`.refine((text) => !${call('isLongerThan')}(text, ${node.maxLength}))`);
  }
  if (node.minLength !== undefined) {
    checks.push(`.refine((text) => !${call('isShorterThan')}(text, ${node.minLength}))`);
  }
  if (node.pattern !== undefined) checks.push(`.regex(${new RegExp(node.pattern, 'u')})`);
  // An open code stays a text that editors complete: the type keeps the known codes beside any other.
  return `z.string()${checks.join('')}`;
}

function array(node: Json, context: Context, list: string | undefined): string {
  const lengths = `${node.minItems ? `.min(${node.minItems})` : ''}.max(${node.maxItems})`;
  if (node.uniqueItems) context.used.formats.add('hasDuplicates');
  const distinct = node.uniqueItems ? '.refine((entries) => !hasDuplicates(entries))' : '';
  return `z.array(${shape(node.items, context, list)})${lengths}${distinct}`;
}

function object(node: Json, context: Context): string {
  const required = new Set<string>(node.required ?? []);
  const members = Object.entries<Json>(node.properties).map(([name, property]) => {
    const own = shape(property, context);
    return `${key(name)}: ${required.has(name) ? own : `z.exactOptional(${own})`},`;
  });
  return `strict({\n${members.join('\n')}\n})`;
}

function map(node: Json, context: Context): string {
  const most = `.refine((map) => Object.keys(map).length <= ${node.maxProperties})`;
  const inner = `z.record(${text(node.propertyNames, context)}, ${shape(node.additionalProperties, context)})${most}`;
  return `namesOnly(${inner})`;
}

function levelShapes(records: readonly NamedRecord[]): string {
  const types = [...new Set(records.map(({ type }) => type))];
  return types
    .map((type) => {
      const rows = records.filter((record) => record.type === type);
      return `/** The shapes of a ${type} by level. */
export const ${camel(type)}Shape = { ${rows.map(({ level, name }) => `${level}: ${shapeName(name)}`).join(', ')} } as const;
`;
    })
    .join('\n');
}

import type { Json } from '../../sources.js';
import { referenceOf } from './fields.js';
import { code, link } from './markdown.js';

/** Words for the formats of texts. */
const formats: Readonly<Record<string, string>> = {
  date: 'calendar date',
  'date-time': 'date and time with offset',
  'partial-date': 'year, month or day',
  uuid: 'UUID',
  uri: 'web address',
  text: 'text',
};

/** What a property holds, in words and links, for a page in a folder beside `code-lists` and `records`. */
export function typeText(node: Json): string {
  const mark = node['x-ctdx'] ?? {};
  const usual = valueText(node, mark);
  const below = new Map<string, string[]>();
  for (const [level, keywords] of Object.entries<Json>(mark.levels ?? {})) {
    const text = valueText({ ...node, ...keywords }, mark);
    if (text !== usual) below.set(text, [...(below.get(text) ?? []), level]);
  }
  return [usual, ...[...below].map(([text, levels]) => `at ${levels.join(' and ')}: ${text}`)].join('; ');
}

function valueText(node: Json, mark: Json): string {
  if (node.const !== undefined) return `always ${code(String(node.const))}`;
  if (node.type === 'array') return `list of ${valueText(node.items ?? {}, mark)}${counted(node)}`;
  if (mark.list !== undefined)
    return `${link(mark.list, `../code-lists/${mark.list}.md`)}${mark.open === true ? ' (open list)' : ''}`;
  if (node.oneOf !== undefined)
    return `one of ${node.oneOf.map((branch: Json) => valueText(branch, {})).join(', ')}`;
  const { part, record } = referenceOf(node);
  if (part !== undefined) return link(part, `common.md#${part.toLowerCase()}`);
  if (record !== undefined) return link(record, `${record}.md`);
  if (node.enum !== undefined) return node.enum.map((value: unknown) => code(String(value))).join(' or ');
  if (node.type === 'object') return 'object';
  if (node.type === 'boolean') return 'true or false';
  if (node.type === 'string') return textOf(node);
  return `${node.type === 'integer' ? 'whole number' : 'number'}${ranged(node)}`;
}

function textOf({ pattern, format, maxLength }: Json): string {
  const version = /-([1-8])\[0-9a-f\]\{3\}-/.exec(pattern ?? '')?.[1];
  if (version !== undefined) return `UUIDv${version}`;
  if (format !== undefined && format !== 'text') return formats[format] ?? format;
  if (pattern !== undefined) return `text of the form ${code(pattern)}`;
  return maxLength === undefined ? 'text' : `text, at most ${maxLength} characters`;
}

function ranged({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Json): string {
  const [least, most] = [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum];
  if (least === undefined || most === undefined) return '';
  return `, ${exclusiveMinimum === undefined ? '' : 'above '}${least} to ${most}`;
}

function counted({ minItems = 0, maxItems }: Json): string {
  if (maxItems === undefined) return '';
  return minItems > 0 ? `, ${minItems} to ${maxItems}` : `, at most ${maxItems}`;
}

import type { Json } from '../../sources.js';
import { bullets, code, link, prose, table } from './markdown.js';

/** Deepest heading of Markdown. */
const deepest = 6;

/**
 * Any part of a source as Markdown: plain values as bullets, lists of like things as tables, what has parts of its own
 * under a heading. So a source that gains a field gains it on its page too.
 */
export function documentText(value: Json, level: number): string[] {
  const flat = Object.entries<Json>(value).filter(([, inner]) => isFlat(inner));
  const deep = Object.entries<Json>(value).filter(([, inner]) => !isFlat(inner));
  const lines = flat
    .map(([name, inner]) => [name, isNothing(inner) ? 'none' : cellText(inner, name)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${words(name)}: ${text}`);
  return [bullets(lines), ...deep.flatMap(([name, inner]) => partText(name, inner, level))].filter(
    (part) => part !== '',
  );
}

function isNothing(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** One part under its own heading. */
export function partText(name: string, value: Json, level: number): string[] {
  const heading = `${'#'.repeat(Math.min(level, deepest))} ${capital(words(name))}`;
  if (!Array.isArray(value)) return [heading, ...documentText(value, level + 1)];
  if (value.every((item) => isRow(item)) && columnsOf(value).length <= widest)
    return [heading, tableOf(value)];
  return [heading, ...value.flatMap((item, at) => itemText(item, at, level + 1))];
}

function itemText(item: Json, at: number, level: number): string[] {
  if (isFlat(item)) return [`* ${cellText(item)}`];
  const { label, title, id, name, ...rest } = item;
  const named = label ?? title ?? name;
  const shown = [named === undefined ? '' : cellText(named), id === undefined ? '' : code(String(id))].filter(
    Boolean,
  );
  const heading = `${'#'.repeat(Math.min(level, deepest))} ${shown.join(' ') || String(at + 1)}`;
  return [heading, ...documentText(rest, level + 1)];
}

/** More columns than this nobody reads: each thing gets a heading instead. */
const widest = 9;

function columnsOf(items: readonly Json[]): string[] {
  return [...new Set(items.flatMap((item) => Object.keys(item)))];
}

/** A table of like things, one column per property that any of them has. */
export function tableOf(items: readonly Json[]): string {
  const names = columnsOf(items);
  return table(
    names.map((name) => capital(words(name))),
    items.map((item) => names.map((name) => cellText(item[name], name))),
  );
}

/** A value as a cell: codes as code, sentences as prose, addresses as links, how a thing is known in bold. */
export function cellText(value: Json, name = ''): string {
  if (value === undefined) return '';
  if (value === null) return 'not known';
  if (Array.isArray(value)) {
    const items = value.map((item) => cellText(item));
    return items.join(items.some((item) => item.includes(' ')) ? '; ' : ', ');
  }
  if (typeof value === 'object') return objectText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (name === 'verification') return `**${value}**`;
  if (name === 'pattern' || name === 'expression') return code(value);
  if (/^https?:\/\//.test(value)) return link(new URL(value).host, value);
  return looksLikeCode.test(value) ? code(value) : prose(value);
}

/** Words of the standard, ids and paths; not `Police`, which is a name, nor a date. */
const looksLikeCode = /^([a-z][A-Za-z0-9]*|(?=[A-Za-z/*])[A-Za-z0-9/*]*[-_./:=][-\w./*:=]*(?<![.:=-]))$/;

/** A text in English, a value with how it is known (`means (inferred)`), or a few named values. */
function objectText(value: Json): string {
  if (typeof value.en === 'string') return prose(value.en);
  if (isSource(value)) return sourceText(value);
  const { verification, ...rest } = value;
  const [first, ...others] = Object.entries<Json>(rest);
  const known = verification === undefined ? '' : ` (${verification})`;
  if (first !== undefined && others.length === 0) return `${cellText(first[1], first[0])}${known}`;
  return `${Object.entries<Json>(rest)
    .map(([name, inner]) => `${words(name)} ${cellText(inner, name)}`)
    .join(', ')}${known}`;
}

function isSource({ name, ...rest }: Json): boolean {
  return typeof name === 'string' && Object.keys(rest).every((key) => key === 'url' || key === 'licence');
}

/** A publication: its name as a link, and its licence. */
export function sourceText({ name, url, licence }: Json): string {
  const named = url === undefined ? prose(name) : link(prose(name), url);
  return `${named}${licence === undefined ? '' : `, ${prose(licence)}`}`;
}

/** True for what fits on one line. */
function isFlat(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object');
  return (
    typeof value.en === 'string' || (Object.keys(value).length <= 3 && Object.values(value).every(isFlat))
  );
}

/** True for what fits in a row of a table. */
function isRow(item: Json): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    !Array.isArray(item) &&
    Object.values<Json>(item).every(isCell)
  );
}

function isCell(value: Json): boolean {
  if (isFlat(value)) return true;
  return Array.isArray(value) && value.length <= 4 && value.every((item) => isFlat(item) && isSmall(item));
}

function isSmall(item: Json): boolean {
  return typeof item !== 'object' || Object.keys(item).length <= 2;
}

/** `countingUnit` becomes `counting unit`. */
export function words(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

import type { Sources } from '../../sources.js';
import { partsOf, recordsOf } from './fields.js';
import { code, link } from './markdown.js';

/** By code list, the properties that it is for: links from a page in a folder beside `records`. */
export function usesOf(sources: Sources): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  const note = (list: string | undefined, place: string): void => {
    if (list !== undefined) uses.set(list, [...(uses.get(list) ?? []), place]);
  };
  for (const { key, fields } of recordsOf(sources)) {
    for (const { path, depth, node } of fields) {
      const section = depth === 0 ? 'fields' : (path.split('/')[1] ?? '').toLowerCase();
      note(node['x-ctdx']?.list, `${link(key, `../records/${key}.md#${section}`)} ${code(path)}`);
    }
  }
  for (const { key, fields } of partsOf(sources)) {
    for (const { path, node } of fields)
      note(node['x-ctdx']?.list, `${link(key, `../records/common.md#${key.toLowerCase()}`)} ${code(path)}`);
  }
  return uses;
}

import { banner, type Output } from '../output.js';
import { type CodeList, readCodeLists } from '../schema/code-lists.js';
import { deriveSchemas } from '../schema/derive.js';
import { inline } from '../schema/inline.js';
import { lookup } from '../schema/names.js';
import type { Json, Sources } from '../sources.js';

interface Place {
  readonly path: readonly string[];
  readonly list?: CodeList | undefined;
  /** When a property is not recommended any more: since when, what replaces it, by when it should be gone. */
  readonly gone?: Json;
}

/** `validate/src/generated/codes-<type>-<level>.ts`: where a record holds codes that may deserve a warning. */
export function codePlaces(sources: Sources): Output[] {
  const lists = readCodeLists(sources);
  return deriveSchemas(sources).map(({ type, level, schema }) => {
    const places = placesOf(inline(schema), lists, []);
    const open = [...new Set(places.flatMap(({ list }) => (list?.open ? [lookup(list.name)] : [])))].sort();
    const text = `${banner}
import type { CodePlace } from '../code-places.js';
${open.length > 0 ? `import { ${open.join(', ')} } from './lists.js';` : ''}

export const codes: readonly CodePlace[] = [${treeOf(places, 0)}];
`;
    return { path: `packages/validate/src/generated/codes-${type}-${level}.ts`, text };
  });
}

/** Places with the same beginning share it, so that each property on the way is read once. */
function treeOf(places: readonly Place[], depth: number): string {
  const names = [...new Set(places.map(({ path }) => path[depth] as string))];
  return names
    .map((name) => {
      const below = places.filter(({ path }) => path[depth] === name);
      const own = below.find(({ path }) => path.length === depth + 1);
      const inner = below.filter(({ path }) => path.length > depth + 1);
      const inside = inner.length > 0 ? `, inside: [${treeOf(inner, depth + 1)}]` : '';
      return `{ name: '${name}'${own === undefined ? '' : listOf(own)}${inside} }`;
    })
    .join(', ');
}

function listOf({ list, gone }: Place): string {
  const property = gone === undefined ? '' : `, gone: ${JSON.stringify(gone)}`;
  if (list === undefined) return property;
  const deprecated = deprecatedCodes(list);
  return `${property}, list: '${list.name}'${list.open ? `, has: ${lookup(list.name)}` : ''}${
    deprecated.length > 0 ? `, deprecated: ${JSON.stringify(Object.fromEntries(deprecated))}` : ''
  }`;
}

function deprecatedCodes({ codes }: CodeList): [string, object][] {
  return codes
    .filter(({ status }) => status === 'deprecated')
    .map(({ code, deprecatedOn, replacedBy, sunset }) => [code, { on: deprecatedOn, replacedBy, sunset }]);
}

/** Records inside a parcel are left out: they are looked at as records of their own. */
function placesOf(node: Json, lists: ReadonlyMap<string, CodeList>, path: readonly string[]): Place[] {
  if (node.oneOf !== undefined || (path.length > 0 && node.properties?.schemaVersion !== undefined))
    return [];
  const gone = node['x-ctdx']?.deprecated;
  const own: Place[] = gone === undefined ? [] : [{ path, gone }];
  const list = lists.get(node['x-ctdx']?.list);
  if (list !== undefined) {
    if (!list.open && deprecatedCodes(list).length === 0) return own;
    if (node.type === 'array') return [...own, { path: [...path, '*'], list }];
    return [gone === undefined ? { path, list } : { path, list, gone }];
  }
  if (node.type === 'array') return [...own, ...placesOf(node.items, lists, [...path, '*'])];
  const inner = Object.entries<Json>(node.properties ?? {}).flatMap(([name, property]) =>
    placesOf(property, lists, [...path, name]),
  );
  return [...own, ...inner];
}

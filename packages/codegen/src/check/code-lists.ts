import { readCodeLists } from '../schema/code-lists.js';
import type { Json, Sources } from '../sources.js';
import { propertiesOf } from './walk.js';

/** Lists and coded properties need each other, and the codes of a list hold together. */
export function codeListProblems(sources: Sources): string[] {
  const used = new Map<string, { place: string; open: boolean }>();
  const problems: string[] = [];
  const lists = readCodeLists(sources);
  for (const { place, node } of propertiesOf(sources)) {
    const { list, open = false } = node['x-ctdx'] ?? {};
    if (list === undefined) continue;
    used.set(list, { place, open });
    if (!lists.has(list)) problems.push(`${place}: there is no code list ${list}`);
    else if (lists.get(list)?.open !== open) problems.push(`${place}: list and property disagree on open`);
  }
  for (const { path, json } of sources.codeLists) {
    if (path !== `code-lists/${json.name}.json`) problems.push(`${path}: is named ${json.name}`);
    if (!used.has(json.name)) problems.push(`${path}: no property uses the list`);
    problems.push(...codeProblems(path, lists.get(json.name)?.codes ?? []));
  }
  return problems;
}

function codeProblems(path: string, codes: readonly Json[]): string[] {
  const known = new Map(codes.map((code) => [code.code as string, code]));
  const problems: string[] = known.size === codes.length ? [] : [`${path}: a code stands twice`];
  for (const { code, broader, replacedBy } of codes) {
    for (const other of [broader, replacedBy]) {
      if (other !== undefined && !known.has(other))
        problems.push(`${path}: ${code} names ${other}, which is no code`);
    }
    const seen = new Set<string>();
    for (let at = code; at !== undefined; at = known.get(at)?.broader) {
      if (seen.has(at)) {
        problems.push(`${path}: ${code} is broader than itself`);
        break;
      }
      seen.add(at);
    }
  }
  return problems;
}

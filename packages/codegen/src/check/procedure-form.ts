import { readCodeLists } from '../schema/code-lists.js';
import type { Json, SourceFile, Sources } from '../sources.js';
import { codesOf, lookIn, twice } from './references.js';

const sensitivity = ['low', 'medium', 'high'];

/** A form asks for safety and consent first, for the hardest last, and for no sign twice. */
export function formProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const used: Json[] = json.catalogues.flatMap(({ id, version }: Json) =>
    sources.catalogues.filter((one) => one.json.id === id && one.json.version === version),
  );
  const signs = new Map<string, Json>(
    used.flatMap(({ json: one }) => one.entries.map((entry: Json) => [entry.id, entry])),
  );
  const parts: Json[] = json.parts;
  const named: string[] = parts.flatMap(({ entries }) => entries ?? []);
  return [
    ...references({ path, json }, sources, [...signs.keys()]),
    ...(used.length === json.catalogues.length
      ? []
      : [`${path}: a catalogue does not exist in that version`]),
    ...twice(named).map((id) => `${path}: ${id} is asked for twice`),
    ...(parts[0]?.procedure === 'safety' && parts[1]?.procedure === 'consent-interview'
      ? []
      : [`${path}: safety and consent come first`]),
    ...parts.flatMap((part) => orderProblems(path, part, signs, lastAsked(parts))),
  ];
}

function references({ path, json }: SourceFile, sources: Sources, signs: readonly string[]): string[] {
  const lists = readCodeLists(sources);
  const look = lookIn(path);
  const parts: Json[] = json.parts;
  const forms = json.supplements.flatMap(({ when }: Json) => when.suspectedForms ?? []);
  return [
    ...look(
      'sign',
      parts.flatMap(({ entries }) => entries ?? []),
      signs,
    ),
    ...look(
      'procedure',
      parts.flatMap(({ procedure }) => procedure ?? []),
      sources.procedures.map((one) => one.json.id),
    ),
    ...look(
      'code of act',
      parts.flatMap(({ opening }) => (opening ?? []).map(({ act }: Json) => act)),
      codesOf(lists, 'act'),
    ),
    ...look('code of exploitation-form', forms, codesOf(lists, 'exploitation-form')),
    ...json.supplements
      .filter(({ catalogue, list }: Json) => !hasList(sources, catalogue, list))
      .map(({ id }: Json) => `${path}: ${id} names a list that does not exist`),
  ];
}

function hasList(sources: Sources, catalogue: string, list: string | undefined): boolean {
  const found = sources.catalogues.find((one) => one.json.id === catalogue)?.json;
  return found !== undefined && (list === undefined || found.lists?.some(({ id }: Json) => id === list));
}

function lastAsked(parts: readonly Json[]): Json {
  return parts.filter(({ read }) => read === 'asked').at(-1);
}

/** Within a part the harder comes later; what is hardest stands in the last part that is asked. */
function orderProblems(path: string, part: Json, signs: ReadonlyMap<string, Json>, last: Json): string[] {
  const entries: Json[] = (part.entries ?? []).flatMap((id: string) => signs.get(id) ?? []);
  const way = part.read === 'asked' ? 'question' : 'observe';
  const hardness = entries.map((entry) => sensitivity.indexOf(entry.sensitivity));
  return entries.flatMap((entry, at) => [
    ...(entry[way] === undefined ? [`${path}: ${entry.id} has no ${way}`] : []),
    ...((hardness[at] ?? 0) < (hardness[at - 1] ?? 0)
      ? [`${path}: ${entry.id} comes after a harder question`]
      : []),
    ...(entry.sensitivity === 'high' && part.read === 'asked' && part !== last
      ? [`${path}: ${entry.id} belongs to the hardest questions`]
      : []),
  ]);
}

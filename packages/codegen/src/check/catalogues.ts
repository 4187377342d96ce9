import { readCodeLists } from '../schema/code-lists.js';
import type { Json, SourceFile, Sources } from '../sources.js';
import { codesOf, exactly, isSurer, lookIn, sureness, twice } from './references.js';

/** Catalogues name what exists, say of each set how it is known, and agree with the list of figures. */
export function catalogueProblems(sources: Sources): string[] {
  const ids = sources.catalogues.flatMap(({ json }) => (json.entries ?? []).map(({ id }: Json) => id));
  return [
    ...twice(ids).map((id) => `catalogues: ${id} stands twice`),
    ...sources.catalogues.flatMap((file) => [
      ...shared(file),
      ...kinds[file.json.kind as Kind](file, sources),
    ]),
  ];
}

type Kind = 'identification' | 'statistical' | 'slot';

const kinds: Record<Kind, (file: SourceFile, sources: Sources) => string[]> = {
  identification: identificationProblems,
  statistical: statisticalProblems,
  slot: () => [],
};

function shared({ path, json }: SourceFile): string[] {
  const look = lookIn(path);
  const entries: Json[] = json.entries ?? [];
  const ids = entries.map(({ id }) => id);
  const replaced = entries.flatMap(({ replacedBy }) => replacedBy ?? []);
  return [
    ...(path === `catalogues/${json.id}.json` ? [] : [`${path}: is named ${json.id}`]),
    ...look(
      'entry',
      json.openPoints.flatMap(({ entries: named }: Json) => named),
      ids,
    ),
    ...look('entry', replaced, ids),
  ];
}

function identificationProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const look = lookIn(path);
  const lists = readCodeLists(sources);
  const named = (part: string): string[] => (json[part] ?? []).map(({ id }: Json) => id);
  const each = (name: string): string[] => json.entries.flatMap((entry: Json) => entry[name] ?? []);
  const lacking = (part: string, name: string): string[] =>
    json[part] === undefined
      ? []
      : json.entries
          .filter((entry: Json) => entry[name] === undefined)
          .map(({ id }: Json) => `${path}: ${id} has no ${name}`);
  return [
    ...look('code of screening-dimension', named('dimensions'), codesOf(lists, 'screening-dimension')),
    ...look('code of screening-set', named('sets'), codesOf(lists, 'screening-set')),
    ...look('dimension', each('dimension'), named('dimensions')),
    ...look('list', each('list'), named('lists')),
    ...look('source', each('sources'), named('sources')),
    ...look(
      'source',
      (json.sets ?? []).map(({ source }: Json) => source),
      named('sources'),
    ),
    ...lacking('dimensions', 'dimension'),
    ...lacking('lists', 'list'),
    ...json.entries.flatMap(({ id, sets }: Json) =>
      exactly(`${path}: ${id}`, 'set', Object.keys(sets ?? {}), named('sets')),
    ),
    ...(json.sets ?? []).flatMap((set: Json) => setProblems(path, set, json.entries)),
    ...json.entries.flatMap((entry: Json) => entryProblems(path, entry)),
    ...json.entries.flatMap((entry: Json) => sourceProblems(path, entry, json.sources)),
  ];
}

/** A set is empty when none of its strengths is filled in, and known as well as the worst of them that is not disputed. */
function setProblems(path: string, set: Json, entries: readonly Json[]): string[] {
  const strengths = entries.flatMap((entry) => entry.sets?.[set.id] ?? []);
  const filled = strengths.filter(({ strength }: Json) => strength !== null);
  const state = filled.length === 0 ? 'empty' : 'filled';
  const known = worst(strengths.map(({ verification }: Json) => verification));
  return [
    ...(filled.length === 0 || filled.length === strengths.length
      ? []
      : [`${path}: ${set.id} is filled in by half`]),
    ...(set.state === state ? [] : [`${path}: ${set.id} is ${state}`]),
    ...(set.verification === known ? [] : [`${path}: ${set.id} is ${known}, not ${set.verification}`]),
  ];
}

/** An entry with a disputed strength is conflicting; any other is known as well as the worst of its strengths that are filled in. */
function entryProblems(path: string, { id, sets, verification }: Json): string[] {
  if (sets === undefined) return [];
  const strengths: Json[] = Object.values(sets);
  const disputed = strengths.some((one) => one.verification === 'conflicting');
  const filled = strengths.filter(({ strength }) => strength !== null);
  const known = disputed ? 'conflicting' : worst(filled.map((one) => one.verification));
  return verification === known ? [] : [`${path}: ${id} is ${known}, not ${verification}`];
}

/** An entry is no surer than the best of its sources. */
function sourceProblems(
  path: string,
  { id, sources = [], verification }: Json,
  all: readonly Json[],
): string[] {
  const read = all.filter((one) => sources.includes(one.id));
  const surer = read.length > 0 && read.every((one) => isSurer(verification, one.verification));
  return surer ? [`${path}: ${id} is surer than its source`] : [];
}

function worst(known: readonly string[]): string {
  return sureness[Math.max(...known.map((one) => sureness.indexOf(one)))] ?? 'unverified';
}

function statisticalProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const look = lookIn(path);
  const lists = readCodeLists(sources);
  const list = lists.get(json.codeList);
  const ids: string[] = json.entries.map(({ id }: Json) => id);
  const parts = json.entries.flatMap(({ numerator, denominator }: Json) => [numerator, denominator]);
  const each = (name: string): string[] => json.entries.flatMap((entry: Json) => entry[name]);
  return [
    ...exactly(path, `code of ${json.codeList}`, ids, codesOf(lists, json.codeList)),
    ...look('code of indicator-unit', each('unit'), codesOf(lists, 'indicator-unit')),
    ...look('code of counting-unit', each('countingUnit'), codesOf(lists, 'counting-unit')),
    ...look('code of flow-type', each('flow'), codesOf(lists, 'flow-type')),
    ...look('code of dimension', each('disaggregations'), codesOf(lists, 'dimension')),
    ...look(
      'indicator',
      parts.flatMap((part: Json) => part?.indicator ?? []),
      ids,
    ),
    ...json.entries.flatMap((entry: Json) => figureProblems(path, entry)),
    ...json.entries
      .filter(({ id, verification }: Json) => known(list?.file, id) !== verification)
      .map(({ id }: Json) => `${path}: list and catalogue disagree on how ${id} is known`),
  ];
}

function known(list: Json, id: string): string | undefined {
  return list?.codes.find(({ code }: Json) => code === id)?.verification ?? list?.verification;
}

/** A share or a rate has two parts and is worked out anew; everything else has none. */
function figureProblems(path: string, { id, unit, numerator, rollUp }: Json): string[] {
  const rate = ['percent', 'per100000'].includes(unit);
  return [
    ...(rate === (numerator !== undefined)
      ? []
      : [`${path}: ${id} has parts if and only if it is a share or rate`]),
    ...(rate === (rollUp === 'recompute')
      ? []
      : [`${path}: ${id} is recomputed if and only if it is a share or rate`]),
  ];
}

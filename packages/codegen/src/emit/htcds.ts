import { banner, type Output } from '../output.js';
import { type CodeList, readCodeLists } from '../schema/code-lists.js';
import { sourceAt } from '../source-at.js';
import type { Json, Sources } from '../sources.js';

/**
 * `convert/src/generated/htcds.ts`: what the importer matches. Which of our codes a value of HTCDS means is read
 * from the `maps` of the code lists; where several of our codes name the same value, the mapping must choose one.
 */
export function htcds(sources: Sources): Output[] {
  const mapping = sources.mappings.some(({ path }) => path === 'mappings/htcds-2.0.json')
    ? sourceAt(sources.mappings, 'mappings/htcds-2.0.json')
    : undefined;
  if (mapping === undefined) return [];
  const lists = readCodeLists(sources);
  const tables = {
    attribution: mapping.attribution,
    columns: mapping.columns,
    otherFields: mapping.otherFields,
    picklists: Object.fromEntries(
      Object.entries<Json>(mapping.picklists).map(([field, picklist]) => [
        field,
        rows(field, picklist, lists),
      ]),
    ),
    countries: countries(mapping.countries, listAt(lists, 'country')),
    languages: languages(listAt(lists, 'language')),
    authorityGroups: authorityGroups(
      mapping.picklists.vic_TraffickingStatusDecisionMakingOrg,
      listAt(lists, 'authority'),
    ),
    consent: mapping.consent,
  };
  const text = `${banner}
/** Tables of HTCDS 2.0. ${mapping.attribution} */
export const htcds = ${JSON.stringify(tables)} as const;
`;
  return [{ path: 'packages/convert/src/generated/htcds.ts', text }];
}

/** A picklist as rows: what may stand in a cell, the code that HTCDS writes, and ours. */
function rows(field: string, picklist: Json, lists: ReadonlyMap<string, CodeList>): Json {
  const list = listAt(lists, picklist.list);
  const known = new Set(list.codes.map(({ code }) => code));
  const values = picklist.values.map(({ code, label, aliases = [] }: Json) => {
    const to = target(field, code, picklist.choose?.[code], list);
    return { code, to, label, texts: unique([label, code, ...aliases]) };
  });
  const extensions = (picklist.extensions ?? []).map(({ to, texts }: Json) => {
    if (!known.has(to))
      throw new Error(`htcds-2.0: ${field} extends to ${to}, which ${list.name} does not hold`);
    return { to, label: texts[0], texts };
  });
  return { list: list.name, values: [...values, ...extensions] };
}

function target(field: string, code: string, chosen: string | undefined, list: CodeList): string {
  const candidates = list.codes.filter(({ maps }) => maps?.htcds?.includes(code)).map((entry) => entry.code);
  const [only, ...others] = candidates;
  if (chosen !== undefined && candidates.includes(chosen)) return chosen;
  if (chosen === undefined && only !== undefined && others.length === 0) return only;
  throw new Error(
    `htcds-2.0: ${field} ${code} means ${candidates.length} codes of ${list.name}; let the mapping choose one`,
  );
}

/** Countries by the name in the template, our label, the alpha-2 and alpha-3 codes, and what people write. */
function countries(mapped: readonly Json[], list: CodeList): Json {
  return mapped.map(({ code, name, aliases = [] }: Json) => {
    const ours = list.codes.find((entry) => entry.code === code);
    if (ours === undefined) throw new Error(`htcds-2.0: ${code} is not in the list country`);
    const alpha3 = ours.maps?.iso3166alpha3 ?? [];
    return {
      to: code,
      label: name,
      texts: unique([name, code, ...alpha3, ours.label.en as string, ...aliases]),
    };
  });
}

/** Languages by their English name and their codes in ISO 639-1, 639-2 and 639-3. */
function languages(list: CodeList): Json {
  return list.codes.map(({ code, label, maps }) => {
    return {
      to: code,
      label: label.en as string,
      texts: unique([label.en as string, code, ...(maps?.iso6392 ?? [])]),
    };
  });
}

/** The wider authority that stands for each of ours in HTCDS, which knows five. */
function authorityGroups(picklist: Json, list: CodeList): Json {
  const groups = list.codes.flatMap(({ code, maps }) => {
    const group = picklist.choose?.[maps?.htcds?.[0] ?? ''];
    return group === undefined || group === code ? [] : [[code, group]];
  });
  return Object.fromEntries(groups);
}

function listAt(lists: ReadonlyMap<string, CodeList>, name: string): CodeList {
  const list = lists.get(name);
  if (list === undefined) throw new Error(`htcds-2.0: there is no code list ${name}`);
  return list;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

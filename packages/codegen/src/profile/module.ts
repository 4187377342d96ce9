import type { Json } from '../sources.js';
import type { Bound, Requirement } from './narrow.js';
import type { Standard } from './standard.js';

/** A rule of a profile and its condition as JavaScript over `record`. */
export interface CompiledRule {
  readonly rule: Json;
  readonly levels: readonly string[];
  readonly code: string;
}

/** Counts up when the shape of the compiled profile changes; `@ctdx/validate` takes no other. */
export const moduleFormat = 1;

/**
 * Writes the module of a profile: data, and one function a rule. It imports nothing; what rules need besides the record
 * is handed to them. Nothing of the profile is written as code but what the compiler of rules made.
 */
export function profileModule(
  profile: Json,
  standard: Standard,
  rules: readonly CompiledRule[],
  levels: ReadonlyMap<Json, readonly string[]>,
): string {
  const requirements: readonly Requirement[] = profile.requirements ?? [];
  const data = {
    format: moduleFormat,
    id: profile.id,
    version: profile.version,
    standard: profile.standard,
    country: profile.country,
    authorities: [...new Set(profile.authorities.map(({ authority }: Json) => authority))],
    bodies: profile.authorities.map(({ id, decides, since, until }: Json) => ({ id, decides, since, until })),
    laws: profile.laws.map(({ id }: Json) => id),
    checks: requirements.flatMap((row) => checksOf(row, levels.get(row) ?? [])),
    identifiers: (profile.identifiers ?? []).map(({ kind, pattern, keywords }: Json) => ({
      kind,
      pattern,
      keywords,
    })),
    codes: nationalCodes(profile, standard),
    extensions: (profile.extensions ?? []).map((row: Json) => extensionOf(row, profile, standard)),
    sentences: sentencesOf(profile),
  };
  const functions = rules.map(
    ({ rule: { id, record, severity, path }, levels: at, code }) =>
      `{ ...${JSON.stringify({ id, record, levels: at, severity, path })}, holds: (record, { before, consistent }) => ${code} }`,
  );
  return `// Compiled by ctdx from the national profile ${profile.id} ${profile.version}. Do not edit; change the profile and compile again.
export const profile = {
  ...${JSON.stringify(data, null, 2)},
  rules: [${functions.length === 0 ? '' : `\n    ${functions.join(',\n    ')},\n  `}],
};
`;
}

function checksOf(row: Requirement, levels: readonly string[]): Json[] {
  const { record, require, forbid, codes, bound } = row;
  const common = { record, levels };
  const at = (path: string) => ({ path: path.split('/').slice(1) });
  if (require !== undefined) return [{ ...common, kind: 'require', ...at(require) }];
  if (forbid !== undefined) return [{ ...common, kind: 'forbid', ...at(forbid) }];
  if (codes !== undefined) {
    const { path, ...lists } = codes;
    return [{ ...common, kind: 'codes', ...at(path), ...lists }];
  }
  const { path, ...keywords } = bound as Bound;
  return Object.entries(keywords).map(([keyword, limit]) => ({
    ...common,
    kind: 'bound',
    ...at(path),
    bound: keyword,
    limit,
  }));
}

/** Codes of the country that may stand in an open list of the standard, and the code of that list which takes each in. */
function nationalCodes(profile: Json, standard: Standard): Json {
  const rows = (profile.lists ?? [])
    .filter(({ refines }: Json) => standard.lists.get(refines)?.open === true)
    .flatMap(({ refines, codes }: Json) =>
      codes.map(({ code, broader }: Json) => ({ list: refines, code, broader })),
    );
  return rows;
}

function extensionOf(
  { record, name, list, lowestLevel, privacy }: Json,
  profile: Json,
  standard: Standard,
): Json {
  const own = (profile.lists ?? []).find((one: Json) => one.name === list);
  const codes = own?.codes.map(({ code }: Json) => code) ?? standard.lists.get(list)?.codes;
  return { record, name, list, codes, lowestLevel, privacy };
}

/** Sentences of the rules as rows, one language and rule each. */
function sentencesOf({ rules = [] }: Json): Json[] {
  return rules.flatMap((rule: Json) =>
    Object.keys(rule.says)
      .filter((language) => rule.do[language] !== undefined)
      .map((language) => ({ language, rule: rule.id, says: rule.says[language], do: rule.do[language] })),
  );
}

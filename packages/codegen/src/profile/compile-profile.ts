import { compileRule, RuleError } from '../cel/compile.js';
import { merge, typeOf } from '../cel/value-type.js';
import type { Json } from '../sources.js';
import { type CompiledRule, profileModule } from './module.js';
import { forbid, narrow, nodeAt, type Requirement, unfolded } from './narrow.js';
import { patternProblem } from './pattern.js';
import type { ProblemCode, ProfileProblem } from './problem.js';
import { referenceProblems } from './references.js';
import { shapeProblems } from './shape.js';
import type { Standard } from './standard.js';

/** A record type at a level as the profile narrows it. */
export interface NarrowedSchema {
  readonly type: string;
  readonly level: string;
  readonly schema: Json;
}

/** A profile made ready, or what keeps it from that. Of several problems each has its line. */
export type CompiledText =
  | { readonly ok: true; readonly module: string; readonly schemas: readonly NarrowedSchema[] }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/**
 * Compiles a profile: proves that each of its statements narrows the standard, and makes of it an ES module that
 * imports nothing and the JSON Schemas of all records as the profile has them. Pure: the same profile and standard
 * give the same bytes.
 */
export function compileProfile(profile: unknown, standard: Standard): CompiledText {
  const shape = shapeProblems(profile, standard.meta);
  if (shape.length > 0) return { ok: false, problems: shape };
  const one = profile as Json;
  const narrowed = standard.schemas.map(({ type, level, schema }) => ({
    type,
    level,
    schema: structuredClone(unfolded(schema)),
  }));
  // Rules are held against the standard as it is: what a profile requires may change, the standard may not.
  const types = standard.schemas.map(({ type, level, schema }) => ({
    type,
    level,
    is: typeOf(unfolded(schema)),
  }));
  const rules = compileRules(one, standard, types);
  const problems = [
    ...referenceProblems(one, standard),
    ...patternProblems(one),
    ...narrowAll(one, narrowed, standard),
    ...rules.problems,
  ];
  if (problems.length > 0) return { ok: false, problems };
  const text = profileModule(one, standard, rules.compiled, levelsOfCodes(one, standard));
  return { ok: true, module: text, schemas: narrowed.map((kind) => named(kind, one)) };
}

/** The levels of each requirement that a record exists at and has the place at. */
export function levelsOf(
  { record, levels }: { readonly record: string; readonly levels?: readonly string[] },
  standard: Standard,
): readonly string[] {
  const known = standard.schemas.filter(({ type }) => type === record).map(({ level }) => level);
  return levels ?? known;
}

function levelsOfCodes(profile: Json, standard: Standard): ReadonlyMap<Json, readonly string[]> {
  const rows: readonly Requirement[] = profile.requirements ?? [];
  return new Map(
    rows.map((row) => [
      row,
      levelsOf(row, standard).filter((level) => {
        const schema = standard.schemas.find(
          (kind) => kind.type === row.record && kind.level === level,
        )?.schema;
        return schema !== undefined && nodeAt(unfolded(schema), placeOf(row)) !== undefined;
      }),
    ]),
  );
}

const placeOf = ({ require, forbid: forbidden, codes, bound }: Requirement): string =>
  require ?? forbidden ?? codes?.path ?? bound?.path ?? '';

/** Where in a requirement the place is written. */
const placeIn = (row: Requirement): string => {
  if (row.require !== undefined) return '/require';
  if (row.forbid !== undefined) return '/forbid';
  return row.codes === undefined ? '/bound' : '/codes';
};

function narrowAll(profile: Json, narrowed: readonly NarrowedSchema[], standard: Standard): ProfileProblem[] {
  const rows: readonly Requirement[] = profile.requirements ?? [];
  const problems: ProfileProblem[] = [];
  const listOf = (name: string) => standard.lists.get(name)?.codes ?? [];
  const apply = (
    narrowing: (schema: Json, row: Requirement) => ProblemCode | undefined,
    forbids: boolean,
  ) => {
    rows.forEach((row, index) => {
      if ((row.forbid !== undefined) !== forbids) return;
      const kinds = narrowed.filter(({ type }) => type === row.record);
      const path = `/requirements/${index}`;
      if (kinds.length === 0) {
        problems.push({ code: 'record', path: `${path}/record` });
        return;
      }
      const wanted = kinds.filter(({ level }) => row.levels?.includes(level) ?? true);
      if (row.levels !== undefined && wanted.length < row.levels.length) {
        problems.push({ code: 'level', path: `${path}/levels` });
        return;
      }
      const found = wanted.map(({ schema }) => narrowing(schema, row));
      // Without levels a statement holds wherever the place exists, and it has to exist somewhere.
      const bad =
        row.levels === undefined && found.some((code) => code !== 'path')
          ? found.find((code) => code !== undefined && code !== 'path')
          : found.find((code) => code !== undefined);
      if (bad !== undefined) problems.push({ code: bad, path: path + placeIn(row) });
    });
  };
  apply((schema, row) => narrow(schema, row, listOf), false);
  apply((schema, row) => forbid(schema, row.forbid as string), true);
  return problems;
}

function patternProblems(profile: Json): ProfileProblem[] {
  const rows: readonly Json[] = profile.identifiers ?? [];
  return rows.flatMap(({ pattern, keywords }, index): ProfileProblem[] => {
    const path = `/identifiers/${index}/pattern`;
    if (pattern === undefined) return keywords === undefined ? [{ code: 'missing', path }] : [];
    const code = patternProblem(pattern);
    return code === undefined ? [] : [{ code, path }];
  });
}

function compileRules(
  profile: Json,
  standard: Standard,
  types: readonly { readonly type: string; readonly level: string; readonly is: ReturnType<typeof typeOf> }[],
): { readonly compiled: readonly CompiledRule[]; readonly problems: readonly ProfileProblem[] } {
  const problems: ProfileProblem[] = [];
  const compiled: CompiledRule[] = [];
  const rows: readonly Json[] = profile.rules ?? [];
  rows.forEach((rule, index) => {
    const at = (code: ProblemCode, name: string): unknown =>
      problems.push({ code, path: `/rules/${index}/${name}` });
    const kinds = types.filter(({ type }) => type === rule.record);
    const levels = levelsOf(rule, standard);
    const used = kinds.filter(({ level }) => levels.includes(level));
    if (!rule.id.startsWith(`${profile.id}.`)) at('prefix', 'id');
    if (kinds.length === 0) {
      at('record', 'record');
      return;
    }
    if (used.length < levels.length) {
      at('level', 'levels');
      return;
    }
    const schemas = standard.schemas.filter(
      ({ type, level }) => type === rule.record && levels.includes(level),
    );
    if (!schemas.some(({ schema }) => nodeAt(unfolded(schema), rule.path) !== undefined)) at('path', 'path');
    try {
      const code = compileRule(rule.expression, used.map(({ is }) => is).reduce(merge), 'javascript');
      compiled.push({ rule, levels, code });
    } catch (cause) {
      at(cause instanceof RuleError ? reasons[cause.reason] : 'syntax', 'expression');
    }
  });
  return { compiled, problems };
}

/** The message of a {@link RuleError} holds names that somebody typed; its reason holds none. */
const reasons = {
  name: 'rule-name',
  absent: 'rule-absent',
  type: 'rule-type',
  subset: 'rule-subset',
} as const satisfies Record<RuleError['reason'], ProblemCode>;

/** Says in the schema itself whose it is, and holds the source to the country. */
function named({ type, level, schema }: NarrowedSchema, profile: Json): NarrowedSchema {
  const country = nodeAt(schema, '/source/country');
  if (country !== undefined) {
    for (const keyword of ['enum', 'pattern', 'maxLength']) delete country[keyword];
    country.const = profile.country;
  }
  const { $comment: _comment, $schema, $id, ...rest } = schema;
  const comment = `The standard as profile ${profile.id} ${profile.version} narrows it. Rules between properties are in the module.`;
  return {
    type,
    level,
    schema: { $comment: comment, $schema, $id: `${$id}.profile.${profile.id}`, ...rest },
  };
}

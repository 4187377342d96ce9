import { readdirSync, readFileSync } from 'node:fs';
import { CelScalar, celEnv, celFunc, isCelMap, parse, plan } from '@bufbuild/cel';
import { type RecordType, recordTypes } from '@ctdx/model';
import { mutate, type Schema, sampleSchema, schemaOf, seededRandom } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { checkers } from './generated/checkers.js';
import type { RecordChecker } from './record-checker.js';
import type { RuleSet } from './rule.js';
import { before, consistent, type DateValue } from './rule-functions.js';

const types = Object.keys(recordTypes) as RecordType[];
const compiled = Object.fromEntries(
  await Promise.all(types.map(async (type) => [type, await import(`./generated/rules-${type}.ts`)] as const)),
) as Readonly<Record<RecordType, Readonly<Record<string, RuleSet>>>>;

/** A date as CEL hands it to a function: text, or a map. */
function dateOf(value: unknown): DateValue {
  if (!isCelMap(value)) return value as string;
  return { value: value.get('value') as string, precision: value.get('precision') as string };
}

const environment = celEnv({
  funcs: [
    celFunc('before', [CelScalar.DYN, CelScalar.DYN], CelScalar.BOOL, (a, b) => before(dateOf(a), dateOf(b))),
    celFunc('consistent', [CelScalar.DYN], CelScalar.BOOL, (date) =>
      consistent(dateOf(date) as { value: string; precision: string }),
    ),
  ],
});

/** JSON numbers become CEL ints where the schema says integer, as an implementation in another language would have it. */
function bind(value: unknown, schema: Schema, root: Schema): unknown {
  if (schema.$ref !== undefined) {
    return bind(value, root.$defs?.[schema.$ref.replace('#/$defs/', '')] as Schema, root);
  }
  if (schema.oneOf !== undefined) {
    const type = (value as { type: string }).type;
    const branches = schema.oneOf.map(
      (one) => root.$defs?.[one.$ref?.replace('#/$defs/', '') ?? ''] as Schema,
    );
    return bind(value, branches.find((one) => one.properties?.['type']?.const === type) as Schema, root);
  }
  if (schema.type === 'integer') return BigInt(value as number);
  if (Array.isArray(value)) return value.map((entry) => bind(entry, schema.items as Schema, root));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    bind(member, (schema.properties?.[name] ?? schema.additionalProperties) as Schema, root),
  ]);
  return Object.fromEntries(members);
}

interface RuleSource {
  readonly id: string;
  readonly levels: readonly string[];
  readonly expression: string;
}

function rulesOf(type: string): RuleSource[] {
  const url = new URL(`../../../schemas/rules/${type}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { rules: RuleSource[] }).rules;
}

/** Records as they are made, rules or not, and the same changed here and there. */
function randomRecords(type: RecordType, level: string, count: number): unknown[] {
  const schema = schemaOf(`${type}.${level}`);
  return Array.from({ length: count }, (_, seed) => {
    const random = seededRandom(seed);
    const record = sampleSchema(schema, schema, random, { optional: 0.5, entries: 3 });
    return [record, mutate(record, random)];
  }).flat();
}

/** Rules are asked only of records of the right shape. */
function hasShape(type: RecordType, level: string, record: unknown): boolean {
  const checker = (checkers[type] as Record<string, RecordChecker<unknown>>)[level];
  const findings = checker?.check(record).findings ?? [];
  return findings.every(
    ({ code }) => code === 'rule' || code === 'unlisted-code' || code === 'deprecated-code',
  );
}

/** Records of the vectors; among them, for every rule, one that breaks it. */
function vectors(type: string, level: string): unknown[] {
  const root = new URL(`../../../schemas/conformance/${type}/`, import.meta.url);
  return ['valid', 'invalid'].flatMap((state) =>
    readdirSync(new URL(state, root))
      .map((file) => JSON.parse(readFileSync(new URL(`${state}/${file}`, root), 'utf8')) as Vector)
      .filter((vector) => vector.level === level && vector.record !== undefined)
      .map(({ record }) => record),
  );
}

interface Vector {
  readonly level: string;
  readonly record?: unknown;
}

describe.each(types)('compiled rules of a %s', (type) => {
  const sets = compiled[type];

  test('are those of the file, level by level, in its order', () => {
    for (const level of recordTypes[type]) {
      const expected = rulesOf(type).filter(({ levels }) => levels.includes(level));
      expect(sets[`${level}Rules`]?.rules.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
  });

  test('say what CEL says, of records that keep and that break each', () => {
    const differences: string[] = [];
    const kept = new Set<string>();
    const broken = new Set<string>();
    for (const level of recordTypes[type]) {
      const set = sets[`${level}Rules`] as RuleSet;
      const schema = schemaOf(`${type}.${level}`);
      const theirs = new Map(
        rulesOf(type).map(({ id, expression }) => [id, plan(environment, parse(expression))]),
      );
      for (const record of [...vectors(type, level), ...randomRecords(type, level, 120)]) {
        if (!hasShape(type, level, record)) continue;
        const view = set.view(record);
        const bound = bind(record, schema, schema) as never;
        for (const { id, holds } of set.rules) {
          const mine = holds(view);
          const oracle = theirs.get(id)?.({ record: bound });
          if (oracle !== mine) differences.push(`${id}: ${String(mine)} here, ${String(oracle)} in CEL`);
          (mine ? kept : broken).add(id);
        }
      }
    }
    expect(differences).toEqual([]);
    const ids = rulesOf(type).map(({ id }) => id);
    expect(ids.filter((id) => !kept.has(id))).toEqual([]);
    expect(ids.filter((id) => !broken.has(id))).toEqual([]);
  });
});

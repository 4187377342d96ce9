import { readdirSync, readFileSync } from 'node:fs';
import '@hyperjump/json-schema/formats-lite';
import { type RecordType, recordTypes } from '@ctdx/model';
import * as zodDoor from '@ctdx/model/zod';
import { generateRecord, mutate, schemaOf, seededRandom } from '@ctdx/testkit';
import {
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  type Validator,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import { beforeAll, describe, expect, test } from 'vitest';
import caseIdentified from './generated/case-identified.js';
import { readJson } from './json/read-json.js';
import { defaultLimits } from './limits.js';
import type { ShapeValidator } from './shape.js';

/** Mutated records of each kind, most of the types that have most properties. */
const mutated: Readonly<Record<RecordType, number>> = {
  case: 3_500,
  screening: 1_500,
  referral: 1_200,
  indicator: 800,
  'action-plan': 2_000,
  parcel: 700,
  match: 400,
  agreement: 1_200,
  withdrawal: 600,
  receipt: 800,
};

type Shape = { safeParse(record: unknown): { readonly success: boolean } };

const zodShapes = zodDoor as unknown as Readonly<Record<string, Readonly<Record<string, Shape>>>>;
const kinds = (Object.keys(recordTypes) as RecordType[]).flatMap((type) =>
  recordTypes[type].map((level) => ({ type, level, mutated: mutated[type] })),
);

/**
 * Formats of our own as another validator has them: date, date-time and uuid are Hyperjump's, the others are said again
 * here in other words, so that a mistake of ours does not agree with itself.
 */
const inOtherWords: Readonly<Record<string, object>> = {
  text: { pattern: '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uD800-\\uDFFF]*$' },
  'partial-date': {
    anyOf: [{ pattern: '^[0-9]{4}$' }, { pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }, { format: 'date' }],
  },
};

function forHyperjump(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forHyperjump);
  if (typeof node !== 'object' || node === null) return node;
  const { format, 'x-ctdx': _mark, ...rest } = node as Record<string, unknown>;
  const keywords = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, forHyperjump(value)]),
  );
  if (typeof format !== 'string')
    return format === undefined ? keywords : { ...keywords, format: forHyperjump(format) };
  const words = inOtherWords[format];
  return words === undefined ? { ...keywords, format } : { ...keywords, ...words };
}

type Judge = (record: unknown) => boolean;

describe.each(kinds)('Ajv, zod and Hyperjump on $type at the level $level', ({ type, level, mutated }) => {
  let judges: Readonly<Record<'ours' | 'zod' | 'hyperjump', Judge>>;

  beforeAll(async () => {
    setShouldValidateFormat(true);
    const uri = `https://example.org/${type}.${level}`;
    const { $id: _id, ...schema } = forHyperjump(schemaOf(`${type}.${level}`)) as Record<string, unknown>;
    registerSchema(schema as SchemaObject, uri);
    const hyperjump: Validator = await validate(uri);
    const { default: shape } = (await import(`./generated/${type}-${level}.js`)) as {
      default: ShapeValidator;
    };
    const zod = zodShapes[`${camel(type)}Shape`]?.[level] as Shape;
    judges = {
      ours: (record) => shape(record),
      zod: (record) => zod.safeParse(record).success,
      hyperjump: (record) => hyperjump(record as never).valid,
    };
  });

  const verdicts = (record: unknown) => ({
    ours: judges.ours(record),
    zod: judges.zod(record),
    hyperjump: judges.hyperjump(record),
  });

  function disagreements(records: Iterable<unknown>): {
    valid: number;
    invalid: number;
    different: string[];
  } {
    const counts = { valid: 0, invalid: 0, different: [] as string[] };
    for (const record of records) {
      const { ours, zod, hyperjump } = verdicts(record);
      counts[ours ? 'valid' : 'invalid'] += 1;
      if (ours !== zod || ours !== hyperjump) {
        counts.different.push(`ours ${ours}, zod ${zod}, hyperjump ${hyperjump}: ${JSON.stringify(record)}`);
      }
    }
    return counts;
  }

  test('agree on every vector', () => {
    const records = vectors(type, level);
    expect(disagreements(records).different).toEqual([]);
  });

  test(`agree on ${mutated} mutated records`, () => {
    const { valid, invalid, different } = disagreements(mutants());
    expect(different.slice(0, 5)).toEqual([]);
    // Both verdicts occur often enough for the agreement to mean something.
    expect(Math.min(valid, invalid)).toBeGreaterThan(mutated / 50);
  });

  function* mutants(): Generator<unknown> {
    const each = 50;
    for (let seed = 0; seed < mutated / each; seed += 1) {
      const record = generateRecord({ type, level, seed } as {
        type: 'case';
        level: 'identified';
        seed: number;
      });
      const random = seededRandom(seed);
      // Nearly every change of a small record makes it invalid, so that one is looked at as it was made too.
      yield record;
      for (let time = 0; time < each; time += 1) yield mutate(record, random);
    }
  }
});

/**
 * Where they differ, and why that is right. Each row is looked at, so that a difference that goes away is noticed too;
 * docs/decisions/2026-11-23-validators-agree.md explains them.
 */
describe('known differences', () => {
  const valid = () => generateRecord({ type: 'case', level: 'identified', seed: 1 });

  test.each([
    ['a leap second', { issuedAt: '2016-12-31T23:59:60Z' }, { ours: false, zod: false, hyperjump: true }],
    [
      'a date and time in small letters',
      { issuedAt: '2024-05-17t10:00:00z' },
      { ours: false, zod: false, hyperjump: true },
    ],
    ['a property that is undefined', { profile: undefined }, { ours: true, zod: false, hyperjump: 'throws' }],
    [
      'an object of a class',
      { handling: Object.assign(new (class Handling {})(), valid().handling) },
      { ours: false, zod: true, hyperjump: 'throws' },
    ],
  ])('%s', async (_name, change, expected) => {
    setShouldValidateFormat(true);
    const hyperjump = await validate('https://example.org/case.identified');
    const record = { ...valid(), ...change };
    const judge = (): boolean | 'throws' => {
      try {
        return hyperjump(record as never).valid;
      } catch {
        return 'throws'; // it looks at JSON only
      }
    };
    expect({
      ours: caseIdentified(record),
      zod: zodDoor.caseShape.identified.safeParse(record).success,
      hyperjump: judge(),
    }).toEqual(expected);
  });
});

/** `action-plan` becomes `actionPlan`. */
function camel(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function vectors(type: string, level: string): unknown[] {
  const root = new URL(`../../../schemas/conformance/${type}/`, import.meta.url);
  return ['valid', 'invalid'].flatMap((state) =>
    readdirSync(new URL(state, root))
      .map((file) => JSON.parse(readFileSync(new URL(`${state}/${file}`, root), 'utf8')) as Vector)
      .filter((vector) => vector.level === level)
      .flatMap(({ record, text }) => (text === undefined ? [record] : parsed(text))),
  );
}

interface Vector {
  readonly level: string;
  readonly record?: unknown;
  readonly text?: string;
}

/** What cannot be read, or is nested too deep, reaches no validator. */
function parsed(text: string): unknown[] {
  const read = readJson(text, defaultLimits);
  return read.ok ? [read.value] : [];
}

import { readdirSync, readFileSync } from 'node:fs';
import '@hyperjump/json-schema/formats-lite';
import { caseShape, indicatorShape, parcelShape } from '@ctdx/model/zod';
import { generateRecord, mutate, schemaOf, seededRandom } from '@ctdx/testkit';
import {
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  type Validator,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import { beforeAll, describe, expect, test } from 'vitest';
import { caseIdentifiedParts } from './generated/parts/case-identified.js';
import { casePseudonymizedParts } from './generated/parts/case-pseudonymized.js';
import { indicatorAggregateParts } from './generated/parts/indicator-aggregate.js';
import { indicatorPseudonymizedParts } from './generated/parts/indicator-pseudonymized.js';
import { parcelAggregateParts } from './generated/parts/parcel-aggregate.js';
import { parcelIdentifiedParts } from './generated/parts/parcel-identified.js';
import { parcelPseudonymizedParts } from './generated/parts/parcel-pseudonymized.js';
import { readJson } from './json/read-json.js';
import { defaultLimits } from './limits.js';

/** Mutated records of each kind; 20,000 in all, most of the kind that has most properties. */
const kinds = [
  { parts: caseIdentifiedParts, zod: caseShape.identified, mutated: 8_000 },
  { parts: casePseudonymizedParts, zod: caseShape.pseudonymized, mutated: 6_000 },
  { parts: indicatorPseudonymizedParts, zod: indicatorShape.pseudonymized, mutated: 1_500 },
  { parts: indicatorAggregateParts, zod: indicatorShape.aggregate, mutated: 1_500 },
  { parts: parcelIdentifiedParts, zod: parcelShape.identified, mutated: 1_000 },
  { parts: parcelPseudonymizedParts, zod: parcelShape.pseudonymized, mutated: 1_000 },
  { parts: parcelAggregateParts, zod: parcelShape.aggregate, mutated: 1_000 },
] as const;

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

describe.each(kinds)(
  'Ajv, zod and Hyperjump on $parts.type at the level $parts.level',
  ({ parts, zod, mutated }) => {
    const { type, level } = parts;
    let judges: Readonly<Record<'ours' | 'zod' | 'hyperjump', Judge>>;

    beforeAll(async () => {
      setShouldValidateFormat(true);
      const uri = `https://example.org/${type}.${level}`;
      const { $id: _id, ...schema } = forHyperjump(schemaOf(`${type}.${level}`)) as Record<string, unknown>;
      registerSchema(schema as SchemaObject, uri);
      const hyperjump: Validator = await validate(uri);
      judges = {
        ours: (record) => parts.shape(record),
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
          counts.different.push(
            `ours ${ours}, zod ${zod}, hyperjump ${hyperjump}: ${JSON.stringify(record)}`,
          );
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
        for (let time = 0; time < each; time += 1) yield mutate(record, random);
      }
    }
  },
);

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
      ours: caseIdentifiedParts.shape(record),
      zod: caseShape.identified.safeParse(record).success,
      hyperjump: judge(),
    }).toEqual(expected);
  });
});

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

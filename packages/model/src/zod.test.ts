import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type { Case, Indicator, Parcel } from './records.js';
import { caseShape, type indicatorShape, type parcelShape } from './zod.js';

describe('zod shapes', () => {
  test('are mutually assignable with the generated types', () => {
    expectTypeOf<z.infer<(typeof caseShape)['identified']>>().toExtend<Case<'identified'>>();
    expectTypeOf<Case<'identified'>>().toExtend<z.infer<(typeof caseShape)['identified']>>();
    expectTypeOf<z.infer<(typeof caseShape)['pseudonymized']>>().toExtend<Case<'pseudonymized'>>();
    expectTypeOf<Case<'pseudonymized'>>().toExtend<z.infer<(typeof caseShape)['pseudonymized']>>();
    expectTypeOf<z.infer<(typeof indicatorShape)['pseudonymized']>>().toExtend<Indicator<'pseudonymized'>>();
    expectTypeOf<Indicator<'pseudonymized'>>().toExtend<z.infer<(typeof indicatorShape)['pseudonymized']>>();
    expectTypeOf<z.infer<(typeof indicatorShape)['aggregate']>>().toExtend<Indicator<'aggregate'>>();
    expectTypeOf<Indicator<'aggregate'>>().toExtend<z.infer<(typeof indicatorShape)['aggregate']>>();
    expectTypeOf<z.infer<(typeof parcelShape)['identified']>>().toExtend<Parcel<'identified'>>();
    expectTypeOf<Parcel<'identified'>>().toExtend<z.infer<(typeof parcelShape)['identified']>>();
    expectTypeOf<z.infer<(typeof parcelShape)['pseudonymized']>>().toExtend<Parcel<'pseudonymized'>>();
    expectTypeOf<Parcel<'pseudonymized'>>().toExtend<z.infer<(typeof parcelShape)['pseudonymized']>>();
    expectTypeOf<z.infer<(typeof parcelShape)['aggregate']>>().toExtend<Parcel<'aggregate'>>();
    expectTypeOf<Parcel<'aggregate'>>().toExtend<z.infer<(typeof parcelShape)['aggregate']>>();
  });

  test('know one version: what a newer minor adds is refused at every level', () => {
    const newer = { type: 'case', schemaVersion: '1.99', moon: 1 };
    for (const shape of [caseShape.identified, caseShape.pseudonymized]) {
      const issues = shape.safeParse(newer).error?.issues ?? [];
      expect(issues.filter(({ code }) => code === 'unrecognized_keys')).toHaveLength(1);
      expect(issues.filter(({ path }) => path[0] === 'schemaVersion')).toEqual([]);
    }
  });

  test('refuse an unknown key without naming it', () => {
    const result = caseShape.pseudonymized.safeParse({ 'Mary Smith': 1 });
    const unknown = result.error?.issues.find(({ code }) => code === 'unrecognized_keys');
    expect(unknown?.message).toBe('Unknown property');
  });

  test.each(['__proto__', 'constructor', 'toString'])('take %s for an ordinary unknown key', (name) => {
    const agency = JSON.parse(
      `{"country":"XA","agency":"xa-police","agencyType":"police","${name}":{}}`,
    ) as unknown;
    const result = caseShape.pseudonymized.shape.source.safeParse(agency);
    expect(result.error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
  });

  test('refuse __proto__ as the name of an extension', () => {
    const extensions = JSON.parse('{"__proto__":{"ward":"a"}}') as unknown;
    expect(caseShape.identified.shape.extensions.safeParse(extensions).success).toBe(false);
    expect(caseShape.identified.shape.extensions.safeParse({ xa: { ward: 'a' } }).success).toBe(true);
  });
});

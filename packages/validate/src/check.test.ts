import type { Case, Valid } from '@ctdx/model';
import { generateRecord } from '@ctdx/testkit';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { check, parse } from './check.js';
import { checkDeclared } from './check-declared.js';
import * as casePseudonymized from './generated/doors/case-pseudonymized.js';
import { InvalidRecordError } from './invalid-record-error.js';
import { profile as barbados } from './profiles/bb.js';
import { summarize } from './summarize.js';
import { wordingEn } from './wording/en.js';
import { say } from './wording.js';

const kind = { type: 'case', level: 'identified' } as const;
const valid = (): Case<'identified'> => generateRecord({ ...kind, seed: 3, optional: 0 });
const codes = (input: unknown) => check(input, kind).findings.map(({ code, path }) => `${code} ${path}`);

describe('check never trusts what it is given', () => {
  const looped: Record<string, unknown> = { ...valid() };
  looped['subject'] = { personRef: valid().subject.personRef, identity: looped };

  class Handling {}

  const throwing = Object.defineProperty({ ...valid() }, 'sex', {
    enumerable: true,
    get() {
      throw new Error('Mary Smith');
    },
  });

  test.each([
    ['nothing', undefined, ['type ']],
    ['null', null, ['type ']],
    ['text', 'case', ['type ']],
    ['a list', [valid()], ['type ']],
    ['a function', () => valid(), ['type ']],
    [
      'an object of a class',
      { ...valid(), handling: Object.assign(new Handling(), valid().handling) },
      ['not-plain /handling'],
    ],
    ['an object that inherits', Object.create(valid()), ['not-plain ']],
    ['a map', new Map(Object.entries(valid())), expect.arrayContaining(['not-plain '])],
    ['a getter that throws', throwing, ['unreadable ']],
    ['a record inside itself', looped, ['unknown-property /subject/identity']],
    // biome-ignore lint/suspicious/noSparseArray: that is the case
    ['a list with a hole', { ...valid(), citizenships: ['XA', , 'XB'] }, ['type /citizenships/1']],
    ['a property that is undefined', { ...valid(), sex: undefined, notThere: undefined }, []],
    ['an object without a prototype', Object.assign(Object.create(null), valid()), []],
  ])('%s', (_name, input, expected) => {
    const found = codes(input).filter((code) => !code.startsWith('unlisted-code'));
    expect(found).toEqual(expected);
  });

  test('an object that every object was given a property', () => {
    const record = valid();
    Object.defineProperty(Object.prototype, 'sex', {
      value: 'female',
      enumerable: true,
      configurable: true,
      writable: true,
    });
    const found = codes(record);
    Reflect.deleteProperty(Object.prototype, 'sex');
    expect(found).toEqual(['not-plain ']);
  });

  test('a proxy that throws', () => {
    const proxy = new Proxy(valid(), {
      ownKeys() {
        throw new Error('Mary Smith');
      },
    });
    expect(codes(proxy)).toEqual(['unreadable ']);
  });
});

describe('check', () => {
  test('gives the record itself, typed, when it is valid', () => {
    const record = valid();
    const checked = check(record, kind);
    expect(checked.ok && checked.value).toBe(record);
    if (checked.ok) expectTypeOf(checked.value).toEqualTypeOf<Valid<Case<'identified'>>>();
  });

  test('says one thing of a record of another level, type or version', () => {
    expect(codes(generateRecord({ type: 'case', level: 'pseudonymized', seed: 1 }))).toEqual([
      'level /handling/level',
    ]);
    expect(codes(generateRecord({ type: 'parcel', level: 'identified', seed: 1 }))).toEqual([
      'record-type /type',
    ]);
    expect(codes({ ...valid(), schemaVersion: '2.0', sex: 1 })).toEqual(['version /schemaVersion']);
  });

  test('stops at the limit on findings and says so', () => {
    const record = { ...valid(), citizenships: Array.from({ length: 2000 }, () => 7) };
    const checked = check(record, { ...kind, limits: { findings: 10 } });
    expect([checked.ok, checked.findings.length, checked.complete]).toEqual([false, 10, false]);
    const few = check({ ...valid(), sex: 1 }, { ...kind, limits: { findings: 10 } });
    expect(few.complete).toBe(true);
  });

  test('keeps entries in the order of the list', () => {
    const record = { ...valid(), citizenships: Array.from({ length: 12 }, (_, at) => at) };
    const paths = check(record, kind).findings.map(({ path }) => path);
    expect(paths.slice(0, 4)).toEqual([
      '/citizenships',
      '/citizenships/0',
      '/citizenships/1',
      '/citizenships/2',
    ]);
    expect(paths.at(-1)).toBe('/citizenships/11');
  });

  test('refuses a type and level that do not go together', () => {
    // @ts-expect-error an indicator is never identified
    expect(() => check({}, { type: 'indicator', level: 'identified' })).toThrow(TypeError);
    // @ts-expect-error not a type
    expect(() => check({}, { type: 'constructor', level: 'identified' })).toThrow(TypeError);
  });

  test('warns of a deprecated code and names its successor', () => {
    const record = {
      ...valid(),
      compensation: [{ source: 'labourClaim', awarded: { amount: 1, currency: 'ANG' } }],
    };
    const found = check(record, kind).findings.find(({ code }) => code === 'deprecated-code');
    expect(found).toMatchObject({
      severity: 'warning',
      path: '/compensation/0/awarded/currency',
      facts: { list: 'currency', replacedBy: 'XCG' },
    });
  });
});

describe('profiles', () => {
  const decision = {
    status: 'identified',
    basis: 'decision',
    country: 'BB',
    decidedOn: { value: '2024-05', precision: 'month' },
    authority: 'police',
    body: 'bb-police',
    law: 'BB-TIPPA-2016',
  };
  const record = (change: object, country = 'BB') => ({
    ...valid(),
    source: { ...valid().source, country },
    statusHistory: [{ ...decision, ...change }],
  });
  const found = (input: unknown) =>
    check(input, { ...kind, profile: barbados })
      .findings.filter(({ facts }) => facts !== undefined && 'profile' in facts)
      .map(({ code, path, severity }) => `${severity} ${code} ${path}`);

  test.each([
    ['a decision of a body and law of the country', record({}), []],
    ['a record of another country', record({}, 'JM'), ['error other-country /source/country']],
    ['a body nobody knows', record({ body: 'bb-nobody' }), ['error unknown-authority /statusHistory/0/body']],
    ['a law nobody knows', record({ law: 'BB-NONE-2001' }), ['error unknown-law /statusHistory/0/law']],
    [
      'a kind of body that is not listed',
      record({ authority: 'ngo' }),
      ['warning unknown-authority /statusHistory/0/authority'],
    ],
    ['a decision of another country', record({ country: 'JM', body: 'jm-police', law: 'JM-NONE-2001' }), []],
  ])('%s', (_name, input, expected) => {
    expect(found(input)).toEqual(expected);
  });
});

describe('parse', () => {
  test('returns what is valid', () => {
    const record = valid();
    expect(parse(record, kind)).toBe(record);
  });

  test('throws an error that holds findings and no data', () => {
    const spoilt = { ...valid(), sex: 'Mary Smith', 'Mary Smith': 1 };
    try {
      parse(spoilt, kind);
      expect.unreachable();
    } catch (error) {
      expect(InvalidRecordError.is(error)).toBe(true);
      expect(error).toMatchObject({ code: 'INVALID_RECORD', message: 'The record has 2 errors.' });
      expect(
        JSON.stringify([error, (error as Error).stack, (error as InvalidRecordError).findings]),
      ).not.toContain('Mary');
    }
  });
});

describe('Standard Schema', () => {
  const record = generateRecord({ type: 'case', level: 'pseudonymized', seed: 1 });
  const { validate, vendor, version } = casePseudonymized.schema['~standard'];

  test('takes a valid record', () => {
    expect([vendor, version, validate(record)]).toEqual(['ctdx', 1, { value: record }]);
  });

  test('gives issues with paths', () => {
    expect(validate({ ...record, sex: 'F', revision: 0 })).toEqual({
      issues: [
        { message: 'too-small', path: ['revision'] },
        { message: 'unknown-code', path: ['sex'] },
      ],
    });
  });
});

describe('checkDeclared', () => {
  test('takes a record for what it says it is', () => {
    expect(checkDeclared(valid()).ok).toBe(true);
    expect(checkDeclared(generateRecord({ type: 'indicator', level: 'aggregate', seed: 1 })).ok).toBe(true);
  });

  test.each([
    ['not an object', 7, {}, 'type '],
    ['no type', { handling: { level: 'identified' } }, {}, 'missing /type'],
    ['a type that nobody knows', { type: 'screenings' }, {}, 'record-type /type'],
    ['no level', { type: 'case' }, {}, 'missing /handling/level'],
    [
      'a level that the type does not know',
      { type: 'case', handling: { level: 'aggregate' } },
      {},
      'level /handling/level',
    ],
    ['another level than expected', valid(), { level: 'pseudonymized' }, 'level /handling/level'],
    ['another type than expected', valid(), { type: 'indicator', level: 'aggregate' }, 'record-type /type'],
  ] as const)('%s', (_name, input, options, expected) => {
    const { ok, findings } = checkDeclared(input, options);
    expect([ok, ...findings.map(({ code, path }) => `${code} ${path}`)]).toEqual([false, expected]);
  });
});

describe('reports', () => {
  test('count findings by severity and code', () => {
    const { findings } = check({ ...valid(), sex: 'F', gender: 'F', revision: 0 }, kind);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(summarize(errors)).toEqual({
      total: 3,
      bySeverity: { error: 3, warning: 0, information: 0 },
      byCode: [
        { code: 'unknown-code', count: 2 },
        { code: 'too-small', count: 1 },
      ],
    });
  });

  test('put findings and rules into words', () => {
    const { findings } = check({ ...valid(), revision: 0 }, kind);
    expect(findings.map((found) => say(found, wordingEn).says)).toContain('is below 1');
    const rule = {
      code: 'rule',
      severity: 'error',
      path: '/closedOn',
      rule: 'case.closed-not-before-registered',
    } as const;
    expect(say(rule, wordingEn)).toEqual(wordingEn.rules['case.closed-not-before-registered']);
  });
});

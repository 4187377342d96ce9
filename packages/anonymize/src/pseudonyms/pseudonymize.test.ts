import { readFileSync } from 'node:fs';
import { parse } from '@ctdx/validate/case-identified';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyServiceFrom } from './key-service.js';
import { pseudonymize } from './pseudonymize.js';
import { yearsFrom } from './reporting-period.js';

const vector = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../schemas/conformance/case/valid/${name}.json`, import.meta.url), 'utf8'),
  ).record;
const full = vector('every-section-filled');
const keys = keyServiceFrom(new Uint8Array(32).fill(7));
const otherKeys = keyServiceFrom(new Uint8Array(32).fill(8));

async function stripped(record: unknown, purpose = 'statistics', options = {}) {
  const result = await pseudonymize(parse(record), { purpose, keys, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result;
}

const uuid8 = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

describe('pseudonymize', () => {
  test('leaves the minimal extract for statistics and nothing else', async () => {
    const { value } = await stripped(full);
    expect(value).toEqual({
      type: 'case',
      schemaVersion: '1.0',
      id: uuid8,
      revision: 1,
      issuedAt: '2025',
      source: { country: 'XA', agency: 'xa-police-tip', agencyType: 'police' },
      handling: {
        level: 'pseudonymized',
        marking: 'restricted',
        purposes: ['statistics'],
        legalBasis: 'legalObligation',
        retainUntil: '2035',
      },
      codeListVersion: '1.0',
      provenance: { synthetic: true },
      incidentRef: uuid8,
      reportingPeriod: { start: '2025-01', end: '2025-12' },
      subject: { personRef: uuid8 },
      sex: 'female',
      gender: 'feminine',
      age: { band: 'adult', referencePoint: 'registration', state: 'stated' },
      citizenshipRegions: ['caribbean'],
      statusHistory: [{ status: 'identified', basis: 'decision', country: 'XA' }],
      trafficking: { exploitation: [{ form: 'forcedLabour' }] },
      deduplicated: 'agency',
    });
  });

  test('leaves means and CTDC bands across a border, and no place, journey, offender or date', async () => {
    const { value } = await stripped(full, 'crossBorderCooperation');
    expect(value.age?.band).toBe('c24-26');
    expect(value.registeredOn).toEqual({ value: '2025', precision: 'year' });
    expect(value.trafficking?.means).toHaveLength(2);
    expect(JSON.stringify(value)).not.toMatch(/journey|offenders|proceedings|"place"|sector|XB|XC/);
  });

  test('says what was left out, by place and never by value', async () => {
    const { losses } = await stripped(full);
    expect(losses).toContainEqual({ code: 'not-allowed', path: '/offenders' });
    expect(losses).toContainEqual({ code: 'coarsened', path: '/issuedAt' });
    expect(losses).toContainEqual({ code: 'replaced', path: '/subject/personRef' });
    expect(losses).toContainEqual({ code: 'not-allowed', path: '/trafficking/exploitation/*/sector' });
  });

  test('names no key of a newer minor version in its losses', async () => {
    const newer = parse({ ...full, schemaVersion: '1.7', marisol: { delacroix: 1 } });
    const { losses } = await pseudonymize(newer, { purpose: 'statistics', keys });
    expect(losses).toContainEqual({ code: 'not-allowed', path: '/*' });
    expect(JSON.stringify(losses)).not.toMatch(/marisol|delacroix/);
  });

  test('drops what is new in a newer minor version, codes too, each with a line', async () => {
    const means = [...(full.trafficking?.means ?? []), { means: 'kimberly', finding: 'yes' }];
    const trafficking = { ...full.trafficking, means };
    const newer = parse({ ...full, schemaVersion: '1.7', gender: 'kimberly', trafficking });
    const made = await pseudonymize(newer, { purpose: 'crossBorderCooperation', keys });
    if (!made.ok) throw new Error(JSON.stringify(made.findings));
    expect(made.value.schemaVersion).toBe('1.0');
    expect(made.value).not.toHaveProperty('gender');
    expect(JSON.stringify(made)).not.toContain('kimberly');
    expect(made.losses).toContainEqual({ code: 'unlisted-code', path: '/gender' });
    expect(made.losses).toContainEqual({ code: 'unlisted-code', path: '/trafficking/means/*' });
    expect(made.value.trafficking?.means).toHaveLength(full.trafficking?.means?.length ?? 0);
    expect(made.losses).toContainEqual({ code: 'coarsened', path: '/schemaVersion' });
  });

  test('the same person has the same pseudonym for one group, another for another group, purpose or key', async () => {
    const person = async (options: object, purpose = 'statistics') =>
      (await stripped(full, purpose, options)).value.subject.personRef;
    const one = await person({});
    expect(await person({})).toBe(one);
    const others = [
      await person({ recipientGroup: 'other' }),
      await person({ keys: otherKeys }),
      await person({}, 'crossBorderCooperation'),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });

  test('gives the sender the pairs that find a record again', async () => {
    const { value, pairs } = await stripped(full);
    expect(pairs).toContainEqual({
      kind: 'person',
      id: full.subject.personRef,
      pseudonym: value.subject.personRef,
    });
    expect(pairs).toContainEqual({ kind: 'record', id: full.id, pseudonym: value.id });
  });

  test.each([
    { age: { value: 17 }, want: 'child' },
    { age: { value: 18 }, want: 'adult' },
    { age: { band: 'c9-17' }, want: 'child' },
    { age: { band: 'y15-19' }, want: 'unknown' },
    { age: { band: 'y85plus' }, want: 'adult' },
    { age: { band: 'child' }, want: 'child' },
  ])('cuts the age $age at 18: $want', async ({ age, want }) => {
    const record = { ...full, age: { ...age, state: 'stated', referencePoint: 'registration' } };
    expect((await stripped(record)).value.age?.band).toBe(want);
  });

  test('an age that is not recorded stays that', async () => {
    const { value } = await stripped({ ...full, age: { state: 'notRecorded' } });
    expect(value.age).toEqual({ state: 'notRecorded' });
  });

  test('a case registered in a year only belongs to no year from April to March', async () => {
    const { closedOn: _, caseStatus: __, closure: ___, ...open } = full;
    const record = { ...open, registeredOn: { value: '2025', precision: 'year' } };
    const result = await pseudonymize(parse(record), { purpose: 'statistics', keys, periods: yearsFrom(4) });
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.findings.map(({ rule }) => rule)).toEqual(['case.registered-or-period']);
  });

  test('refuses a purpose that no list serves', async () => {
    await expect(pseudonymize(parse(full), { purpose: 'planMonitoring', keys })).rejects.toThrow(TypeError);
  });
});

describe('non-interference', () => {
  /** Detail that the extract for statistics must not show: what is removed, and what lies within a bucket. */
  const detail = fc.record({
    localReference: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 9 }),
    hour: fc.integer({ min: 0, max: 23 }),
    years: fc.integer({ min: 18, max: 120 }),
    name: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }),
    country: fc.constantFrom('BB', 'LC', 'JM', 'XB'),
    sector: fc.constantFrom('I', 'A', 'T'),
    language: fc.constantFrom('en', 'es'),
  });

  function withDetail({ day, month, hour, years, ...rest }: Detail) {
    const two = (number: number) => String(number).padStart(2, '0');
    return {
      ...full,
      issuedAt: `2025-11-${two(day)}T${two(hour)}:00:00Z`,
      registeredOn: { value: `2025-${two(month)}-${two(day)}`, precision: 'day' },
      localReference: rest.localReference,
      subject: { ...full.subject, identity: { firstName: rest.name } },
      age: { ...full.age, value: years },
      citizenships: [rest.country],
      languages: [rest.language],
      trafficking: { ...full.trafficking, exploitation: [{ form: 'forcedLabour', sector: rest.sector }] },
    };
  }
  type Detail = {
    localReference: string;
    day: number;
    month: number;
    hour: number;
    years: number;
    name: string;
    country: string;
    sector: string;
    language: string;
  };

  test('records that differ in detail only look the same', async () => {
    await fc.assert(
      fc.asyncProperty(detail, detail, async (a, b) => {
        const [one, two] = await Promise.all([stripped(withDetail(a)), stripped(withDetail(b))]);
        expect(one.value).toEqual(two.value);
      }),
      { numRuns: 200 },
    );
  });
});

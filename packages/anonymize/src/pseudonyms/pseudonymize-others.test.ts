import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseReferral } from '@ctdx/validate/referral-identified';
import { parse as parseScreening } from '@ctdx/validate/screening-identified';
import { describe, expect, test } from 'vitest';
import { keyServiceFrom } from './key-service.js';
import { pseudonymize } from './pseudonymize.js';
import { yearsFrom } from './reporting-period.js';

const conformance = new URL('../../../../schemas/conformance/', import.meta.url);
const keys = keyServiceFrom(new Uint8Array(32).fill(7));

interface Vector {
  readonly name: string;
  readonly level: string;
  readonly record: Record<string, unknown>;
}

function vectors(type: string): Vector[] {
  const folder = new URL(`${type}/valid/`, conformance);
  return readdirSync(folder)
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Vector)
    .filter(({ level }) => level === 'identified');
}

const vector = (type: string, name: string) => {
  const found = vectors(type).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found.record;
};
const screening = vector('screening', 'a whole screening');
const referral = vector('referral', 'a referral from the first day to the last');
const uuid8 = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

async function strippedScreening(record: unknown, purpose = 'statistics', options = {}) {
  const made = await pseudonymize(parseScreening(record), { purpose, keys, ...options });
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made;
}

async function strippedReferral(record: unknown, purpose = 'referral') {
  const made = await pseudonymize(parseReferral(record), { purpose, keys });
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made;
}

describe('pseudonymize a screening', () => {
  test('leaves the extract for statistics and nothing else', async () => {
    const { value } = await strippedScreening(screening, 'statistics', { periods: yearsFrom(4) });
    expect(value).toEqual({
      type: 'screening',
      schemaVersion: '1.0',
      id: uuid8,
      revision: 1,
      issuedAt: '2026',
      source: { country: 'XA', agency: 'xa-police-tip', agencyType: 'police' },
      handling: {
        level: 'pseudonymized',
        marking: 'restricted',
        purposes: ['statistics'],
        legalBasis: 'publicInterest',
        retainUntil: '2031',
      },
      codeListVersion: '1.0',
      provenance: { synthetic: true },
      subject: { personRef: uuid8 },
      caseRef: uuid8,
      reportingPeriod: { start: '2026-04', end: '2027-03' },
      setting: 'workplace',
      sex: 'female',
      age: { band: 'adult', referencePoint: 'exploitation', state: 'established' },
      citizenshipRegions: ['caribbean'],
      suspectedForms: ['forcedLabour'],
      result: {
        procedure: 'palermo',
        procedureVersion: '1.0',
        proposal: 'presumed',
        caveats: ['indicatorsProveNothing', 'proposalOnly'],
      },
      decision: { status: 'presumed', country: 'XA' },
      deduplicated: 'agency',
    });
  });

  test('lets no answer, judgement, flag, step or consent across a border', async () => {
    const { value } = await strippedScreening(screening, 'crossBorderCooperation');
    expect(value.screenedAt).toEqual({ value: '2026', precision: 'year' });
    expect(value.age?.band).toBe('c24-26');
    expect(Object.keys(value)).not.toEqual(
      expect.arrayContaining(['answers', 'judgement', 'safetyFlags', 'nextSteps', 'consent', 'setting']),
    );
  });

  test('leaves out a result of a procedure that no list knows, and a decision of another country', async () => {
    const { result, decision, ...rest } = screening as { result: object; decision: object };
    const strange = {
      ...rest,
      result: { ...result, procedure: 'marisol' },
      decision: { ...decision, country: 'XB', law: 'XB-TIP-2010' },
    };
    const { value, losses } = await strippedScreening(strange);
    expect(value).not.toHaveProperty('result');
    expect(value).not.toHaveProperty('decision');
    expect(losses).toContainEqual({ code: 'not-allowed', path: '/result' });
    expect(losses).toContainEqual({ code: 'not-allowed', path: '/decision' });
  });

  test('gives a person the same pseudonym in a screening and in a referral for the same recipients', async () => {
    const one = await strippedScreening(screening, 'referral');
    const two = await strippedReferral(referral);
    expect(two.value.subject?.personRef).toBe(one.value.subject?.personRef);
    expect(two.pairs.filter(({ kind }) => kind === 'record')).toHaveLength(2);
  });
});

describe('pseudonymize a referral', () => {
  test('says what help is needed, and nothing of contact or danger', async () => {
    const { value, losses } = await strippedReferral(referral);
    expect(value.services).toEqual(['accommodation', 'medicalCare']);
    expect(value.respondBy).toEqual({ value: '2026-05-19', precision: 'day' });
    expect(value.referredOn).toEqual({ value: '2026', precision: 'year' });
    expect(value.accompanying).toEqual([{ relationship: 'child', sex: 'male', ageBand: 'child' }]);
    expect(value.events?.map(({ occurredOn }) => occurredOn?.precision ?? 'year')).toEqual(
      Array.from({ length: 6 }, () => 'year'),
    );
    expect(JSON.stringify(value)).not.toMatch(/safeContact|riskAlerts|caseworker|shelter knows|signature/);
    expect(losses).toContainEqual({ code: 'not-allowed', path: '/safeContact' });
    expect(losses).toContainEqual({ code: 'not-allowed', path: '/events/*/signature' });
  });

  test('carries what is sealed as it is', async () => {
    const sealed = { recipient: { country: 'XA', agency: 'xa-shelter' }, keyId: 'k-1', jwe: 'a.b.c.d.e12' };
    expect((await strippedReferral({ ...referral, sealed })).value.sealed).toEqual(sealed);
  });

  test('keeps a language of the list and no other word', async () => {
    expect((await strippedReferral(referral)).value.language).toBe('ht');
    const { value } = await strippedReferral({ ...referral, language: 'kimberly' });
    expect(value).not.toHaveProperty('language');
  });

  test('serves no statistics', async () => {
    await expect(pseudonymize(parseReferral(referral), { purpose: 'statistics', keys })).rejects.toThrow(
      TypeError,
    );
  });
});

describe('every sound record', () => {
  const purposes = {
    screening: ['statistics', 'crossBorderCooperation', 'research'],
    referral: ['referral', 'assistance', 'crossBorderCooperation'],
  } as const;

  test.each(
    (['screening', 'referral'] as const).flatMap((type) =>
      purposes[type].flatMap((purpose) =>
        vectors(type).map(({ name, record }) => ({ type, purpose, name, record })),
      ),
    ),
  )('$type for $purpose: $name', async ({ type, purpose, record }) => {
    const made =
      type === 'screening'
        ? await pseudonymize(parseScreening(record), { purpose, keys })
        : await pseudonymize(parseReferral(record), { purpose, keys });
    expect(made.ok ? [] : made.findings).toEqual([]);
    // No id of the agency, no day of an event and no text of a person is left.
    expect(JSON.stringify(made.ok ? made.value : {})).not.toMatch(/-7[0-9a-f]{3}-[89ab]|An Officer|S-12/);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Finding, findingSeverities } from '@ctdx/model';
import { findCanary, generateRecord, mutate, plantCanary, seededRandom } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { check } from './check.js';
import { checkDeclared } from './check-declared.js';
import { isCompiledProfile } from './profile.js';
import { findIdentifiers } from './profile-identifiers.js';
import { withProfile } from './profile-wording.js';
import { profiles } from './testing/profiles.js';
import { wordingEn } from './wording/en.js';
import { say } from './wording.js';

/** A file under `schemas/conformance/profiles`: a record and the exact findings under the profile. */
interface Vector {
  readonly name: string;
  readonly level: string;
  readonly record: unknown;
  readonly findings?: readonly Finding[];
}

const root = fileURLToPath(new URL('../../../schemas/conformance/profiles/', import.meta.url));
const ids = Object.keys(profiles) as (keyof typeof profiles)[];

function essence({ code, path, rule, severity }: Partial<Finding>): string {
  return [severity, code, path, rule ?? ''].join(' ');
}

describe.each(ids)('vectors of the profile %s', (id) => {
  const vectors = readdirSync(`${root}${id}`).map(
    (file) => JSON.parse(readFileSync(`${root}${id}/${file}`, 'utf8')) as Vector,
  );

  test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const checked = checkDeclared(vector.record, { level: vector.level, profile: profiles[id] });
    const expected = (vector.findings ?? []).map((found) =>
      essence({ ...found, severity: found.severity ?? findingSeverities[found.code] }),
    );
    expect(checked.findings.map(essence).sort()).toEqual(expected.sort());
  });

  test('each rule is broken by one, and at least six stand there', () => {
    const broken = vectors.flatMap(({ findings = [] }) => findings.map(({ rule }) => rule));
    const rules = profiles[id].rules.filter(({ record }) => record === 'case').map((rule) => rule.id);
    expect(rules.filter((rule) => !broken.includes(rule))).toEqual([]);
    expect(vectors.length).toBeGreaterThanOrEqual(6);
  });

  test('each rule has its sentences', () => {
    const wording = withProfile(wordingEn, profiles[id]);
    for (const { id: rule, path, severity } of profiles[id].rules) {
      const { says } = say({ code: 'profile-rule', severity, path, rule }, wording);
      expect(says).not.toBe(
        say({ code: 'profile-rule', severity, path, facts: { profile: id } }, wordingEn).says,
      );
    }
  });
});

describe('a record that keeps a profile keeps the standard', () => {
  test.each(ids)('%s, on mutated records', (id) => {
    let kept = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const record = generateRecord({ type: 'case', level: 'identified', seed, optional: 0.3 });
      const at = { ...record, source: { ...record.source, country: profiles[id].country } };
      const random = seededRandom(seed);
      for (const one of [at, ...Array.from({ length: 20 }, () => mutate(at, random))]) {
        const kind = { type: 'case', level: 'identified' } as const;
        const under = check(one, { ...kind, profile: profiles[id] });
        const base = check(one, kind);
        if (under.ok) kept += 1;
        expect(under.ok && !base.ok).toBe(false);
        // What the standard says, the profile does not unsay.
        const errors = base.findings.filter(({ severity }) => severity === 'error').map(essence);
        expect(under.findings.map(essence)).toEqual(expect.arrayContaining(errors));
      }
    }
    expect(kept).toBeGreaterThan(10);
  });
});

test.each(ids)('nothing that was typed comes out under the profile %s', (id) => {
  for (const seed of [1, 2, 3]) {
    const record = generateRecord({ type: 'case', level: 'identified', seed, optional: 1 });
    const { record: planted } = plantCanary(record, {
      values: (path: string) => !['/type', '/schemaVersion', '/handling/level'].includes(path),
    });
    const spoilt = [planted, { ...record, extensions: { [id]: { c4n4ryaa1: 'C4N4RYaa2' } } }];
    for (const one of spoilt) {
      const { findings } = check(one, { type: 'case', level: 'identified', profile: profiles[id] });
      const said = findings.map((found) => say(found, withProfile(wordingEn, profiles[id])));
      expect(findCanary(JSON.stringify([findings, said]))).toEqual([]);
    }
  }
});

describe('identifiers', () => {
  test.each([
    ['bb', 'call 246 555 0101 now', ['telephone']],
    ['bb', 'her number 123456', []],
    ['bb', 'national insurance 123456', ['socialInsuranceNumber']],
    ['bb', 'NRN 800101-1234', ['nationalRegistrationNumber']],
    ['bs', 'NIB 12345678', ['socialInsuranceNumber']],
    ['jm', 'TRN 123-456-789', ['taxpayerNumber']],
    ['lc', 'her identity card is lost', ['nationalIdentityCard']],
    ['lc', '758-555-0101', ['telephone']],
  ] as const)('%s: %s', (id, text, kinds) => {
    const found = findIdentifiers(text, profiles[id]).map(({ kind }) => kind);
    expect(found).toEqual(kinds);
  });
});

test('only what was compiled is a profile', () => {
  expect(isCompiledProfile(profiles.bb)).toBe(true);
  for (const other of [null, {}, { ...profiles.bb, format: 2 }, { ...profiles.bb, rules: undefined }])
    expect(isCompiledProfile(other)).toBe(false);
});

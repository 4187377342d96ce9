import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleReader, checkSources } from '@ctdx/codegen';
import { makeToy, minorVectors } from '@ctdx/testkit';
import { beforeAll, describe, expect, test } from 'vitest';
import * as known from './index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ctdx-toy-'));
const kind = { type: 'case', level: 'identified' } as const;
const [up, down] = minorVectors;
const old = up?.input;
/** Has everything that is new in 1.1, and nothing that is deprecated there. */
const newer = down?.input;

type Reader = typeof known;
let reader: Reader;

/** The reader of the toy, with another number of supported minors where it is given. */
async function readerOf(name: string, supportedMinors: number): Promise<Reader> {
  const schemas = makeToy(join(folder, name), '1.1');
  const path = join(schemas, 'migrations/versions.json');
  const versions = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...versions, supportedMinors }));
  const module = join(folder, `${name}.mjs`);
  writeFileSync(module, await bundleReader(root, schemas));
  return import(pathToFileURL(module).href);
}

function said(of: Reader, record: unknown, now = new Date('2028-01-01')) {
  return of
    .check(record, { ...kind, now })
    .findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

beforeAll(async () => {
  reader = await readerOf('minor', 3);
}, 120_000);

describe('a reader of the toy 1.1', () => {
  test('is made of a standard that holds together, but for what nobody has translated', () => {
    const problems = checkSources(join(root, 'schemas')); // its own check says these
    const found = checkSources(join(folder, 'minor')).filter((problem) => !problems.includes(problem));
    const isOfTranslation = (problem: string) => /^translations\/|translate, then/.test(problem);
    expect(found.filter((problem) => !isOfTranslation(problem))).toEqual([]);
    expect(found.filter(isOfTranslation)).not.toEqual([]);
  });

  test('knows both versions', () => {
    expect([reader.newestVersion, reader.supportedVersions]).toEqual(['1.1', ['1.0', '1.1']]);
    expect(known.newestVersion).toBe('1.0');
  });

  test('takes a record of 1.1', () => {
    expect(said(reader, newer)).toEqual([]);
  });

  test('takes a record of 1.0 as known, and says what it should no longer hold', () => {
    expect(said(reader, old)).toEqual([
      'warning deprecated-code /education',
      'warning deprecated-property /maritalStatus',
    ]);
  });

  test('names date, replacement and sunset as facts', () => {
    const { findings } = reader.check(old, { ...kind, now: new Date('2028-01-01') });
    expect(findings.map(({ facts }) => facts)).toEqual([
      { list: 'education-level', on: '2027-06-01', replacedBy: 'postSecondaryGeneral', sunset: '2031-12-31' },
      { on: '2027-06-01', replacedBy: '/civilStatus', sunset: '2030-12-31' },
    ]);
  });

  test.each([
    ['2030-12-31', ['deprecated-code', 'deprecated-property']],
    ['2031-01-01', ['deprecated-code', 'sunset-property']],
    ['2032-01-01', ['sunset-code', 'sunset-property']],
  ])('on %s says %j, and takes the record all the same', (day, codes) => {
    const checked = reader.check(old, { ...kind, now: new Date(day) });
    expect(checked.findings.map(({ code, severity }) => [code, severity])).toEqual(
      codes.map((code) => [code, 'warning']),
    );
    expect(checked.ok).toBe(true);
  });

  test('meets 1.2 as something newer, and 2.0 by the names of what it takes', () => {
    expect(said(reader, { ...newer, schemaVersion: '1.2', moon: 1 })).toEqual(['warning newer-field ']);
    const { findings } = reader.check({ ...newer, schemaVersion: '2.0' }, kind);
    expect(findings).toMatchObject([{ code: 'version', facts: { newest: '1.1', supported: '1.0 or 1.1' } }]);
  });

  test('warns of a minor that need no longer be taken', async () => {
    const strict = await readerOf('short', 1);
    expect(strict.supportedVersions).toEqual(['1.1']);
    expect(said(strict, old)).toContain('warning retired-version /schemaVersion');
    expect(strict.check(old, kind).ok).toBe(true);
    expect(said(strict, newer)).toEqual([]);
  }, 120_000);
});

describe('a reader of 1.0', () => {
  test('carries what it does not know of 1.1, with a warning for each place', () => {
    const checked = known.check(newer, kind);
    expect(checked.findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([
      'warning newer-field ',
      'warning newer-code /caseStatus',
      'warning newer-code /education',
    ]);
    expect(checked.ok && checked.value).toBe(newer);
  });

  test('refuses the same record when it claims to be 1.0', () => {
    expect(said(known, { ...newer, schemaVersion: '1.0' })).toEqual([
      'error unknown-property ',
      'error unknown-code /caseStatus',
      'error unknown-code /education',
    ]);
  });
});

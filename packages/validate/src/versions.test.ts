import { type RecordType, recordTypes } from '@ctdx/model';
import { generateRecord } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { check, checkDeclared, checkFile, checkJson } from './index.js';

type Kind = { readonly type: 'case'; readonly level: 'identified' };
type Fields = Record<string, unknown>;

const kinds = Object.entries(recordTypes).flatMap(([type, levels]) =>
  levels.map((level) => ({ type, level }) as unknown as Kind),
);
const record = ({ type, level }: Kind, version = '1.99'): Fields => ({
  ...(generateRecord({
    type: type as RecordType,
    level,
    seed: 11,
    optional: 0.2,
  } as never) as unknown as Fields),
  schemaVersion: version,
});
/** Severity, code and path of what is said beside the record's own warnings. */
const said = (input: unknown, kind: Kind) =>
  check(input, kind)
    .findings.filter(({ code }) => /newer|unknown|version/.test(code))
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);

describe.each(kinds)('a $type at $level that claims 1.99', (kind) => {
  const isIdentified = kind.level === 'identified';
  const smuggled = { 'Kimberly Delacroix': { bornOn: '2009-03-04' } };

  test('is taken when it holds nothing that is new', () => {
    expect(said(record(kind), kind)).toEqual([]);
  });

  test('carries what is new at the level identified, and nowhere else', () => {
    const input = { ...record(kind), ...smuggled };
    expect(said(input, kind)).toEqual([`${isIdentified ? 'warning' : 'error'} newer-field `]);
    const checked = check(input, kind);
    // An invented record may break a rule of its own, which is another matter.
    expect(checked.ok).toBe(isIdentified && check(record(kind), kind).ok);
    if (checked.ok) expect(checked.value).toBe(input);
  });

  test('can’t hide it deeper', () => {
    const input = record(kind);
    input['handling'] = { ...(input['handling'] as Fields), ...smuggled };
    expect(said(input, kind)).toEqual([`${isIdentified ? 'warning' : 'error'} newer-field /handling`]);
  });

  test('says of a new code what it says of a new property', () => {
    const input = record(kind);
    input['handling'] = { ...(input['handling'] as Fields), marking: 'kimberly' };
    const [error, warning] = ['error unknown-code', 'warning newer-code'];
    expect(said(input, kind)).toEqual([`${isIdentified ? warning : error} /handling/marking`]);
  });

  test('never gets a name that somebody made up into a finding', () => {
    const input = {
      ...record(kind),
      ...smuggled,
      handling: { ...(record(kind)['handling'] as Fields), ...smuggled },
    };
    expect(JSON.stringify(check(input, kind).findings)).not.toMatch(/kimberly|2009/i);
  });

  test('is refused as 2.0, by the names of what is supported', () => {
    expect(check({ ...record(kind, '2.0'), ...smuggled }, kind).findings).toMatchObject([
      {
        code: 'version',
        severity: 'error',
        path: '/schemaVersion',
        facts: { newest: '1.0', supported: '1.0' },
      },
    ]);
  });
});

describe('a parcel', () => {
  const parcel = (level: 'identified' | 'pseudonymized', inner: Fields): Fields => ({
    ...record({ type: 'parcel', level } as never, '1.0'),
    records: [inner],
  });
  const inner = (level: 'identified' | 'pseudonymized', version: string): Fields => ({
    ...record({ type: 'case', level } as never, version),
    'Kimberly Delacroix': 1,
  });

  test.each([
    ['identified', '1.99', ['warning newer-field /records/0']],
    ['identified', '1.0', ['error unknown-property /records/0']],
    ['identified', '2.0', ['error version /records/0/schemaVersion']],
    ['pseudonymized', '1.99', ['error newer-field /records/0']],
    ['pseudonymized', '1.0', ['error unknown-property /records/0']],
  ] as const)('at %s with a record of %s that holds something new: %j', (level, version, expected) => {
    expect(said(parcel(level, inner(level, version)), { type: 'parcel', level } as never)).toEqual(expected);
  });

  test('of a newer minor does not let a record of 1.0 hold what is new', () => {
    const envelope = { ...parcel('identified', inner('identified', '1.0')), schemaVersion: '1.99' };
    expect(said(envelope, { type: 'parcel', level: 'identified' } as never)).toEqual([
      'error unknown-property /records/0',
    ]);
  });
});

describe('every door', () => {
  const kind: Kind = { type: 'case', level: 'identified' };
  const newer = { ...record(kind), moon: 1 };
  const foreign = { ...record(kind, '3.0'), moon: 1 };
  const doors: readonly [string, (input: unknown) => Promise<unknown[]>][] = [
    ['check', async (input) => [...check(input, kind).findings]],
    ['checkJson', async (input) => [...checkJson(JSON.stringify(input), kind).findings]],
    ['checkDeclared', async (input) => [...checkDeclared(input).findings]],
    [
      'checkFile',
      async (input) => {
        const findings: unknown[] = [];
        for await (const { checked } of checkFile(new Blob([JSON.stringify(input)])))
          findings.push(...checked.findings);
        return findings;
      },
    ],
  ];

  test.each(doors)('%s says the same', async (_name, findingsOf) => {
    expect(await findingsOf(newer)).toContainEqual(
      expect.objectContaining({ code: 'newer-field', severity: 'warning', path: '' }),
    );
    expect(await findingsOf(foreign)).toEqual([
      expect.objectContaining({ code: 'version', severity: 'error', path: '/schemaVersion' }),
    ]);
  });
});

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeToy, minorVectors } from '@ctdx/testkit';
import { check } from '@ctdx/validate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from './migrate.js';
import type { Migration, Operation } from './migration.js';
import { readMigrations } from './read-migrations.js';

const toy = makeToy(mkdtempSync(join(tmpdir(), 'ctdx-toy-')), '2.0');
const steps = readMigrations(
  ['1.0-1.1', '1.1-2.0'].map((name) =>
    JSON.parse(readFileSync(join(toy, `migrations/${name}.json`), 'utf8')),
  ),
);

/** A migration of one step between two versions. */
function only(operation: Operation): Migration[] {
  return [{ from: '1.0', to: '1.1', steps: [{ id: 'case.step', record: 'case', do: operation }] }];
}

/** What a record says beside its header, and the ledger as `code path`. */
function moved(fields: object, from: string, to: string, migrations: readonly Migration[]) {
  const { record, losses } = migrate(
    { type: 'case', schemaVersion: from, ...fields },
    { to, steps: migrations },
  );
  const { type: _type, schemaVersion, ...rest } = record;
  expect(schemaVersion).toBe(to);
  return { rest, losses: losses.map(({ code, path }) => `${code} ${path}`) };
}

describe('the toy 1.1', () => {
  test.each(minorVectors)('$name', ({ input, to, output, losses }) => {
    expect(migrate(input, { to, steps })).toEqual({ record: output, losses });
  });

  test('what comes down is a valid record of the older version', () => {
    const { record } = migrate(minorVectors[1]?.input, { to: '1.0', steps });
    const checked = check(record, { type: 'case', level: 'identified' });
    expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('goes over several versions, down in the opposite order', () => {
    const input = { ...minorVectors[0]?.input, gender: 'feminine', caseOwner: 'Kimberly Delacroix' };
    const up = migrate(input, { to: '2.0', steps });
    expect(up.record).toMatchObject({ schemaVersion: '2.0', gender: ['feminine'], civilStatus: 'single' });
    expect(up.losses.map(({ step }) => step)).toEqual(['case.post-secondary', 'case.no-case-owner']);
    const down = migrate(up.record, { to: '1.0', steps });
    expect(down.record).toEqual({ ...minorVectors[0]?.input, gender: 'feminine' });
  });
});

describe('operations', () => {
  const move = { op: 'move', path: '/closedOn', to: '/closure/on' } as const;
  const inEntry = { op: 'move', path: '/needs/*/kind', to: '/needs/*/need/code' } as const;
  const added = {
    op: 'addCodes',
    path: '/langs/*',
    codes: [{ code: 'x', becomes: 'y' }, { code: 'z' }],
  } as const;
  const merge = { op: 'mergeCodes', path: '/a', codes: ['b', 'c'], into: 'd', becomes: 'b' } as const;

  test.each<[name: string, Operation, from: '1.0' | '1.1', before: object, after: object, losses: string[]]>([
    ['add up', { op: 'add', path: '/a' }, '1.0', {}, {}, []],
    ['add down', { op: 'add', path: '/a' }, '1.1', { a: 1, b: 2 }, { b: 2 }, ['left-out /a']],
    [
      'add down in entries',
      { op: 'add', path: '/n/*/a' },
      '1.1',
      { n: [{ a: 1 }, { b: 1 }] },
      { n: [{}, { b: 1 }] },
      ['left-out /n/*/a'],
    ],
    ['drop up', { op: 'drop', path: '/a' }, '1.0', { a: 1 }, {}, ['left-out /a']],
    ['drop down', { op: 'drop', path: '/a' }, '1.1', { b: 1 }, { b: 1 }, []],
    ['rename up', { op: 'rename', path: '/a', as: 'b' }, '1.0', { a: 1 }, { b: 1 }, []],
    ['rename down', { op: 'rename', path: '/s/a', as: 'b' }, '1.1', { s: { b: 1 } }, { s: { a: 1 } }, []],
    [
      'rename onto another',
      { op: 'rename', path: '/a', as: 'b' },
      '1.1',
      { a: 1, b: 2 },
      { a: 2 },
      ['left-out /a'],
    ],
    ['move up', move, '1.0', { closedOn: 1 }, { closure: { on: 1 } }, []],
    ['move up beside', move, '1.0', { closedOn: 1, closure: { r: 2 } }, { closure: { r: 2, on: 1 } }, []],
    ['move down', move, '1.1', { closure: { on: 1 } }, { closedOn: 1 }, []],
    ['move down beside', move, '1.1', { closure: { on: 1, r: 2 } }, { closedOn: 1, closure: { r: 2 } }, []],
    [
      'move in entries up',
      inEntry,
      '1.0',
      { needs: [{ kind: 1 }, {}] },
      { needs: [{ need: { code: 1 } }, {}] },
      [],
    ],
    [
      'move in entries down',
      inEntry,
      '1.1',
      { needs: [{ need: { code: 1 } }] },
      { needs: [{ kind: 1 }] },
      [],
    ],
    ['a default up', { op: 'setDefault', path: '/a', value: 'r' }, '1.0', {}, { a: 'r' }, []],
    [
      'a default that is said up',
      { op: 'setDefault', path: '/a', value: 'r' },
      '1.0',
      { a: 's' },
      { a: 's' },
      [],
    ],
    ['a default without its object', { op: 'setDefault', path: '/o/a', value: 'r' }, '1.0', {}, {}, []],
    ['a default down', { op: 'setDefault', path: '/a', value: 'r' }, '1.1', { a: 'r' }, {}, []],
    ['no default down', { op: 'setDefault', path: '/a', value: 'r' }, '1.1', { a: 's' }, {}, ['left-out /a']],
    [
      'codes up',
      { op: 'mapCodes', path: '/a', codes: [{ from: 'b', to: 'c' }] },
      '1.0',
      { a: 'b' },
      { a: 'c' },
      [],
    ],
    [
      'codes down',
      { op: 'mapCodes', path: '/a', codes: [{ from: 'b', to: 'c' }] },
      '1.1',
      { a: 'c' },
      { a: 'b' },
      [],
    ],
    [
      'codes that change places',
      {
        op: 'mapCodes',
        path: '/a/*',
        codes: [
          { from: 'b', to: 'c' },
          { from: 'c', to: 'b' },
        ],
      },
      '1.0',
      { a: ['b', 'c', 'd'] },
      { a: ['c', 'b', 'd'] },
      [],
    ],
    ['new codes up', added, '1.0', { langs: ['y'] }, { langs: ['y'] }, []],
    [
      'new codes down',
      added,
      '1.1',
      { langs: ['x', 'y', 'z'] },
      { langs: ['y'] },
      ['coarsened /langs/*', 'left-out /langs/*'],
    ],
    ['the only code down', added, '1.1', { langs: ['z'] }, {}, ['left-out /langs/*']],
    ['merged codes up', merge, '1.0', { a: 'c' }, { a: 'd' }, ['coarsened /a']],
    ['merged codes down', merge, '1.1', { a: 'd' }, { a: 'b' }, ['assumed /a']],
    ['an array up', { op: 'wrap', path: '/a', in: 'array' }, '1.0', { a: 1 }, { a: [1] }, []],
    [
      'an array down',
      { op: 'wrap', path: '/a', in: 'array' },
      '1.1',
      { a: [1, 2] },
      { a: 1 },
      ['left-out /a'],
    ],
    [
      'an object up',
      { op: 'wrap', path: '/a', in: 'object', name: 'v' },
      '1.0',
      { a: 1 },
      { a: { v: 1 } },
      [],
    ],
    [
      'an object down',
      { op: 'wrap', path: '/a', in: 'object', name: 'v' },
      '1.1',
      { a: { v: 1, w: 2 } },
      { a: 1 },
      ['left-out /a'],
    ],
    [
      'an object without it down',
      { op: 'wrap', path: '/a', in: 'object', name: 'v' },
      '1.1',
      { a: {} },
      {},
      [],
    ],
  ])('%s', (_name, operation, from, before, after, losses) => {
    const to = from === '1.0' ? '1.1' : '1.0';
    expect(moved(before, from, to, only(operation))).toEqual({ rest: after, losses });
  });

  const value = fc.constantFrom('a', 'b', 'c', 'd');
  const record = fc.record(
    {
      a: value,
      b: value,
      closedOn: value,
      closure: fc.record({ r: value }),
      langs: fc.uniqueArray(value, { minLength: 1, maxLength: 4 }),
      needs: fc.array(fc.record({ kind: value }, { requiredKeys: [] }), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  const all: readonly Operation[] = [
    { op: 'add', path: '/new' },
    { op: 'drop', path: '/b' },
    { op: 'rename', path: '/a', as: 'renamed' },
    move,
    inEntry,
    { op: 'setDefault', path: '/more', value: 'usual' },
    {
      op: 'mapCodes',
      path: '/langs/*',
      codes: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    },
    { op: 'addCodes', path: '/b', codes: [{ code: 'x' }] },
    { op: 'splitCode', path: '/b', code: 'c', into: ['c1', 'c2'], becomes: 'c1' },
    { op: 'mergeCodes', path: '/langs/*', codes: ['c', 'd'], into: 'd', becomes: 'c' },
    { op: 'wrap', path: '/b', in: 'array' },
  ];

  test('up then down gives back what went up, or the ledger says why not', () => {
    fc.assert(
      fc.property(record, fc.subarray([...all], { minLength: 1 }), (fields, operations) => {
        const migrations = [
          {
            from: '1.0',
            to: '1.1',
            steps: operations.map((one, at) => ({ id: `case.s${at}`, record: 'case', do: one })),
          },
        ];
        const input = { type: 'case', schemaVersion: '1.0', ...fields };
        const kept = structuredClone(input);
        const up = migrate(input, { to: '1.1', steps: migrations });
        const down = migrate(up.record, { to: '1.0', steps: migrations });
        expect(input).toEqual(kept);
        if (up.losses.length + down.losses.length === 0) expect(down.record).toEqual(input);
        else {
          const lost = new Set(
            [...up.losses, ...down.losses].map(({ path }) => path.split('/')[1] as string),
          );
          for (const name of Object.keys(input).filter((name) => !lost.has(name)))
            expect(down.record[name]).toEqual(input[name as keyof typeof input]);
        }
      }),
    );
  });
});

describe('parcels', () => {
  const parcel = (version: string, inner: string) => ({
    type: 'parcel',
    schemaVersion: version,
    records: [{ type: 'case', schemaVersion: inner, civilStatus: 'single', firstSeenBy: 'labour' }],
    digests: [1],
    signatures: [2],
  });

  test('take their records along, and lose their proofs', () => {
    const { record, losses } = migrate(parcel('1.1', '1.1'), { to: '1.0', steps });
    expect(record).toEqual({
      type: 'parcel',
      schemaVersion: '1.0',
      records: [{ type: 'case', schemaVersion: '1.0', maritalStatus: 'single' }],
    });
    expect(losses).toEqual([
      { code: 'left-out', path: '/records/*/firstSeenBy', step: 'case.first-seen-by' },
      { code: 'proofs-void', path: '/digests' },
      { code: 'proofs-void', path: '/signatures' },
    ]);
  });

  test('keep their proofs where no record changes', () => {
    const { record, losses } = migrate(parcel('1.1', '1.0'), { to: '1.0', steps });
    expect(record).toMatchObject({ schemaVersion: '1.0', digests: [1], signatures: [2] });
    expect(losses).toEqual([]);
  });
});

describe('refusals', () => {
  test.each([
    ['a version that nothing leads to', { type: 'case', schemaVersion: '1.0' }, '1.9'],
    ['a version that nothing leads from', { type: 'case', schemaVersion: '0.9' }, '1.0'],
    ['a record without a version', { type: 'case' }, '1.0'],
    ['no record', 'Kimberly', '1.0'],
    ['nothing', null, '1.0'],
  ])('%s', (_name, input, to) => {
    expect(() => migrate(input, { to, steps })).toThrow(expect.objectContaining({ name: 'MigrationError' }));
  });

  const good = {
    from: '1.0',
    to: '1.1',
    steps: [{ id: 'case.s', record: 'case', do: { op: 'add', path: '/a' } }],
  };
  const withDo = (operation: unknown) => ({ ...good, steps: [{ ...good.steps[0], do: operation }] });

  test('a good file is read', () => {
    expect(readMigrations([good])).toEqual([good]);
  });

  test.each([
    ['no object', 'Kimberly'],
    ['no versions', { steps: [] }],
    ['a version that is none', { ...good, to: 'Kimberly' }],
    ['no steps', { from: '1.0', to: '1.1' }],
    ['a step that is none', { ...good, steps: [7] }],
    ['an operation that nobody knows', withDo({ op: 'kimberly', path: '/a' })],
    ['an operation of every object', withDo({ op: 'constructor', path: '/a' })],
    ['a path that is none', withDo({ op: 'add', path: 'Kimberly Delacroix' })],
    ['a path through a prototype', withDo({ op: 'add', path: '/__proto__/x' })],
    ['more than the operation says', withDo({ op: 'add', path: '/a', kimberly: 1 })],
    ['less than the operation says', withDo({ op: 'rename', path: '/a' })],
    ['codes that are none', withDo({ op: 'mapCodes', path: '/a', codes: [{ from: 'a b', to: 'c' }] })],
    ['a move from entry to entry', withDo({ op: 'move', path: '/a/*/b', to: '/c/*/b' })],
    ['an object without a name', withDo({ op: 'wrap', path: '/a', in: 'object' })],
  ])('a file with %s', (_name, file) => {
    const read = () => readMigrations([good, file]);
    expect(read).toThrow(/^Migration 2/);
    expect(read).not.toThrow(/kimberly/i);
  });

  test('no step reaches what is no property of the record itself', () => {
    const steps = only({ op: 'rename', path: '/constructor', as: 'x' });
    expect(migrate({ type: 'case', schemaVersion: '1.0' }, { to: '1.1', steps }).record).toEqual({
      type: 'case',
      schemaVersion: '1.1',
    });
  });
});

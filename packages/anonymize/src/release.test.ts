import { isRelease, type ReleasePlan } from '@ctdx/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from './audit.js';
import { frequencyTable, protect, type Row, release } from './index.js';

const plan: ReleasePlan = {
  bases: ['identified', 'identifiedOrPresumed'],
  dimensions: [
    { name: 'country', categories: ['XA', 'XB', 'XC', 'XD'], unknown: false },
    { name: 'gender', categories: ['female', 'male'] },
    { name: 'ageGroup', categories: ['adult', 'child'] },
    { name: 'form', categories: ['sexual', 'labour', 'begging'], set: true },
  ],
  tables: [
    { id: 'total', dimensions: [] },
    { id: 'country', dimensions: ['country'] },
    { id: 'gender', dimensions: ['gender'] },
    { id: 'age', dimensions: ['ageGroup'] },
    { id: 'gender-age', dimensions: ['gender', 'ageGroup'] },
    { id: 'form', dimensions: ['form'] },
  ],
};

const aRow = fc.record({
  status: fc.constantFrom('identified' as const, 'identified' as const, 'presumed' as const),
  country: fc.constantFrom('XA', 'XA', 'XB', 'XC', 'XD'),
  gender: fc.constantFrom('female', 'female', 'female', 'male', 'unknown'),
  ageGroup: fc.constantFrom('adult', 'adult', 'child', 'unknown'),
  form: fc.subarray(['sexual', 'labour', 'begging']),
});
const someRows = fc
  .array(aRow, { minLength: 0, maxLength: 90 })
  .map((rows): Row[] => rows.map((row, index) => ({ id: `p${index}`, ...row })));
const options = { synthetic: true } as const;
const runs = { numRuns: 40 };

describe('a release of random persons', () => {
  test('says the true count wherever it says one', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        for (const table of release(plan, rows, options).tables) {
          if (table.status === 'refused') continue;
          const counted = rows.filter(
            (row) => table.basis === 'identifiedOrPresumed' || row.status === table.basis,
          );
          for (const cell of table.cells) {
            if (!('value' in cell)) continue;
            const true_ = counted.filter((row) =>
              table.dimensions.every((dimension, place) => {
                const code = cell.at[place] as string;
                const of = dimension.categories.find((one) => one.code === code)?.of ?? [code];
                const held = row[dimension.name];
                const codes = Array.isArray(held) ? (held.length === 0 ? ['unknown'] : held) : [held];
                const has = codes.some((one) => of.includes(one as string));
                return dimension.name === 'form' ? has === (cell.at[1] === 'yes') : has;
              }),
            );
            expect(true_.length).toBe(cell.value);
            expect(cell.value).toBeGreaterThanOrEqual(5);
          }
        }
      }),
      runs,
    );
  });

  test('passes its audit again, from its JSON alone', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const made = release(plan, rows, options);
        const report = audit(JSON.parse(JSON.stringify(made)));
        expect(isRelease(made)).toBe(true);
        expect(report.failed).toEqual([]);
        expect(report.worlds).toBe(made.audit.worlds);
      }),
      runs,
    );
  });

  test('does not hang on the order of rows, nor on saying a person twice', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const again = [...rows].reverse().flatMap((row) => [row, row]);
        expect(JSON.stringify(release(plan, again, options))).toBe(
          JSON.stringify(release(plan, rows, options)),
        );
      }),
      runs,
    );
  });

  test('one person more gives a release that is as safe', () => {
    fc.assert(
      fc.property(someRows, aRow, (rows, one) => {
        expect(audit(release(plan, [...rows, { id: 'new', ...one }], options)).safe).toBe(true);
      }),
      runs,
    );
  });
});

describe('the audit refuses', () => {
  const rows = Array.from(
    { length: 60 },
    (_, n): Row => ({
      id: `${n}`,
      status: n % 3 === 0 ? 'presumed' : 'identified',
      country: ['XA', 'XB', 'XC', 'XD'][n % 4] as string,
      gender: n < 40 ? 'female' : n < 58 ? 'male' : 'unknown',
      ageGroup: n % 5 === 0 ? 'child' : 'adult',
      form: n % 2 === 0 ? ['sexual'] : ['labour'],
    }),
  );
  const made = JSON.parse(JSON.stringify(release(plan, rows, options)));
  const forge = (change: (tables: typeof made.tables) => void) => {
    const copy = structuredClone(made);
    change(copy.tables);
    return audit(copy);
  };
  const find = (tables: typeof made.tables, id: string, basis: string) =>
    tables.find((table: { table: string; basis: string }) => table.table === id && table.basis === basis);

  test('nothing that was released', () => expect(audit(made).safe).toBe(true));

  test.each([
    ['a small number put back', 'gender', 'identified', 2, 1],
    ['a cell that the total gives away', 'gender', 'identified', 1, 12],
    ['a sum that the halves do not publish', 'gender', 'identifiedOrPresumed', 1, 18],
    ['a total below the minimum', 'total', 'identified', 0, 4],
    ['a code without its other half', 'form', 'identified', 4, 20],
  ])('%s', (_, id, basis, cell, value) => {
    const report = forge((tables) => {
      const cells = find(tables, id, basis).cells;
      cells[cell] = { at: cells[cell].at, value };
    });
    expect(report.safe).toBe(false);
    expect(JSON.stringify(report.failed)).toContain(`"${id}"`);
  });
});

describe('a call that makes no sense', () => {
  const total = { id: 'total', dimensions: [] };
  const sex = { name: 'sex', categories: ['f', 'm'] };
  test.each<[string, ReleasePlan]>([
    ['no total', { dimensions: [sex], tables: [{ id: 'a', dimensions: ['sex'] }] }],
    [
      'a dimension that is not declared',
      { dimensions: [], tables: [total, { id: 'a', dimensions: ['sex'] }] },
    ],
    [
      'a two-way table without its margins',
      {
        dimensions: [sex, { name: 'age', categories: ['a', 'c'] }],
        tables: [total, { id: 'a', dimensions: ['sex', 'age'] }],
      },
    ],
    [
      'a pool that leaves a category out',
      {
        dimensions: [
          {
            ...sex,
            categories: ['f', 'm', 'x'],
            unknown: false,
            pools: [{ name: 'p', groups: { a: ['f'], b: ['m'] } }],
          },
        ],
        tables: [total],
      },
    ],
  ])('is an error: %s', (_, wrong) => {
    expect(() => release(wrong, [], options)).toThrow(TypeError);
  });

  test('a row with an undeclared category is refused without saying which', () => {
    const rows = [{ id: '1', sex: 'c4n4ryab1' }];
    const call = () => release({ dimensions: [sex], tables: [total] }, rows, options);
    expect(call).toThrow(RangeError);
    expect(call).not.toThrow(/c4n4ry/);
  });

  test('a minimum of 2 would show a contributor the other person', () => {
    expect(() => release({ dimensions: [], tables: [total] }, [], { ...options, minimum: 2 })).toThrow(
      RangeError,
    );
  });
});

describe('one table', () => {
  const dimensions = [{ name: 'sex', categories: ['f', 'm'] }];
  const rows = Array.from({ length: 30 }, (_, n) => ({
    id: `${n}`,
    ...(n < 20 ? { sex: 'f' } : n < 29 ? { sex: 'm' } : {}),
  }));

  test('counts are wrapped, and protected ones are released', () => {
    const counts = frequencyTable(rows, { dimensions });
    expect(() => JSON.stringify(counts)).toThrow(TypeError);
    const made = protect(counts, options);
    expect(isRelease(made)).toBe(true);
    expect(made.tables[1]).toMatchObject({
      cells: [
        { at: ['f'], value: 20 },
        { at: ['m'], status: 'Q' },
        { at: ['unknown'], status: 'Q' },
      ],
    });
  });

  test('codes of a set are protected as they are released', () => {
    const set = [{ name: 'form', categories: ['a', 'b'], set: true }];
    const held = Array.from({ length: 20 }, (_, n) => ({
      id: `${n}`,
      form: n < 12 ? ['a', 'b'] : n < 19 ? ['a'] : [],
    }));
    const made = protect(frequencyTable(held, { dimensions: set }), options);
    const direct = release(made.plan, held, options);
    expect(JSON.stringify(made)).toBe(JSON.stringify(direct));
  });
});

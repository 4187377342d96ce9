import type { RefusedTable, ReleasedTable, ReleasePlan } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { auditor } from './suppression/auditor.js';
import { ruleOf } from './suppression/rule.js';
import { decideTables } from './tables/decide.js';
import type { Person } from './tables/persons.js';
import { preparePlan } from './tables/plan.js';

/** Every way to put so many persons into so many kinds. */
function* populations(persons: number, kinds: number): Generator<number[]> {
  if (kinds === 1) yield [persons];
  else
    for (let first = 0; first <= persons; first++)
      for (const rest of populations(persons - first, kinds - 1)) yield [first, ...rest];
}

const minimum = 3;

/** What one basis counts in one cell of one planned table, published or not: what an attacker is after. */
type Target = { readonly name: string; readonly count: (world: readonly number[]) => number };

/**
 * Takes every population of a size, releases the whole plan for each, puts those with the same output together, and asks
 * of every count that was not published whether the whole output leaves it open.
 */
function attack(plan: ReleasePlan, kinds: readonly Person[], persons: number, targets: readonly Target[]) {
  const prepared = preparePlan(plan);
  const judge = auditor(ruleOf({ minimum }));
  const classes = new Map<string, { same: number[][]; tables: readonly (ReleasedTable | RefusedTable)[] }>();
  for (const world of populations(persons, kinds.length)) {
    const people = kinds.flatMap((kind, index) => new Array<Person>(world[index] as number).fill(kind));
    const tables = decideTables(plan, prepared, people, judge);
    const key = JSON.stringify(tables);
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { same: [world], tables });
    else known.same.push(world);
  }
  const given: string[] = [];
  for (const { same } of classes.values()) {
    for (const { name, count } of targets) {
      const values = [...new Set(same.map(count))].sort((a, b) => a - b);
      const low = values[0] as number;
      const high = values.at(-1) as number;
      // Known exactly and large: published, or the sum of what is. Known and small: given away.
      const isPublic = low === high && low >= minimum;
      const company = values
        .filter((value) => value < minimum)
        .every((value) => values.some((other) => other !== value && Math.abs(other - value) < minimum));
      if (!isPublic && (high - low < minimum - 1 || !company)) given.push(`${name}: ${values}`);
    }
  }
  return { classes: classes.size, given: [...new Set(given)] };
}

const place = (index: number, ...sizes: number[]): number[] => {
  let rest = index;
  return sizes.map((size) => {
    const at = rest % size;
    rest = Math.floor(rest / size);
    return at;
  });
};

describe('every population, the whole plan at once', () => {
  test('two status bases, two tables: neither a table nor a difference gives a count away', () => {
    const plan: ReleasePlan = {
      bases: ['identified', 'identifiedOrPresumed'],
      dimensions: [
        { name: 'country', categories: ['XA', 'XB'], unknown: false },
        { name: 'sex', categories: ['f', 'm'], unknown: false },
      ],
      tables: [
        { id: 'total', dimensions: [] },
        { id: 'country', dimensions: ['country'] },
        { id: 'sex', dimensions: ['sex'] },
      ],
    };
    const places = Array.from({ length: 8 }, (_, kind) => place(kind, 2, 2, 2));
    const kinds = places.map(
      ([status, country, sex]): Person => ({
        status: status === 0 ? 'identified' : 'presumed',
        at: { country: [country as number], sex: [sex as number] },
      }),
    );
    const counting = (test: (at: readonly number[]) => boolean) => (world: readonly number[]) =>
      world.reduce((sum, count, kind) => (test(places[kind] as number[]) ? sum + count : sum), 0);
    const targets = [0, 1].flatMap((category) =>
      [1, 2].flatMap((dimension) =>
        [0, 1, 2].map((basis) => ({
          name: `${dimension}=${category} basis ${basis}`,
          count: counting((at) => at[dimension] === category && (basis === 2 || at[0] === basis)),
        })),
      ),
    );
    const crossed = [0, 1, 2, 3].map((cell) => ({
      name: `crossed ${cell}`,
      count: counting((at) => at[1] === cell % 2 && at[2] === Math.floor(cell / 2)),
    }));
    for (const persons of [7, 9, 12]) {
      expect(attack(plan, kinds, persons, [...targets, ...crossed]).given).toEqual([]);
    }
  });

  test('a two-way table with a margin that hides two categories', () => {
    const plan: ReleasePlan = {
      dimensions: [
        { name: 'sex', categories: ['f', 'm'] },
        { name: 'age', categories: ['adult', 'child'], unknown: false },
      ],
      tables: [
        { id: 'total', dimensions: [] },
        { id: 'sex', dimensions: ['sex'] },
        { id: 'age', dimensions: ['age'] },
        { id: 'sex-age', dimensions: ['sex', 'age'] },
      ],
    };
    const places = Array.from({ length: 6 }, (_, kind) => place(kind, 3, 2));
    const kinds = places.map(
      ([sex, age]): Person => ({
        status: undefined,
        at: { sex: [sex as number], age: [age as number] },
      }),
    );
    const targets = places.map((_, kind) => ({
      name: `cell ${kind}`,
      count: (world: readonly number[]) => world[kind] as number,
    }));
    const sexes = [0, 1, 2].map((sex) => ({
      name: `sex ${sex}`,
      count: (world: readonly number[]) =>
        world.reduce((sum, count, kind) => (places[kind]?.[0] === sex ? sum + count : sum), 0),
    }));
    const found = attack(plan, kinds, 24, [...targets, ...sexes]);
    expect(found.classes).toBeGreaterThan(100);
    expect(found.given).toEqual([]);
  });

  test('codes of a set, of which everybody has one', () => {
    const plan: ReleasePlan = {
      dimensions: [{ name: 'form', categories: ['a', 'b', 'c'], set: true }],
      tables: [
        { id: 'total', dimensions: [] },
        { id: 'form', dimensions: ['form'] },
      ],
    };
    const sets = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2], [3]];
    const kinds = sets.map((form): Person => ({ status: undefined, at: { form } }));
    const targets = [0, 1, 2, 3].flatMap((code) =>
      [true, false].map((yes) => ({
        name: `${code} ${yes}`,
        count: (world: readonly number[]) =>
          world.reduce(
            (sum, count, kind) => ((sets[kind]?.includes(code) ?? false) === yes ? sum + count : sum),
            0,
          ),
      })),
    );
    for (const persons of [8, 11]) expect(attack(plan, kinds, persons, targets).given).toEqual([]);
  });
});

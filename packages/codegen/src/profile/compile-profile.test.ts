import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Ajv2020 } from '../ajv.js';
import { type Json, readSources } from '../sources.js';
import { compileProfile } from './compile-profile.js';
import { patternProblem } from './pattern.js';
import { describeProblem } from './problem.js';
import { shapeProblems } from './shape.js';
import { standardOf } from './standard.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const sources = readSources(`${root}schemas/`);
const standard = standardOf(sources);
const barbados = (): Json =>
  structuredClone(sources.profiles.find(({ path }) => path.endsWith('/bb.json'))?.json);
const cited = { why: 'Because.', verification: 'proposal', source: 'a test' };

function problemsOf(profile: unknown): string[] {
  const result = compileProfile(profile, standard);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${path} ${code}`);
}

/** The profile of Barbados with one more requirement. */
function withRequirement(requirement: object): Json {
  return { ...barbados(), requirements: [{ record: 'case', ...cited, ...requirement }] };
}

function withRule(rule: object): Json {
  const [first] = barbados().rules;
  return { ...barbados(), rules: [{ ...first, ...rule }] };
}

describe('what would not narrow is refused', () => {
  test.each([
    ['a path to nothing', { require: '/nowhere' }, '/requirements/0/require path'],
    ['a path through a text', { require: '/sex/name' }, '/requirements/0/require path'],
    ['a path to what every object has', { require: '/constructor' }, '/requirements/0/require path'],
    [
      'a place that only another level has',
      { levels: ['pseudonymized'], require: '/consent' },
      '/requirements/0/require path',
    ],
    ['a record that does not exist', { record: 'person', require: '/id' }, '/requirements/0/record record'],
    [
      'a level at which it does not exist',
      { levels: ['aggregate'], require: '/sex' },
      '/requirements/0/levels level',
    ],
    [
      'what the standard requires, forbidden',
      { forbid: '/subject' },
      '/requirements/0/forbid forbids-required',
    ],
    [
      'a code that the list lacks',
      { codes: { path: '/sex', allow: ['dragon'] } },
      '/requirements/0/codes unknown-code',
    ],
    [
      'no code left',
      {
        codes: { path: '/caseStatus', except: ['active', 'onHold', 'followUp', 'closed', 'closedReferred'] },
      },
      '/requirements/0/codes no-code-left',
    ],
    [
      'codes of a property without a list',
      { codes: { path: '/revision', allow: ['a1'] } },
      '/requirements/0/codes not-coded',
    ],
    [
      'codes of the level itself',
      { codes: { path: '/handling/level', allow: ['identified'] } },
      '/requirements/0/codes not-coded',
    ],
    ['a longer text', { bound: { path: '/localReference', maxLength: 65 } }, '/requirements/0/bound looser'],
    ['more entries', { bound: { path: '/statusHistory', maxItems: 41 } }, '/requirements/0/bound looser'],
    ['a larger number', { bound: { path: '/age/value', maximum: 121 } }, '/requirements/0/bound looser'],
    ['a smaller number', { bound: { path: '/revision', minimum: 0 } }, '/requirements/0/bound looser'],
    [
      'nothing between two bounds',
      { bound: { path: '/age/value', minimum: 20, maximum: 10 } },
      '/requirements/0/bound no-value-left',
    ],
    ['a bound of another type', { bound: { path: '/sex', maximum: 1 } }, '/requirements/0/bound not-bounded'],
    [
      'a precision of what is no date',
      { bound: { path: '/age', precision: 'year' } },
      '/requirements/0/bound not-bounded',
    ],
    ['two statements in one', { require: '/sex', forbid: '/gender' }, '/requirements/0 choice'],
    ['a word that no profile has', { allow: '/sex' }, '/requirements/0 choice'],
  ] as const)('%s', (_name, requirement, expected) => {
    expect(problemsOf(withRequirement(requirement))).toContain(expected);
  });

  test('what the profile itself requires, forbidden', () => {
    const rows = [{ forbid: '/sex' }, { require: '/sex' }].map((row) => ({
      record: 'case',
      ...cited,
      ...row,
    }));
    expect(problemsOf({ ...barbados(), requirements: rows })).toEqual([
      '/requirements/0/forbid forbids-required',
    ]);
  });

  test.each([
    ['no CEL', { expression: 'record.sex ==' }, 'syntax'],
    ['a property that no record has', { expression: "record.nothing == 'a'" }, 'rule-name'],
    ['a property that may be absent', { expression: "record.sex == 'male'" }, 'rule-absent'],
    ['two types', { expression: "record.revision == 'a'" }, 'rule-type'],
    ['a call out of the subset', { expression: "record.id.matches('(a+)+b')" }, 'rule-subset'],
    ['no truth value', { expression: 'record.revision + 1' }, 'rule-type'],
    ['brackets without end', { expression: '('.repeat(1999) }, 'syntax'],
  ] as const)('a rule: %s', (_name, rule, code) => {
    expect(problemsOf(withRule(rule))).toEqual([`/rules/0/expression ${code}`]);
  });

  test.each([
    ['the id of another country', { id: 'jm.rule' }, '/rules/0/id prefix'],
    ['a place that is not there', { path: '/nowhere' }, '/rules/0/path path'],
  ] as const)('a rule with %s', (_name, rule, expected) => {
    expect(problemsOf(withRule(rule))).toEqual([expected]);
  });

  test('a national code without a wider one, and an extension with an open list', () => {
    const code = { code: 'aa', label: { en: 'A' }, definition: { en: 'One of them.' }, status: 'active' };
    const lists = [
      {
        name: 'bb-kinds',
        title: { en: 'Kinds' },
        refines: 'currency',
        codes: [code],
        ...cited,
        why: undefined,
      },
    ];
    const extension = {
      record: 'case',
      name: 'kind',
      title: { en: 'Kind' },
      privacy: 'quasi',
      lowestLevel: 'identified',
      ...cited,
    };
    const profile = JSON.parse(
      JSON.stringify({
        ...barbados(),
        lists,
        extensions: [
          { ...extension, list: 'currency' },
          { ...extension, record: 'parcel', list: 'bb-kinds' },
        ],
      }),
    );
    expect(problemsOf(profile)).toContain('/lists/0/codes/0/broader broader');
    expect(problemsOf(profile)).toContain('/extensions/0/list list');
  });

  test('an extension that names a person', () => {
    const extension = {
      record: 'case',
      name: 'kind',
      title: { en: 'Kind' },
      privacy: 'direct',
      list: 'sex',
      lowestLevel: 'identified',
      ...cited,
    };
    expect(problemsOf({ ...barbados(), extensions: [extension] })).toEqual(['/extensions/0/privacy shape']);
  });
});

describe('patterns', () => {
  test.each([
    ['(a+)+$', 'pattern'],
    ['a*', 'pattern'],
    ['(?=a)b', 'pattern'],
    ['(a)\\1', 'pattern'],
    ['(?:a|a){20}', 'pattern'],
    ['[a-z', 'pattern'],
    ['(?:a?){30}', 'pattern'],
    ['\\d{1,99}', 'pattern'],
    ['', 'pattern'],
    ['a|', 'pattern'],
    ['\\d{1,40}\\d{1,40}\\d{1,40}\\d{1,40}', 'costly'],
    ['a?'.repeat(30), 'costly'],
    ['\\b\\d{6}-?\\d{4}\\b', undefined],
    ['(?:\\+?1[- ]?)?\\(?(?:876|658)\\)?[- ]?\\d{3}[- ]?\\d{4}', undefined],
  ] as const)('%s', (pattern, expected) => {
    expect(patternProblem(pattern)).toBe(expected);
  });

  test('the costliest that is allowed is quick on a text made for it', () => {
    const pattern = `${'a?'.repeat(10)}b`;
    expect(patternProblem(pattern)).toBeUndefined();
    const text = 'a'.repeat(10_000);
    const started = performance.now();
    expect([...text.matchAll(new RegExp(pattern, 'gu'))]).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000); // a few hundred million steps would take longer
  });
});

describe('a profile file may be hostile', () => {
  test.each([
    ['nothing', null],
    ['a text', 'C4N4RY'],
    ['a list', []],
    ['names that every object has', JSON.parse('{"__proto__":{"id":"bb"},"constructor":1}')],
    ['a huge list', { ...barbados(), unknown: Array.from({ length: 100_000 }, (_, n) => `C4N4RY ${n}`) }],
    ['a deep nest', { ...barbados(), title: JSON.parse(`${'{"en":'.repeat(3000)}1${'}'.repeat(3000)}`) }],
  ])('%s', (_name, profile) => {
    const result = compileProfile(profile, standard);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(result)).not.toContain('C4N4RY');
  });

  test('no word of it comes out, wherever it stands', () => {
    let planted = 0;
    const plant = (node: Json): Json => {
      if (Array.isArray(node)) return node.map(plant);
      if (typeof node !== 'object' || node === null)
        return typeof node === 'string' ? `C4N4RY${planted++}` : node;
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plant(value)]));
    };
    const everywhere = plant(barbados());
    const oneByOne = Object.keys(barbados()).map((key) => ({ ...barbados(), [key]: plant(barbados()[key]) }));
    const named = { ...barbados(), C4N4RY: 1, laws: [{ ...barbados().laws[0], 'C4N4RY/x': 1 }] };
    const spoken = { ...barbados(), title: { en: 'Barbados', c4n4ry: 'x' } };
    for (const profile of [everywhere, ...oneByOne, named, spoken]) {
      const result = compileProfile(profile, standard);
      if (result.ok) continue; // names and notes may be any text
      expect(JSON.stringify(result.problems) + result.problems.map(describeProblem).join()).not.toMatch(
        /c4n4ry/i,
      );
    }
    expect(planted).toBeGreaterThan(100);
  });
});

test('the meta schema says the same in Ajv', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const schema of standard.meta) ajv.addSchema(schema);
  const validate = ajv.getSchema('urn:ctdx:meta:profile');
  let refused = 0;
  for (const { json } of sources.profiles) {
    for (const spoilt of [json, ...spoiltOf(json)]) {
      const ours = shapeProblems(spoilt, standard.meta).length === 0;
      if (!ours) refused += 1;
      expect([ours, spoilt]).toEqual([validate?.(spoilt), spoilt]);
    }
  }
  expect(refused).toBeGreaterThan(200);
});

/** A profile with, each time, one value changed or taken away. */
function* spoiltOf(profile: Json): Generator<Json> {
  const paths: string[][] = [];
  const walk = (node: Json, path: string[]) => {
    if (path.length > 0) paths.push(path);
    if (typeof node === 'object' && node !== null)
      for (const key of Object.keys(node)) walk(node[key], [...path, key]);
  };
  walk(profile, []);
  for (const [index, path] of paths.entries()) {
    const copy = structuredClone(profile);
    const holder = path.slice(0, -1).reduce((node, key) => node[key], copy);
    const key = path.at(-1) as string;
    if (index % 4 === 0 && !Array.isArray(holder)) delete holder[key];
    else holder[key] = [7, ' padded ', {}, []][index % 4];
    yield copy;
  }
}

test('compiles the same bytes twice, and imports nothing', () => {
  const [one, two] = [compileProfile(barbados(), standard), compileProfile(barbados(), standard)];
  expect(one).toEqual(two);
  expect(one.ok && one.module).not.toMatch(/\bimport\b|require\(/);
});

describe('narrowed schemas', () => {
  const rows = [
    { require: '/caseStatus' },
    { forbid: '/maritalStatus' },
    { codes: { path: '/handling/marking', except: ['public', 'internal'] } },
    { codes: { path: '/languages', allow: ['en', 'es'] } },
    { bound: { path: '/registeredOn', precision: 'month' } },
    { levels: ['identified'], bound: { path: '/age/value', maximum: 99, minimum: 1 } },
  ].map((row) => ({ record: 'case', ...cited, ...row }));
  const result = compileProfile({ ...barbados(), requirements: rows }, standard);
  const schema = result.ok
    ? result.schemas.find(({ type, level }) => type === 'case' && level === 'identified')?.schema
    : undefined;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const narrowed = ajv.compile(schema);
  const base = (): Json => {
    const vector = sources.conformance.find(({ path }) =>
      path.endsWith('/the-least-a-case-needs.json'),
    )?.json;
    const record = structuredClone(vector.record);
    return {
      ...record,
      source: { ...record.source, country: 'BB' },
      caseStatus: 'active',
      registeredOn: { value: '2025-03', precision: 'month' },
    };
  };

  test.each([
    ['keeps all', (record: Json) => record, true],
    ['lacks what is required', ({ caseStatus: _, ...record }: Json) => record, false],
    ['has what is forbidden', (record: Json) => ({ ...record, maritalStatus: 'single' }), false],
    [
      'has a code too many',
      (record: Json) => ({ ...record, handling: { ...record.handling, marking: 'internal' } }),
      false,
    ],
    ['has a language too many', (record: Json) => ({ ...record, languages: ['en', 'fr'] }), false],
    [
      'has a day',
      (record: Json) => ({ ...record, registeredOn: { value: '2025-03-01', precision: 'day' } }),
      false,
    ],
    ['is too old', (record: Json) => ({ ...record, age: { value: 100, state: 'stated' } }), false],
    [
      'is of another country',
      (record: Json) => ({ ...record, source: { ...record.source, country: 'JM' } }),
      false,
    ],
  ] as const)('a record that %s', (_name, change, expected) => {
    expect(narrowed(change(base()))).toBe(expected);
  });
});

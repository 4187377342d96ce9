import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSources } from '../../sources.js';
import { cellText, documentText } from './document.js';
import { excerptOf, laidOut } from './excerpt.js';
import { reference } from './index.js';
import { prose, table } from './markdown.js';

const sources = readSources(fileURLToPath(new URL('../../../../../schemas/', import.meta.url)));
const pages = new Map(
  reference(sources).map(({ path, text }) => [path.replace('docs/reference/', ''), text]),
);

describe('the reference', () => {
  test('has a page for every source', () => {
    const wanted = [
      ...sources.records.map(({ path }) => `records/${path.split('/')[1]?.replace('.schema.json', '.md')}`),
      ...sources.codeLists.map(({ json }) => `code-lists/${json.name}.md`),
      ...sources.rules.map(({ json }) => `rules/${json.record}.md`),
      ...sources.catalogues.map(({ json }) => `catalogues/${json.id}.md`),
      ...sources.procedures.map(({ json }) => `procedures/${json.id}.md`),
      ...sources.profiles.map(({ json }) => `profiles/${json.id}.md`),
      ...sources.disclosure.map(({ json }) => `disclosure/${json.name}.md`),
    ];
    expect(wanted.filter((path) => !pages.has(path))).toEqual([]);
  });

  test('has tables whose rows all have as many cells as their head', () => {
    const cells = (line: string): number => line.replaceAll(/\\\|/g, '').split('|').length;
    for (const [path, text] of pages) {
      for (const block of text.split('\n\n').filter((part) => part.startsWith('| '))) {
        const [head = '', ...rows] = block.trimEnd().split('\n');
        for (const row of rows) expect(cells(row), `${path}: ${row.slice(0, 80)}`).toBe(cells(head));
      }
    }
  });

  test('names every property of a record once in its tree, and every rule with an example', () => {
    const text = pages.get('records/case.md') ?? '';
    expect(text.match(/─ personRef \*\n/g)).toHaveLength(1);
    expect(text).toContain('   ├─ aliases[]  (I)');
    for (const { json } of sources.rules) {
      const page = pages.get(`rules/${json.record}.md`) ?? '';
      for (const { id } of json.rules) expect(page).toContain(`\n## ${id}\n`);
    }
  });

  test('shows how well each sign of a catalogue is known', () => {
    const rows = (pages.get('catalogues/ilo-2009.md') ?? '')
      .split('\n')
      .filter((line) => line.startsWith('| `ilo.'));
    expect(rows).toHaveLength(67);
    for (const row of rows)
      expect(row).toMatch(/\*\*(verified|secondary|inferred|conflicting|unverified|proposal)\*\*/);
  });
});

test('what a toy version deprecates and how a record gets there stands on the pages', () => {
  const copy = structuredClone(sources);
  const json = (path: string) =>
    Object.values(copy)
      .flat()
      .find((one) => one.path === path)?.json;
  const deprecated = { on: '2027-01-01', replacedBy: '/gender', sunset: '2029-01-01' };
  json('records/case.schema.json').properties.sex['x-ctdx'].deprecated = deprecated;
  Object.assign(json('code-lists/sex.json').codes[0], { status: 'deprecated', deprecatedOn: '2027-01-01' });
  const step = {
    id: 'case.toy',
    record: 'case',
    why: 'A toy.',
    loses: 'nothing',
    do: { op: 'add', path: '/toy' },
  };
  const migrations = [
    ...copy.migrations,
    { path: 'migrations/toy.json', json: { from: '1.0', to: '1.1', steps: [step] } },
  ];
  const toy = new Map(
    reference({ ...copy, migrations }).map(({ path, text }) => [path.replace('docs/reference/', ''), text]),
  );
  expect(toy.get('records/case.md')).toContain(
    '**Deprecated** on 2027-01-01: use `/gender`, no longer written from 2029-01-01.',
  );
  expect(toy.get('code-lists/sex.md')).toContain('deprecated on 2027-01-01 |');
  expect(toy.get('versions.md')).toContain('## 1.0 to 1.1');
  expect(toy.get('versions.md')).toContain(
    '| `case.toy` | case | op `add`, path `/toy` | A toy. | nothing |',
  );
});

describe('an excerpt', () => {
  const record = {
    id: 'x',
    closedOn: { value: '2024', precision: 'year' },
    offenders: [{ offenderRef: 'a', sex: 'male' }, { offenderRef: 'b' }],
    handling: { level: 'identified', marking: 'restricted' },
  };
  test.each([
    ['has(record.closedOn)', { closedOn: { value: '2024', precision: 'year' } }],
    ["record.handling.level == 'identified'", { handling: { level: 'identified' } }],
    ['record.offenders.all(o, has(o.sex))', { offenders: [{ sex: 'male' }, { offenderRef: 'b' }] }],
    ['has(record.nothing)', {}],
  ])('of %s', (expression, excerpt) => {
    expect(excerptOf(record, expression)).toEqual(excerpt);
  });
});

test('an excerpt is JSON, with what fits on a line on one', () => {
  const value = {
    a: [
      { b: 'x'.repeat(50), c: 1 },
      { b: 'y'.repeat(50), c: null },
    ],
    d: [],
  };
  expect(JSON.parse(laidOut(value))).toEqual(value);
  expect(laidOut(value).split('\n')).toHaveLength(7);
  expect(laidOut({ a: 1 })).toBe('{ "a": 1 }');
});

describe('Markdown', () => {
  test('shows what would be markup, and drops a column that nothing stands in', () => {
    expect(prose('a | b_c\n<d>')).toBe('a | b\\_c \\<d\\>');
    expect(table(['A'], [['`a|b`']])).toBe('| A |\n| --- |\n| `a\\|b` |');
    expect(table(['A', 'B', 'C'], [['1', '', '3']])).toBe('| A | C |\n| --- | --- |\n| 1 | 3 |');
  });

  test.each([
    ['caseRef', '`caseRef`'],
    ['Police', 'Police'],
    ['/status/*/law', '`/status/*/law`'],
    ['2016-06-09', '2016-06-09'],
    [{ code: 'means', verification: 'inferred' }, '`means` (inferred)'],
    [{ en: 'A sentence.' }, 'A sentence.'],
    ['https://example.org/a', '[example.org](https://example.org/a)'],
    [null, 'not known'],
    [[true, 2], 'yes, 2'],
    [['One thing', 'another'], 'One thing; `another`'],
  ])('of %j is %s', (value, text) => {
    expect(cellText(value)).toBe(text);
  });

  test('puts what has parts under a heading of its own', () => {
    expect(
      documentText(
        {
          country: 'XA',
          laws: [{ id: 'XA-1', notes: [{ text: 'One.', verification: 'verified', source: 'x' }] }],
        },
        2,
      ),
    ).toEqual([
      '* country: XA',
      '## Laws',
      '### `XA-1`',
      '#### Notes',
      '| Text | Verification | Source |\n| --- | --- | --- |\n| One. | **verified** | `x` |',
    ]);
  });
});

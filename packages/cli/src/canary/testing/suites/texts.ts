import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '@ctdx/model';
import { check, checkDeclared, checkerOf, checkFile, checkJson, parse, say, summarize } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import { describe, expect, test } from 'vitest';
import { look, plant } from '../ledger.js';
import type { Source } from '../sources.js';
import { wholeRecord, withAt, withKey } from '../whole-record.js';

type Json = Record<string, unknown>;
const identified = { type: 'case', level: 'identified' } as const;

function lookAtFindings(source: Source, marks: readonly string[], findings: readonly Finding[]): void {
  expect(findings.length, `${source} makes findings`).toBeGreaterThan(0);
  look(source, 'finding', marks, JSON.stringify(findings));
  look(source, 'summary', marks, JSON.stringify(summarize(findings)));
  look(
    source,
    'wording',
    marks,
    findings.map((found) => Object.values(say(found, wordingEn)).join(' ')).join('\n'),
  );
}

/** What parse throws and Standard Schema says of a record that is not valid. */
function lookAtDoors(
  source: Source,
  mark: string,
  record: unknown,
  level: 'identified' | 'pseudonymized' = 'identified',
): void {
  const kind = { type: 'case', level } as const;
  look(
    source,
    'error',
    mark,
    thrownBy(() => parse(record, kind)),
  );
  look(source, 'issue', mark, checkerOf(kind).schema['~standard'].validate(record));
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** JSON texts around a mark that a parser complains about, and would quote. */
const brokenTexts: readonly ((mark: string) => string)[] = [
  (mark) => mark,
  (mark) => `{"${mark}"`,
  (mark) => `{"${mark}": ${mark}}`,
  (mark) => `{"a": "${mark}\n"}`,
  (mark) => `["${mark}",]`,
  (mark) => `{"type": "case"} ${mark}`,
  (mark) => `{"${mark}": 1, "${mark}": 2}`,
  (mark) => `{"subject": {"${mark}": {"a": 1, "a": 2}}}`,
  (mark) => `${'['.repeat(40)}"${mark}"${']'.repeat(40)}`,
  (mark) => `{"a": "\\u12${mark}"}`,
];

async function findingsOf(text: string, layout: 'json' | 'ndjson'): Promise<Finding[]> {
  const findings: Finding[] = [];
  const bytes = new TextEncoder().encode(text);
  for await (const { checked } of checkFile(bytes, { layout, file: 1 })) findings.push(...checked.findings);
  return findings;
}

describe('texts', () => {
  test('JSON that can’t be parsed', async () => {
    for (const [index, make] of brokenTexts.entries()) {
      const mark = plant('brokenJson', `text ${index}`);
      const text = make(mark);
      const findings = [...checkJson(text, identified).findings, ...(await findingsOf(text, 'json'))];
      lookAtFindings('brokenJson', [mark], findings);
    }
  });

  test('a broken line between others', async () => {
    const good = JSON.stringify(wholeRecord('indicator.aggregate').record);
    for (const [index, make] of brokenTexts.entries()) {
      const mark = plant('brokenLine', `line ${index}`);
      const lines = [good, make(mark).replaceAll('\n', ' '), `\uFFFD${mark}`, good].join('\n');
      lookAtFindings('brokenLine', [mark], await findingsOf(lines, 'ndjson'));
    }
  });

  test('keys and values of extensions', () => {
    const { record } = wholeRecord('case.identified');
    const shapes: ((mark: string) => unknown)[] = [
      (mark) => ({ [mark]: { a: 'b' } }),
      (mark) => ({ bb: { [mark]: 'b' } }),
      (mark) => ({ bb: { [`${mark}/~`]: mark } }),
      (mark) => ({ bb: { [mark]: { [mark]: mark } } }),
      (mark) => ({ bb: withKey({}, '__proto__', { [mark]: mark }) }),
      (mark) => ({ bb: { a: `${mark} ${mark}` }, [mark]: mark }),
    ];
    for (const [index, shape] of shapes.entries()) {
      const mark = plant('extensionKey', `shape ${index}`);
      const planted = withAt(record, '/extensions', () => shape(mark));
      const parcel = { ...wholeRecord('parcel.identified').record, records: [planted] };
      const found = [planted, parcel].flatMap((one) => checkDeclared(one).findings);
      lookAtFindings('extensionKey', [mark], found);
      look(
        'extensionKey',
        'error',
        mark,
        thrownBy(() => parse(planted, identified)),
      );
    }
  });

  test('a key of a newer minor version, in each object', () => {
    const { record, places } = wholeRecord('case.identified');
    for (const { pointer } of places.filter(({ kind }) => kind === 'object')) {
      const mark = plant('newerKey', pointer);
      const newer = {
        ...withAt(record, pointer, (old) => withKey(old, mark, { [mark]: [mark] })),
        schemaVersion: '1.7',
      };
      const { findings } = check(newer, identified);
      expect(findings.map(({ code }) => code)).toContain('newer-field');
      lookAtFindings('newerKey', [mark], findings);
      lookAtDoors('newerKey', mark, newer, 'pseudonymized');
    }
  });

  test('texts of records that break each rule', () => {
    const folder = new URL('../../../../../../schemas/conformance/case/invalid/', import.meta.url);
    const broken = new Set<string>();
    for (const file of readdirSync(folder)) {
      const { record, level, findings } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Vector;
      if (record === undefined || !findings.some(({ rule }) => rule !== undefined)) continue;
      const mark = plant('ruleBreaker', file);
      const marked = markTexts(record, mark);
      const found = check(marked, { type: 'case', level }).findings;
      for (const { rule } of found) if (rule !== undefined) broken.add(rule);
      lookAtFindings('ruleBreaker', [mark], found);
      look(
        'ruleBreaker',
        'error',
        mark,
        thrownBy(() => parse(marked, { type: 'case', level })),
      );
    }
    expect(broken.size).toBeGreaterThan(25);
  });

  test('values that no JSON holds', () => {
    const { record } = wholeRecord('case.identified');
    const mark = plant('hostileObject', 'everything');
    const boom = () => {
      throw new Error(mark);
    };
    const Named = { [mark]: class {} }[mark] as new () => object;
    const odd: unknown[] = [
      Object.defineProperty({ ...record }, 'subject', { get: boom, enumerable: true }),
      new Proxy(record, { ownKeys: boom, get: boom, getOwnPropertyDescriptor: boom }),
      { ...record, subject: new Named() },
      { ...record, toJSON: boom },
      { ...record, [Symbol(mark)]: mark, subject: Symbol(mark) },
      { ...record, citizenships: Object.assign(['XA'], { [mark]: mark }) },
      { ...record, registeredOn: new Map([[mark, mark]]) },
      Object.create({ [mark]: mark, ...record }),
      new Error(mark),
      Symbol(mark),
      () => mark,
    ];
    const findings = odd.flatMap((one) => [...check(one, identified).findings]);
    lookAtFindings('hostileObject', [mark], findings);
    for (const one of odd) {
      const { ok } = check(one, identified);
      if (!ok)
        look(
          'hostileObject',
          'error',
          mark,
          thrownBy(() => parse(one, identified)),
        );
    }
  });
});

interface Vector {
  readonly record?: Json;
  readonly level: 'identified' | 'pseudonymized';
  readonly findings: readonly Partial<Finding>[];
}

/** Puts the mark wherever a record of its level takes a text of one's own, and keeps its shape. */
function markTexts(record: Json, mark: string): Json {
  const { level } = (record['handling'] ?? {}) as { level?: string };
  const source = { ...(record['source'] as Json), agency: mark };
  const texts = {
    localReference: mark,
    caseOwner: mark,
    provenance: { unmapped: [{ column: 'A', text: mark }] },
  };
  const { provenance } = record as { provenance?: Json };
  const merged = { ...texts, provenance: { ...provenance, ...texts.provenance } };
  return { ...record, source, ...(level === 'identified' ? merged : {}) };
}

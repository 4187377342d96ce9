import { type RecordType, recordTypes } from '@ctdx/model';
import { findCanary, generateRecord, plantCanary } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { checkerOf } from './check.js';
import { checkFile } from './check-file.js';
import { checkJson } from './check-json.js';
import type { InvalidRecordError } from './invalid-record-error.js';
import { wordingEn } from './wording/en.js';
import { say } from './wording.js';

type Kind = { readonly type: 'case'; readonly level: 'identified' };

const kinds = (Object.keys(recordTypes) as RecordType[]).flatMap((type) =>
  recordTypes[type].map((level) => ({ type, level }) as Kind),
);

/** Whether the type, version and level stay, so that the rest of the record is looked at too. */
const header = new Set(['/type', '/schemaVersion', '/handling/level']);
const plantings = {
  'marks in every property and key': { values: (path: string) => !header.has(path) },
  'marks in the header too': {},
  'marked keys only': { values: () => false },
} as const;

describe.each(kinds)('nothing that was typed comes out of a $type at the level $level', (kind) => {
  const full = [1, 2, 3, 4, 5].map((seed) => generateRecord({ ...kind, seed, optional: 1, entries: 2 }));

  test.each(Object.keys(plantings) as (keyof typeof plantings)[])('%s', async (name) => {
    for (const record of full) {
      const { record: planted } = plantCanary(record, plantings[name]);
      const said: unknown[] = [];
      for (const limits of [{}, { findings: 3 }, { depth: 2 }, { bytes: 100 }]) {
        const { findings } = checkerOf(kind).check(planted, { limits });
        said.push(
          findings,
          findings.map((found) => say(found, wordingEn)),
        );
        said.push(checkJson(JSON.stringify(planted), { ...kind, limits }).findings);
      }
      try {
        checkerOf(kind).parse(planted);
      } catch (error) {
        said.push(error, String(error), (error as Error).stack, (error as InvalidRecordError).findings);
      }
      const text = JSON.stringify(planted);
      for (const broken of [
        text,
        text.slice(0, -9),
        `${text}${text}]`,
        text.replace(/\{/, '{"c4n4ryzz1":1,"c4n4ryzz1":2,'),
      ]) {
        for await (const row of checkFile(new TextEncoder().encode(broken)))
          said.push(row.at, row.checked.findings);
      }
      const standard = await checkerOf(kind).schema['~standard'].validate(planted);
      said.push(standard.issues);
      expect(findCanary(JSON.stringify(said))).toEqual([]);
      expect(JSON.stringify(said)).toMatch(/unknown-property|record-type/);
    }
  });
});

test('keys of an extension are not shown', () => {
  const record = generateRecord({ type: 'case', level: 'identified', seed: 1, optional: 0 });
  const spoilt = { ...record, extensions: { xa: { c4n4ryaa1: 7 }, 'C4N4RYaa2/x': { a: 'b' } } };
  const { findings } = checkerOf({ type: 'case', level: 'identified' }).check(spoilt);
  expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'unknown-property /extensions',
    'type /extensions/*/*',
  ]);
  const twice = '{"handling":{"c4n4ryaa1":{"sex":{"a":1,"a":2}}}}';
  expect(checkJson(twice, { type: 'case', level: 'identified' }).findings).toMatchObject([
    { code: 'duplicate-key', path: '/handling/*/*' },
  ]);
});

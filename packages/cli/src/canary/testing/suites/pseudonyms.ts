import { keyServiceFrom, pseudonymize } from '@ctdx/anonymize';
import { generateRecord } from '@ctdx/testkit';
import { check, checkerOf, parse, say, summarize } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import { describe, expect, test } from 'vitest';
import { carriers, carry } from '../carriers.js';
import { look, plant } from '../ledger.js';
import { wholeRecord, withAt, withKey } from '../whole-record.js';

type Json = Record<string, unknown>;
type Identified = Parameters<typeof pseudonymize>[0];

const identified = { type: 'case', level: 'identified' } as const;
const keys = keyServiceFrom(new Uint8Array(32).fill(7));
/** Every type that can be stripped, and purposes with lists of their own. */
const kinds = [
  { type: 'case', purposes: ['statistics', 'crossBorderCooperation'] },
  { type: 'screening', purposes: ['statistics', 'crossBorderCooperation'] },
  { type: 'referral', purposes: ['referral'] },
] as const;

/** Everything that a program gets of a record for the purposes of its type, without what a disclosure list lets out as it is. */
async function stripped(record: Identified) {
  const values: Json[] = [];
  const losses: unknown[] = [];
  const findings: unknown[] = [];
  for (const purpose of kinds.find(({ type }) => type === record.type)?.purposes ?? []) {
    const made = await pseudonymize(record, { purpose, keys, recipientGroup: 'region' });
    losses.push(...made.losses);
    if (made.ok) values.push(made.value as unknown as Json);
    else findings.push(...made.findings);
  }
  return { values, losses, findings };
}

/** Pointers of the texts in a record, entries by number. */
function textsOf(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${pointer}/${key}`));
}

const template = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
/** A mark alone, and as a code of a country's own. */
const fits = (record: Json, kind: { readonly type: 'case' } = identified): boolean =>
  check(record, { ...identified, ...kind }).ok;
/** Places in which a text of one's own was planted, over all types. */
const planted = new Set<string>();

describe('pseudonyms', () => {
  test('a text or code of one’s own that fits, in each property that takes one', async () => {
    for (const { type } of kinds) await plantTexts(type);
  });

  async function plantTexts(type: (typeof kinds)[number]['type']): Promise<void> {
    const kind = { type, level: 'identified' } as unknown as typeof identified;
    const seen = new Set<string>();
    for (let seed = 1; seed <= 60; seed += 1) {
      const record = generateRecord({
        ...kind,
        seed,
        optional: type === 'referral' && seed % 2 === 0 ? 0.5 : 1,
        entries: 1,
      }) as unknown as Json;
      if (!fits(record, kind)) continue;
      let marked = record;
      const marks: string[] = [];
      for (const pointer of textsOf(record)) {
        const place = template(pointer);
        if (seen.has(place)) continue;
        const mark = plant('fittingValue', type === 'case' ? place : `${type} ${place}`);
        const next = withAt(marked, pointer, () => mark);
        if (!fits(next, kind)) continue;
        seen.add(place);
        marks.push(mark);
        marked = next;
      }
      if (marks.length === 0) continue;
      const { findings } = check(marked, kind);
      const { values, losses, findings: refused } = await stripped(parse(marked, kind) as Identified);
      look('fittingValue', 'finding', marks, [findings, refused]);
      look('fittingValue', 'summary', marks, summarize(findings));
      look(
        'fittingValue',
        'wording',
        marks,
        findings.map((found) => say(found, wordingEn)),
      );
      look(
        'fittingValue',
        'issue',
        marks,
        checkerOf(kind).schema['~standard'].validate({ ...marked, type: 'parcel' }),
      );
      look('fittingValue', 'loss', marks, losses);
      look(
        'fittingValue',
        'pseudonymized',
        marks,
        values.map((value) => carry('disclosureList', value)),
      );
    }
    for (const place of seen) planted.add(place);
    expect(seen.size).toBeGreaterThan(10);
  }

  test('what a disclosure list lets out was planted too, so the exception is one', () => {
    for (const path of carriers.disclosureList.paths) expect([...planted]).toContain(path);
    expect([...planted].filter((place) => place.startsWith('/subject/identity')).length).toBeGreaterThan(14);
  });

  test('an id, a day or a time that identifies: none is the same afterwards', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const record = generateRecord({ ...identified, seed, optional: 1, entries: 1 }) as unknown as Json;
      if (!fits(record)) continue;
      const telling =
        JSON.stringify(record).match(/"[0-9a-f]{8}-[0-9a-f-]{27}"|"\d{4}-\d{2}(-\d{2})?[^"]*"/g) ?? [];
      const { values } = await stripped(parse(record, identified) as Identified);
      const out = JSON.stringify(values.map(({ reportingPeriod: _period, ...rest }) => rest));
      expect(telling.filter((text) => out.includes(text))).toEqual([]);
    }
  });

  test('keys that the standard does not have, in a case of a newer minor version', async () => {
    const base = generateRecord({ ...identified, seed: 3, optional: 1, entries: 1 }) as unknown as Json;
    const { places } = wholeRecord('case.identified');
    const marks: string[] = [];
    const said: unknown[] = [];
    const out: unknown[] = [];
    for (const { pointer } of places.filter(({ kind }) => kind === 'object')) {
      const mark = plant('newerKey', `stripped ${pointer}`);
      let newer: Json;
      try {
        newer = {
          ...withAt(base, pointer, (old) => withKey(old, mark, { [mark]: mark })),
          schemaVersion: '1.7',
        };
      } catch {
        continue; // the generated record lacks this part
      }
      if (!fits(newer)) continue;
      marks.push(mark);
      const { values, losses, findings } = await stripped(parse(newer, identified) as Identified);
      said.push(losses);
      out.push(values, findings);
    }
    expect(marks.length).toBeGreaterThan(20);
    look('newerKey', 'loss', marks, said);
    look('newerKey', 'pseudonymized', marks, out);
  });

  test('a code of a newer minor version, where this one has a closed list', async () => {
    const base = generateRecord({ ...identified, seed: 3, optional: 1, entries: 1 }) as unknown as Json;
    const marks: string[] = [];
    for (const pointer of textsOf(base)) {
      const mark = plant('newerKey', `code ${pointer}`);
      const newer = { ...withAt(base, pointer, () => mark), schemaVersion: '1.7' };
      if (!check(newer, identified).findings.some(({ code }) => code === 'newer-code') || !fits(newer))
        continue;
      marks.push(mark);
      const { values, losses, findings } = await stripped(parse(newer, identified) as Identified);
      look('newerKey', 'pseudonymized', mark, [values, losses, findings]);
    }
    expect(marks.length).toBeGreaterThan(20);
  });

  test('keys and values of extensions, stripped', async () => {
    const base = generateRecord({ ...identified, seed: 3 }) as unknown as Json;
    const mark = plant('extensionKey', 'stripped');
    const record = parse({ ...base, extensions: { bb: { [mark]: mark } } }, identified) as Identified;
    const { values, losses } = await stripped(record);
    look('extensionKey', 'loss', mark, losses);
    look('extensionKey', 'pseudonymized', mark, values);
  });

  test('a purpose that no list serves', async () => {
    const mark = plant('clientOption', 'purpose');
    const record = parse(generateRecord({ ...identified, seed: 3 }), identified) as Identified;
    const error = await pseudonymize(record, { purpose: mark, keys }).catch((thrown: unknown) => thrown);
    look('clientOption', 'error', mark, error);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { makeCase, makeParcel } from '../../../../../server/src/testing/agency.js';
import { plant } from '../ledger.js';
import { judged, type NodeBench, sharedNode } from '../node-bench.js';
import { wholeRecord, withAt, withKey } from '../whole-record.js';

type Json = Record<string, unknown>;

let bench: NodeBench;
beforeAll(async () => {
  bench = await sharedNode();
});

describe('exchange', () => {
  test('each property and object of the records of a parcel', async () => {
    const marks: string[] = [];
    const records: Json[] = [];
    for (const name of ['case.pseudonymized', 'indicator.pseudonymized']) {
      const { record, places } = wholeRecord(name);
      for (const { pointer, kind } of places) {
        const mark = plant('parcelBody', `${name}${pointer}`);
        marks.push(mark);
        const isKey = kind === 'object';
        records.push(withAt(record, pointer, (old) => (isKey ? withKey(old, mark, { [mark]: mark }) : mark)));
      }
    }
    for (const { path, parent, key } of placesOf(makeCase(bench.first))) {
      const mark = plant('parcelBody', `a fitting case ${path}`);
      marks.push(mark);
      for (const value of [mark, { [mark]: mark }, 17]) {
        records.push(
          withAt(makeCase(bench.first), parent, (old) => put(old, key === '+' ? mark : key, value)),
        );
      }
    }
    // The proofs of the parcel are of another record, so they stay behind.
    const { digests: _digests, signatures: _signatures, ...unproved } = bench.parcel;
    const answer = await judged(await bench.caller.submit({ ...unproved, records }));
    expect(answer).toContain(`"rejected":${records.length}`);
    bench.look('parcelBody', marks, answer, ['receipt']);
  });

  test('each property and object of the envelope', async () => {
    const { records: _records, ...envelope } = bench.parcel;
    const marks: string[] = [];
    const answers: string[] = [];
    for (const { path, parent, key } of placesOf(envelope)) {
      const mark = plant('parcelBody', `envelope${path}`);
      marks.push(mark);
      for (const value of [mark, { [mark]: mark }]) {
        const copy = withAt(bench.parcel, parent, (old) => put(old, key === '+' ? mark : key, value));
        answers.push(await judged(await bench.caller.submit(copy)));
      }
    }
    bench.look('parcelBody', marks, answers, ['receipt']);
  });

  test('agreement, purpose and parties of a parcel', async () => {
    const marks: string[] = [];
    const answers: string[] = [];
    const shapes: ((mark: string) => Json)[] = [
      (mark) => ({ agreement: { ref: mark, version: 1, clause: '1' } }),
      (mark) => ({ agreement: { ref: 'trial-statistics', version: 1, clause: mark } }),
      (mark) => ({ recipients: [{ country: 'XA', agency: mark }] }),
      (mark) => ({ sender: { country: 'XA', agency: mark } }),
      (mark) => ({ source: { country: 'XA', agency: mark, agencyType: 'police' } }),
      (mark) => ({ purpose: mark }),
      (mark) => ({ codeListVersion: mark, schemaVersion: mark }),
    ];
    for (const [index, shape] of shapes.entries()) {
      const mark = plant('agreementRef', `shape ${index}`);
      marks.push(mark);
      answers.push(await judged(await bench.caller.submit({ ...bench.parcel, ...shape(mark) })));
    }
    const foreign = plant('agreementRef', 'source of a record');
    const record = makeCase(bench.first, {
      source: { country: 'XA', agency: foreign, agencyType: 'police' },
    });
    answers.push(
      await judged(await bench.caller.submit(await makeParcel(bench.trial, bench.first, [record]))),
    );
    bench.look('agreementRef', [...marks, foreign], answers, ['receipt']);
  });

  test('bodies that are no parcel', async () => {
    const mark = plant('httpBody', 'every shape');
    const bodies = [
      mark,
      `{"${mark}`,
      `"${mark}"`,
      `["${mark}", 1]`,
      `{"${mark}":1,"${mark}":2}`,
      `${'['.repeat(99)}"${mark}`,
      'null',
    ];
    const answers = await Promise.all(bodies.map(async (body) => judged(await bench.caller.submit(body))));
    const binary = new Uint8Array([0xff, 0xfe, ...new TextEncoder().encode(mark)]);
    answers.push(await judged(await bench.caller.submit(binary)));
    bench.look('httpBody', mark, answers);
  });

  test('values that a database refuses, in a parcel', async () => {
    const mark = plant('sqlValue', 'raw JSON');
    const text = (value: string) => JSON.stringify(bench.parcel).replace('"feminine"', value);
    const values = [
      `"${mark}\\u0000"`,
      `"${mark}\\ud800"`,
      '1e400',
      `"${mark.repeat(5000)}"`,
      `{"${mark}\\udc00":1}`,
      `'; drop table ${mark}; --`,
    ];
    const answers = [];
    for (const value of values) answers.push(await judged(await bench.caller.submit(text(value))));
    for (const ref of ["'; --", '\u0000', '\ud800']) {
      const parcel = { ...bench.parcel, agreement: { ref: `${mark}${ref}`, version: 1, clause: '1' } };
      answers.push(await judged(await bench.caller.submit(parcel)));
    }
    bench.look('sqlValue', mark, answers, ['receipt', 'sqlError']);
  });
});

interface Spot {
  readonly path: string;
  readonly parent: string;
  readonly key: string;
}

/** Each member of a tree, and a new key for each object. */
function placesOf(tree: unknown, parent = ''): Spot[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const spot = (key: string): Spot => ({ path: `${parent}/${key}`, parent, key });
  const inside = Object.entries(tree).flatMap(([key, member]) => [
    spot(key),
    ...placesOf(member, `${parent}/${key}`),
  ]);
  return Array.isArray(tree) ? inside : [spot('+'), ...inside];
}

function put(holder: unknown, key: string, value: unknown): unknown {
  (holder as Json)[key] = value;
  return holder;
}

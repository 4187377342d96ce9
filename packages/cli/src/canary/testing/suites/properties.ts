import type { Finding } from '@ctdx/model';
import { checkerOf, checkJson, InvalidRecordError, say, summarize } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import { describe, expect, test } from 'vitest';
import { look, plant } from '../ledger.js';
import { type Place, recordNames, type WholeRecord, wholeRecord, withAt, withKey } from '../whole-record.js';

type Json = Record<string, unknown>;

/** Values around a mark. No property takes the first; the others are wrong in ways of their own. */
const misfits: readonly ((mark: string) => unknown)[] = [
  (mark) => `${mark}\u0000${mark.repeat(450)}`,
  (mark) => mark,
  (mark) => ({ [mark]: mark }),
];

const oddKeys = (mark: string): string[] => [mark, `__proto__${mark}`, `${mark}/~1 ~0`];
const builtInKeys = ['__proto__', 'constructor', 'toJSON'];

interface Planted {
  readonly mark: string;
  readonly record: Json;
}

function invalidAt({ record, name }: WholeRecord, { pointer }: Place): Planted[] {
  return misfits.map((misfit, index) => {
    const mark = plant('invalidValue', `${name}${pointer} ${index}`);
    return { mark, record: withAt(record, pointer, () => misfit(mark)) };
  });
}

function keysAt({ record, name }: WholeRecord, { pointer }: Place): Planted[] {
  const mark = plant('unknownKey', `${name}${pointer}`);
  const added = (key: string): Planted => ({
    mark,
    record: withAt(record, pointer, (old) => withKey(old, key, { [mark]: mark })),
  });
  return [...oddKeys(mark), ...builtInKeys].map(added);
}

/** Everything that check, parse and Standard Schema say of some records, and the marks that were in them. */
interface Said {
  readonly findings: Finding[];
  readonly marks: string[];
  readonly issues: unknown[];
  readonly errors: string[];
  /** Marks of the records that parse and Standard Schema saw. */
  readonly insisted: string[];
}

function judge(whole: WholeRecord, planted: readonly Planted[], said: Said): Finding[] {
  const checker = checkerOf({ type: whole.type, level: whole.level as never });
  const own = planted.flatMap(({ record }) => [...checker.check(record).findings]);
  said.findings.push(...own);
  said.marks.push(...planted.map(({ mark }) => mark));
  return own;
}

/** The other doors make their answers of the same findings: one record of each place goes through them. */
function insist(whole: WholeRecord, { mark, record }: Planted, said: Said): void {
  const kind = { type: whole.type, level: whole.level as never };
  said.insisted.push(mark);
  said.findings.push(...checkJson(JSON.stringify(record), kind).findings);
  said.issues.push(checkerOf(kind).schema['~standard'].validate(record));
  try {
    checkerOf(kind).parse(record);
  } catch (error) {
    if (!InvalidRecordError.is(error)) throw error;
    said.errors.push(`${(error as Error).stack} ${JSON.stringify(error)} ${Object.keys(error as Error)}`);
  }
}

function lookAt(
  source: 'invalidValue' | 'unknownKey',
  { findings, marks, issues, errors, insisted }: Said,
): void {
  expect(findings.map(({ code }) => code)).not.toContain('unreadable');
  const sentences = findings.map((found) => Object.values(say(found, wordingEn)).join(' '));
  look(source, 'finding', marks, JSON.stringify(findings));
  look(source, 'wording', marks, sentences.join('\n'));
  look(source, 'summary', marks, JSON.stringify(summarize(findings)));
  look(source, 'issue', insisted, JSON.stringify(issues));
  look(source, 'error', insisted, errors.join('\n'));
}

/** Plants in the places of every record, and looks at what is said of each record as one text. */
function sweep(
  source: 'invalidValue' | 'unknownKey',
  isMeant: (place: Place) => boolean,
  make: (whole: WholeRecord, place: Place) => Planted[],
): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // frames name places in code; thousands of them take half of the time
  for (const whole of recordNames.map(wholeRecord)) {
    const said: Said = { findings: [], marks: [], issues: [], errors: [], insisted: [] };
    for (const place of whole.places.filter(isMeant)) {
      const planted = make(whole, place);
      const isSaid = judge(whole, planted, said).some(({ severity }) => severity === 'error');
      if (!isSaid) throw new Error(`${whole.name}${place.pointer} makes no finding`);
      // A record inside a parcel was insisted on by itself already.
      if (!place.pointer.startsWith('/records/')) insist(whole, planted.at(-1) as Planted, said);
    }
    lookAt(source, said);
  }
  Error.stackTraceLimit = stackTraceLimit;
}

describe('properties', () => {
  test.each(recordNames)('%s is whole: of the right shape, and each of its places is known', (name) => {
    const { record, places, type, level } = wholeRecord(name);
    const { findings } = checkerOf({ type, level: level as never }).check(record);
    expect(findings.filter(({ code, severity }) => code !== 'rule' && severity === 'error')).toEqual([]);
    expect(places.length).toBeGreaterThan(30);
  });

  test('a value that does not fit, in each property', () => {
    sweep('invalidValue', ({ pointer }) => pointer !== '', invalidAt);
  });

  test('a key that the standard does not have, in each object', () => {
    sweep('unknownKey', ({ kind }) => kind === 'object', keysAt);
  });
});

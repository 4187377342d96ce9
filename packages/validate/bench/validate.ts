// Validation against parsing: one process, ratios in one run. `npm run bench`, or with a number of records as argument.
import { readFileSync } from 'node:fs';
import { isDate, isDateTime, isPartialDate, isText, isUuid } from '@ctdx/model/formats';
import { caseShape } from '@ctdx/model/zod';
import { generateRecord } from '@ctdx/testkit';
import { checkers, checkJson } from '@ctdx/validate';
import ajvModule from 'ajv/dist/2020.js';
import shape from '../src/generated/case-identified.js';

const count = Number(process.argv[2] ?? 50_000);

/** Enough different records that nothing is learnt by heart; each is used again under other ids. */
const different = Math.min(2_000, count);

const smallest = 1_500;

/** Makes texts of at least {@link smallest} bytes, valid, as a national node holds them. */
function texts(): string[] {
  const made: string[] = [];
  for (let seed = 1; made.length < different; seed += 1) {
    const record = generateRecord({ type: 'case', level: 'identified', seed, optional: 0.32 });
    const text = JSON.stringify(record);
    if (text.length < smallest || !checkers.case.identified.check(record).ok) continue;
    made.push(text);
  }
  return Array.from({ length: count }, (_, at) => {
    const unique = at.toString(16).padStart(8, '0');
    return (made[at % different] as string).replace(/"id":"[0-9a-f]{8}/, `"id":"${unique}`);
  });
}

/** Seconds of processor time; the clock on the wall would also count what else the machine does. */
function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function must(fine: boolean): void {
  if (!fine) throw new Error('A generated record was found invalid.');
}

const corpus = texts();
const bytes = corpus.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const records = corpus.map((text) => JSON.parse(text) as unknown);

const schema = JSON.parse(
  readFileSync(new URL('../../../schemas/generated/case.identified.schema.json', import.meta.url), 'utf8'),
) as object;
const ajv = new ajvModule.default({ allErrors: true, ownProperties: true, strict: false });
for (const [name, test] of Object.entries({
  date: isDate,
  'date-time': isDateTime,
  'partial-date': isPartialDate,
  text: isText,
  uuid: isUuid,
})) {
  ajv.addFormat(name, test);
}
const atRunTime = ajv.compile(schema);

const kind = { type: 'case', level: 'identified' } as const;
const checker = checkers.case.identified;

function each<T>(items: readonly T[], isFine: (item: T) => boolean): () => void {
  return () => {
    for (const item of items) must(isFine(item));
  };
}

const rows: readonly (readonly [string, () => void])[] = [
  ['JSON.parse', each(corpus, (text) => JSON.parse(text) !== null)],
  ['ours: shape', each(records, (record) => shape(record))],
  ['ours: shape, rules and codes (check)', each(records, (record) => checker.check(record).ok)],
  ['ours: from text (checkJson, parsing included)', each(corpus, (text) => checkJson(text, kind).ok)],
  ['Ajv at run time: shape', each(records, (record) => atRunTime(record))],
  ['zod: shape', each(records, (record) => caseShape.identified.safeParse(record).success)],
];

/** Rounds go over all rows in turn, so that a disturbance hits all; the best of each counts. */
const rounds = 4;
const best = rows.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < rounds; round += 1) {
  rows.forEach(([, work], at) => {
    best[at] = Math.min(best[at] as number, time(work));
  });
}

const parse = best[0] as number;
console.log(`${count} cases of ${Math.round(bytes / count)} bytes, best of ${rounds} rounds`);
rows.forEach(([name], at) => {
  const taken = best[at] as number;
  console.log(
    `${name.padEnd(48)}${taken.toFixed(2).padStart(7)} s ${(taken / parse).toFixed(2).padStart(7)} × parse`,
  );
});

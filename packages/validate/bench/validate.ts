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

/** Best of three rounds: the least disturbed one. */
function time(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
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

const parse = time(() => {
  for (const text of corpus) JSON.parse(text);
});
const rows: readonly (readonly [string, () => void])[] = [
  ['ours: shape', () => records.forEach((record) => must(shape(record)))],
  [
    'ours: shape, rules and codes (check)',
    () => records.forEach((record) => must(checkers.case.identified.check(record).ok)),
  ],
  [
    'ours: text to checked record (checkJson)',
    () => corpus.forEach((text) => must(checkJson(text, { type: 'case', level: 'identified' }).ok)),
  ],
  ['Ajv at run time: shape', () => records.forEach((record) => must(atRunTime(record)))],
  ['zod: shape', () => records.forEach((record) => must(caseShape.identified.safeParse(record).success))],
];

console.log(`${count} cases of ${Math.round(bytes / count)} bytes`);
console.log(`${'JSON.parse'.padEnd(44)}${(parse / 1000).toFixed(2).padStart(7)} s   1.00 × parse`);
for (const [name, work] of rows) {
  const taken = time(work);
  const ratio = (taken / parse).toFixed(2).padStart(5);
  console.log(`${name.padEnd(44)}${(taken / 1000).toFixed(2).padStart(7)} s  ${ratio} × parse`);
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeToy, minorVectors } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { readStandard, snapshotText } from './diff/index.js';
import { runWith, scratch } from './testing/run-with.js';

const schemas = fileURLToPath(new URL('../../../schemas', import.meta.url));
const [up, down] = minorVectors;
const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const toy = async (version: '1.1' | '2.0') => makeToy(await scratch(), version);

describe('diff', () => {
  test('the toy 1.1 breaks nobody: line by line', async () => {
    const { code, out } = await runWith(['diff', schemas, await toy('1.1')]);
    expect(out.split('\n').map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'additive: property-deprecated records/case/maritalStatus',
      'additive: property-added records/case/firstSeenBy',
      'additive: property-added records/case/casePriority',
      'additive: property-added records/case/civilStatus',
      'additive: list-added code-lists/case-priority',
      'additive: code-added code-lists/case-status/reopened',
      'additive: code-deprecated code-lists/education-level/postSecondaryNonTertiary',
      'additive: deprecation-changed code-lists/education-level/postSecondaryNonTertiary',
      'additive: code-added code-lists/education-level/postSecondaryGeneral',
      'additive: code-added code-lists/education-level/postSecondaryVocational',
      'additive: code-deprecated code-lists/marital-status/registeredPartnership',
      'additive: deprecation-changed code-lists/marital-status/registeredPartnership',
      'additive: migration-added migrations/1.0-1.1',
      'additive: version-added migrations/versions/versions/1.1',
      ...(await records()).map((name) => `wording: version-changed records/${name}`),
      'wording: version-changed migrations/versions/newest',
      expect.stringMatching(/^0 breaking, 14 additive, \d+ wording\.$/),
      '',
    ]);
    expect(code).toBe(0);
  });

  test('the toy 2.0 breaks everybody, and says whom by what', async () => {
    const { code, out } = await runWith(['diff', await toy('1.1'), await toy('2.0')]);
    const breaking = out.split('\n').filter((line) => line.startsWith('breaking'));
    const all = 'breaking [sender, receiver, analyst]:';
    expect(breaking.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'breaking [sender, receiver]: pattern-changed records/case/schemaVersion',
      'breaking [subject]: privacy-loosened records/case/incidentRef',
      'breaking [sender]: bound-tightened records/case/localReference',
      `${all} property-removed records/case/caseOwner`,
      `${all} type-changed records/case/gender`,
      'breaking [sender]: bound-tightened records/case/gender/*',
      'breaking [sender]: bound-tightened records/case/gender',
      `${all} property-removed records/case/maritalStatus`,
      'breaking [sender]: property-required records/case/caseStatus',
      `${all} level-narrowed records/common#handling/retainUntil`,
      `${all} code-removed code-lists/case-closure-reason/lostContact`,
      'breaking [sender]: list-closed code-lists/platform',
      expect.stringMatching(/^breaking \[receiver\]: rule-removed rules\/case\./),
      'breaking [subject]: disclosure-widened disclosure/statistics/firstSeenBy',
      'breaking [sender]: support-narrowed migrations/versions/supportedMinors',
    ]);
    expect(code).toBe(1);
  });

  test('says the same of a snapshot as of the folder, and as JSON', async () => {
    const snapshot = join(await scratch(), 'Kimberly.json');
    await writeFile(snapshot, snapshotText(await readStandard(schemas)));
    const minor = await toy('1.1');
    const fromFolder = await runWith(['diff', schemas, minor, '--json']);
    expect(await runWith(['diff', snapshot, minor, '--json'])).toEqual(fromFolder);
    const { from, to, breaks, changes } = JSON.parse(fromFolder.out);
    expect([from, to, breaks]).toEqual(['1.0', '1.1', false]);
    expect(changes).toContainEqual({
      id: 'code-added code-lists/case-status/reopened',
      what: 'code-added',
      where: 'code-lists/case-status/reopened',
      class: 'additive',
      breaks: [],
      why: expect.any(String),
    });
    expect((await runWith(['diff', snapshot, schemas])).out).toBe('0 breaking, 0 additive, 0 wording.\n');
  });

  test.each([
    ['nothing', 'missing'],
    ['a folder without schemas', ''],
    ['a file that is no JSON', 'broken'],
    ['a file that is no standard', 'other'],
  ])('%s: one line and exit 2, without its name', async (_what, name) => {
    const folder = join(await scratch());
    await writeFile(join(folder, 'broken'), '{Kimberly');
    await writeFile(join(folder, 'other'), '{"Kimberly": 1}');
    const { code, out, said } = await runWith(['diff', schemas, join(folder, name)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toMatch(/^ctdx: Operand 2 [^\n]+\n$/);
    expect(said).not.toMatch(/kimberly|missing\b.*\/|ctdx-cli/i);
  });

  async function records(): Promise<string[]> {
    const { files } = await readStandard(schemas);
    return [...files.values()].flatMap(({ $id }) =>
      typeof $id === 'string' && $id.startsWith('urn:ctdx:1.0:') ? [$id.slice(13)] : [],
    );
  }
});

describe('migrate', () => {
  const options = async () => ['--standard', await toy('1.1')];

  test('down, with a ledger', async () => {
    const folder = await scratch();
    const at = (name: string) => join(folder, name);
    await writeFile(at('in.ndjson'), `${JSON.stringify(down?.input)}\n${JSON.stringify(down?.input)}\n`);
    const ran = await runWith([
      ...['migrate', at('in.ndjson'), '--to', '1.0', ...(await options())],
      ...['--out', at('out'), '--ledger', at('ledger')],
    ]);
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(ran.said).toContain('2 of 2 records brought to 1.0.\n');
    expect(ran.said).toContain('left-out /firstSeenBy [case.first-seen-by]: 2\n');
    expect(lines(await readFile(at('out'), 'utf8'))).toEqual([down?.output, down?.output]);
    expect(lines(await readFile(at('ledger'), 'utf8'))).toEqual(
      down?.losses.map((loss: object) => ({ ...loss, count: 2 })),
    );
    expect((await runWith(['validate', at('out')])).code).toBe(0);
  });

  test('up, to a version that this software can’t check', async () => {
    const { code, out, said } = await runWith(['migrate', '-', '--to', '1.1', ...(await options())], {
      text: JSON.stringify(up?.input),
    });
    expect([code, lines(out)]).toEqual([0, [up?.output]]);
    expect(said).toContain('1 of 1 records brought to 1.1. They were not checked');
  });

  test('the ledger holds places and codes, whatever stood there', async () => {
    const ledger = join(await scratch(), 'ledger');
    const input = {
      ...down?.input,
      firstSeenBy: 'Kimberly',
      caseOwner: 'Kimberly',
      casePriority: 'Kimberly',
    };
    const words = ['migrate', '-', '--to', '1.0', '--ledger', ledger, ...(await options())];
    const { code, said } = await runWith(words, { text: JSON.stringify(input) });
    const written = await readFile(ledger, 'utf8');
    expect([code, lines(written).length]).toEqual([0, 4]);
    expect(said + written).not.toMatch(/kimberly/i);
  });

  test('what comes down and is not valid does not come out', async () => {
    const text = JSON.stringify({ ...down?.input, sex: 'Kimberly', moon: 1 });
    const { code, out, said } = await runWith(['migrate', '-', '--to', '1.0', ...(await options())], {
      text,
    });
    expect([code, out]).toEqual([1, '']);
    expect(said).toContain('0 of 1 records');
    expect(said).not.toMatch(/kimberly|moon/i);
  });

  test.each([
    ['a version that nothing leads to', [], { ...up?.input }, 1],
    ['a version that is none', ['--to', 'Kimberly'], { ...up?.input }, 2],
    ['no record', [], { Kimberly: 1 }, 1],
    ['a standard without migrations', ['--to', '1.1', '--standard', '/nonexistent'], { ...up?.input }, 2],
  ])('%s', async (_name, more, record, wanted) => {
    const words = ['migrate', '-', ...(more.includes('--to') ? [] : ['--to', '1.1']), ...more];
    const { code, out, said } = await runWith(words, { text: JSON.stringify(record) });
    expect([code, out]).toEqual([wanted, '']);
    expect(said).not.toMatch(/kimberly| at .*\.ts/i);
  });
});

test('schema without a type says what is supported', async () => {
  const { code, out } = await runWith(['schema']);
  expect(code).toBe(0);
  expect(out).toMatch(/^ctdx 1\.0 \(draft\); supported: 1\.0\n/);
  expect(out).toContain('  screening: identified, pseudonymized\n');
});

import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { carriers, carriersUsed } from './testing/carriers.js';
import { type Channel, channels } from './testing/channels.js';
import { hits, planted, runs } from './testing/ledger.js';
import { closeSharedNode } from './testing/node-bench.js';
import { pairs, type Reason, reasons } from './testing/pairs.js';
import { everythingOf, residue } from './testing/residue.js';
import { removeScratch } from './testing/scratch.js';
import { type Source, sources } from './testing/sources.js';
import './testing/suites/properties.js';
import './testing/suites/texts.js';
import './testing/suites/pseudonyms.js';
import './testing/suites/imports.js';
import './testing/suites/tables.js';
import './testing/suites/commands.js';
import './testing/suites/files.js';
import './testing/suites/publication.js';
import './testing/suites/exchange.js';
import './testing/suites/requests.js';
import './testing/suites/node-setup.js';
import './testing/suites/clients.js';

// One file, because the matrix is counted in one process: the suites plant and look, and at the end the pairs are held
// against what was run.
afterAll(closeSharedNode);
afterAll(removeScratch);

const sourceNames = Object.keys(sources) as Source[];
const channelNames = Object.keys(channels) as Channel[];

test.each([
  ['as it stands', 'name: c4n4ryaa1'],
  ['in capitals', 'C4N4RYAA1'],
  ['cut short', 'c4n4ry…'],
  ['percent-encoded', '/%63%34n4ryaa1'],
  ['in base64', btoa('{"sub":"c4n4ryaa1"}')],
  ['in hexadecimal', Buffer.from('c4n4ryaa1').toString('hex')],
  ['as a plain digest', createHash('sha256').update('c4n4ryaa1').digest('base64url')],
  ['in the cause of an error', everythingOf(new Error('x', { cause: new Error('c4n4ryaa1') }))],
  ['in a property of an error', everythingOf(Object.assign(new Error('x'), { input: 'c4n4ryaa1' }))],
])('a mark is found %s', (_how, text) => {
  expect(residue(text, ['c4n4ryaa1'])).toHaveLength(1);
});

describe('the matrix', () => {
  test.each(sourceNames)('every channel is declared once for %s', (source) => {
    const { covered, unreachable } = pairs[source];
    const reached = new Set(Object.values(covered).flat());
    const declared = [...reached, ...Object.values(unreachable).flat()];
    expect(declared.sort()).toEqual([...channelNames].sort());
  });

  test('what is declared as covered was planted, by the test that is named; and nothing else was', () => {
    const declared = sourceNames.flatMap((source) =>
      Object.entries(pairs[source].covered).flatMap(([title, list]) =>
        list.map((channel) => `${source} → ${channel}: ${title}`),
      ),
    );
    const run = runs().filter(({ count }) => count > 0);
    expect(run.map(({ source, channel, test: title }) => `${source} → ${channel}: ${title}`).sort()).toEqual(
      declared.sort(),
    );
  });

  test('every reason and every carrier is needed', () => {
    const used = new Set(sourceNames.flatMap((source) => Object.keys(pairs[source].unreachable) as Reason[]));
    expect([...used].sort()).toEqual(Object.keys(reasons).sort());
    expect([...carriersUsed()].sort()).toEqual(Object.keys(carriers).sort());
  });

  test('coverage, and not one mark came out', () => {
    const all = runs();
    const covered = new Set(all.map(({ source, channel }) => `${source} ${channel}`)).size;
    const whole = sourceNames.length * channelNames.length;
    const looked = all.reduce((sum, { count }) => sum + count, 0);
    console.info(
      `canary: ${sourceNames.length} sources × ${channelNames.length} channels = ${whole} pairs, ${covered} covered and ` +
        `${whole - covered} unreachable; ${planted()} plants, looked for ${looked} times; ${hits.length} came out`,
    );
    expect(hits).toEqual([]);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfiguration, readConfiguration } from './configuration.js';
import { ConfigurationError } from './configuration-error.js';
import { trialConfiguration } from './trial.js';

// biome-ignore lint/suspicious/noExplicitAny: each row spoils another part
type Spoil = (configuration: any) => void;
const { configuration } = await trialConfiguration();

function faultsOf(spoil: Spoil): unknown {
  const copy = structuredClone(configuration);
  spoil(copy);
  try {
    parseConfiguration(copy);
    return [];
  } catch (error) {
    return error instanceof ConfigurationError ? error.faults.map(({ path }) => path) : error;
  }
}

describe('a configuration', () => {
  const rows: { name: string; spoil: Spoil; at: string[] }[] = [
    { name: 'of a trial is well formed', spoil: () => undefined, at: [] },
    {
      name: 'with a private key is refused',
      spoil: (c) => Object.assign(c.agencies[0].jwks.keys[0], { d: 'x' }),
      at: ['/agencies/0/jwks/keys/0'],
    },
    {
      name: 'with a client id twice is refused',
      spoil: (c) => Object.assign(c.agencies[1], { clientId: c.agencies[0].clientId }),
      at: ['/'],
    },
    {
      name: 'with an agency twice is refused',
      spoil: (c) => c.agencies.push({ ...c.agencies[0], clientId: 'other' }),
      at: ['/'],
    },
    {
      name: 'with an agreement twice is refused',
      spoil: (c) => c.agreements.push(c.agreements[0]),
      at: ['/'],
    },
    {
      name: 'with an unknown member is refused',
      spoil: (c) => Object.assign(c.node, { note: 'x' }),
      at: ['/node'],
    },
    {
      name: 'that grants the identified level is refused',
      spoil: (c) => c.agreements[0].clauses[0].levels.push('identified'),
      at: ['/agreements/0/clauses/0/levels/2'],
    },
    {
      name: 'with a day that is none is refused',
      spoil: (c) => Object.assign(c.agreements[0], { validUntil: '2025-02-30' }),
      at: ['/agreements/0/validUntil'],
    },
    {
      name: 'with a pattern that is none is refused',
      spoil: (c) => c.agreements[0].clauses[0].fields.push('sex'),
      at: [`/agreements/0/clauses/0/fields/${configuration.agreements[0]?.clauses[0]?.fields.length}`],
    },
    {
      name: 'without clauses is refused',
      spoil: (c) => Object.assign(c.agreements[0], { clauses: [] }),
      at: ['/agreements/0/clauses'],
    },
  ];
  test.each(rows)('$name', ({ spoil, at }) => expect(faultsOf(spoil)).toEqual(at));

  test('is read from a data directory, and its errors repeat nothing', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'ctdx node '));
    await writeFile(join(directory, 'configuration.json'), JSON.stringify(configuration));
    expect((await readConfiguration(directory)).node.id).toBe('trial-node');
    await writeFile(join(directory, 'configuration.json'), '{ "Marked": ');
    const error = await readConfiguration(directory).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('Marked');
    await rm(directory, { recursive: true });
  });
});

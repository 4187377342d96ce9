import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { createNode, databaseFrom, parseConfiguration, readConfiguration } from '@ctdx/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeOn } from '../../../../../server/src/create-node.js';
import { makeCase, makeParcel } from '../../../../../server/src/testing/agency.js';
import { runWith } from '../../../testing/run-with.js';
import { carry, passBy } from '../carriers.js';
import { look, plant } from '../ledger.js';
import { type NodeBench, sharedNode, whole } from '../node-bench.js';
import { scratch } from '../scratch.js';

type Json = Record<string, unknown>;

let bench: NodeBench;
beforeAll(async () => {
  bench = await sharedNode();
});

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('node setup', () => {
  test('a statement that fails on a row', async () => {
    const mark = plant('sqlValue', 'a row');
    const source = { country: 'XA', agency: bench.first.agency, agencyType: bench.first.agencyType };
    const record = makeCase(bench.first, { source, languages: [mark] });
    await bench.opened.database.execute(
      `alter table records add constraint refuse_it check (content::text not like '%${mark}%') not valid`,
    );
    const answer = await bench.caller.submit(await makeParcel(bench.trial, bench.first, [record]));
    await bench.opened.database.execute('alter table records drop constraint refuse_it');
    expect(answer.status).toBe(500);
    bench.look('sqlValue', mark, await whole(answer), ['sqlError']);
  });

  test('a table that is gone while a marked record comes in', async () => {
    const mark = plant('sqlValue', 'no table');
    const record = makeCase(bench.first, { languages: [mark] });
    const parcel = await makeParcel(bench.trial, bench.first, [record]);
    await bench.opened.database.execute('alter table deliveries rename to hidden');
    const answers = [
      await whole(await bench.caller.submit(parcel)),
      await whole(await bench.caller.get('/v1/feed')),
    ];
    await bench.opened.database.execute('alter table hidden rename to deliveries');
    expect(answers.every((answer) => answer.startsWith('500'))).toBe(true);
    bench.look('sqlValue', mark, answers, ['sqlError']);
  });

  test('a code of one’s own that is accepted, and handed to its recipient alone', async () => {
    const mark = plant('parcelBody', 'accepted');
    const record = makeCase(bench.first, { languages: [mark] });
    const submit = async () =>
      whole(await bench.caller.submit(await makeParcel(bench.trial, bench.first, [record])));
    const answers = [await submit(), await submit()];
    bench.look('parcelBody', mark, answers, ['receipt']);
    const changed = { ...record, deduplicated: 'national' };
    const conflict = await bench.caller.submit(await makeParcel(bench.trial, bench.first, [changed]));
    bench.look('parcelBody', mark, await whole(conflict), ['receipt']);
    const held = await bench.caller.get(`/v1/records/${record['id']}`);
    expect(await held.text()).toContain(mark);
    passBy('heldRecord');
    bench.look('parcelBody', mark, '');
  });

  test('a configuration that is wrong', async () => {
    const shapes: ((mark: string) => unknown)[] = [
      (mark) => mark,
      (mark) => ({ [mark]: mark }),
      (mark) => configured({ node: { id: `${mark} !`, country: mark, audience: mark } }),
      (mark) => configured({ node: { id: 'n', country: 'XA', audience: 'urn:x', [mark]: mark } }),
      (mark) =>
        configured({ agencies: [{ country: mark, agency: `${mark} !`, clientId: `${mark} !`, [mark]: 1 }] }),
      (mark) =>
        configured({
          agencies: [{ ...agencyOf(bench), jwks: { keys: [{ kty: mark, kid: mark, [mark]: 1 }] } }],
        }),
      (mark) => configured({ agencies: [agencyOf(bench), { ...agencyOf(bench), clientId: mark }] }),
      (mark) =>
        configured({ agreements: [{ ref: `${mark} !`, version: mark, clauses: [{ fields: [mark] }] }] }),
    ];
    for (const [index, shape] of shapes.entries()) {
      const mark = plant('configuration', `shape ${index}`);
      look('configuration', 'error', mark, await thrownBy(() => parseConfiguration(shape(mark))));
      const folder = await scratch();
      await writeFile(join(folder, 'configuration.json'), index === 0 ? mark : JSON.stringify(shape(mark)));
      look('configuration', 'error', mark, await thrownBy(() => readConfiguration(folder)));
      const ran = await runWith(['serve', '--data', folder, '--port', '0']);
      expect(ran.code).toBe(2);
      look('configuration', 'stdout', mark, ran.out);
      look('configuration', 'stderr', mark, ran.said);
    }
  });

  test('a configuration that is well formed, with keys that are none', async () => {
    const mark = plant('configuration', 'keys');
    const { jwks: _jwks, ...agency } = agencyOf(bench) as Json;
    const keys = [
      { kty: 'EC', kid: mark, alg: 'ES256', crv: mark, x: mark, y: mark },
      { kty: 'EC', kid: mark, alg: 'ES256', crv: 'P-256', x: mark, y: mark },
      { kty: 'OKP', kid: mark, alg: 'EdDSA', crv: mark, x: mark, [mark]: mark },
    ];
    for (const key of keys) {
      const configuration = configured({ agencies: [{ ...agency, jwks: { keys: [key] } }] }) as never;
      look(
        'configuration',
        'error',
        mark,
        await thrownBy(() => nodeOn(bench.opened, parseConfiguration(configuration), { configuration })),
      );
    }
    const host = plant('configuration', 'host');
    look('configuration', 'error', host, await thrownBy(() => bench.node.listen(0, host)));
  });

  test('names in a configuration that works: only the node itself tells its own', async () => {
    const mark = plant('configuration', 'capabilities');
    const { configuration } = bench.trial;
    const answer = await (await bench.node.fetch(new Request('http://node/v1/capabilities'))).json();
    const named = {
      ...(answer as Json),
      node: mark,
      token: { ...((answer as Json)['token'] as Json), audience: mark },
    };
    look('configuration', 'http', mark, carry('nodeIdentity', named));
    const told = JSON.stringify(answer);
    const silent = [
      ...configuration.agencies.map(({ agency }) => agency),
      ...configuration.agreements.map(({ ref }) => ref),
    ];
    expect(silent.filter((name) => told.includes(name))).toEqual([]);
    bench.look('configuration', mark, told);
  });

  test('DATABASE_URL, with its password', async () => {
    const urls: ((mark: string) => string)[] = [
      (mark) => mark,
      (mark) => `postgresql://ctdx:${mark}@127.0.0.1:1/${mark}`,
      (mark) => `postgresql://${mark}:${mark}@${mark}.invalid/db`,
      (mark) => `postgresql://ctdx:${mark} a@[bad/db`,
      (mark) => `postgresql://ctdx:${mark}@127.0.0.1:99999/db`,
      (mark) => `postgresql://ctdx:${mark}%zz@127.0.0.1:1/db`,
      (mark) => `postgresql://ctdx:x@127.0.0.1:1/db?sslmode=verify-full&sslrootcert=/${mark}.pem`,
    ];
    const before = process.env['DATABASE_URL'];
    const folder = await scratch();
    await writeFile(join(folder, 'configuration.json'), JSON.stringify(bench.trial.configuration));
    try {
      for (const [index, make] of urls.entries()) {
        const mark = plant('databaseUrl', `shape ${index}`);
        const database = databaseFrom({ DATABASE_URL: make(mark) });
        const { configuration } = bench.trial;
        look('databaseUrl', 'error', mark, await thrownBy(() => createNode({ configuration, database })));
        process.env['DATABASE_URL'] = make(mark);
        const ran = await runWith(['serve', '--data', folder, '--port', '0']);
        look('databaseUrl', 'stdout', mark, ran.out);
        look('databaseUrl', 'stderr', mark, ran.said);
        bench.look('databaseUrl', mark, '', ['sqlError']);
      }
    } finally {
      if (before === undefined) delete process.env['DATABASE_URL'];
      else process.env['DATABASE_URL'] = before;
    }
  });

  test('a folder that can’t hold a database', async () => {
    const mark = plant('folderName', 'data');
    const folder = join(await scratch(), mark);
    await writeFile(folder, 'a file');
    const { configuration } = bench.trial;
    look(
      'folderName',
      'error',
      mark,
      await thrownBy(() => createNode({ configuration, database: { directory: folder } })),
    );
    await mkdir(join(await scratch(), mark));
    look('folderName', 'error', mark, await thrownBy(() => readConfiguration(join(folder, mark))));
  });
});

function configured(more: object): Json {
  return { node: { id: 'n', country: 'XA', audience: 'urn:x' }, agencies: [], agreements: [], ...more };
}

function agencyOf({ trial }: NodeBench): Json {
  return trial.configuration.agencies[0] as unknown as Json;
}

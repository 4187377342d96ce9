import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { ExchangeNode } from './create-node.js';
import type { Feed } from './exchange/feed.js';
import type { Receipt } from './exchange/receipt.js';
import { makeCase, makeParcel, signIn } from './testing/agency.js';
import { type StartedPostgres, startPostgres } from './testing/postgres.js';
import { type Trial, type TrialAgency, trialConfiguration } from './trial.js';

type Json = Record<string, unknown>;
const serve = fileURLToPath(new URL('./testing/serve.ts', import.meta.url));

const children = new Set<ChildProcess>();

/** A node in another process, as far as {@link signIn} and tests need one. */
interface Distant {
  readonly node: ExchangeNode;
  readonly child: ChildProcess;
}

async function start(directory: string, environment: Record<string, string>): Promise<Distant> {
  const child = spawn(process.execPath, ['--conditions=@ctdx/source', '--import', 'tsx', serve, directory], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const send = (request: Request) => fetch(new Request(request.url.replace('http://node', address), request));
  return { child, node: { fetch: send, listen: async () => address, close: async () => undefined } };
}

async function kill({ child }: Distant): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
  children.delete(child);
}

/** Sends parcels until the node is gone, and tells which were answered. */
async function sendAll(
  distant: Distant,
  agency: TrialAgency,
  parcels: readonly Json[],
  onAnswer: (count: number) => void = () => undefined,
): Promise<Set<unknown>> {
  const answered = new Set<unknown>();
  const caller = await signIn(distant.node, agency);
  await Promise.all(
    parcels.map(async (parcel) => {
      const answer = await caller.submit(parcel, String(parcel['id'])).catch(() => undefined);
      const receipt = (await answer?.json().catch(() => undefined)) as Receipt | undefined;
      if (receipt?.type !== 'receipt') return;
      answered.add(parcel['id']);
      onAnswer(answered.size);
    }),
  );
  return answered;
}

async function feedOf(distant: Distant, trial: Trial): Promise<Feed['entries']> {
  const caller = await signIn(distant.node, trial.regional);
  const entries: Feed['entries'][number][] = [];
  for (let after = ''; ; ) {
    const page: Feed = await (await caller.get(`/v1/feed?limit=500${after}`)).json();
    entries.push(...page.entries);
    if (!page.more) return entries;
    after = `&after=${page.next}`;
  }
}

async function surviveKills(
  directory: string,
  environment: Record<string, string>,
  killAfter: readonly number[],
) {
  const trial = await trialConfiguration();
  writeFileSync(join(directory, 'configuration.json'), JSON.stringify(trial.configuration));
  const agency = trial.agencies[0] as TrialAgency;
  const sent: Json[] = [];
  let cut = 0;
  for (const answers of killAfter) {
    const distant = await start(directory, environment);
    const parcels = await Promise.all(
      Array.from({ length: 20 }, () =>
        makeParcel(trial, agency, [makeCase(agency), makeCase(agency), makeCase(agency)]),
      ),
    );
    sent.push(...parcels);
    let killed: Promise<void> | undefined;
    const answered = await sendAll(distant, agency, parcels, (count) => {
      if (count === answers) killed = kill(distant);
    });
    await killed;
    cut += answered.size < parcels.length ? 1 : 0;

    const again = await start(directory, environment);
    const before = await feedOf(again, trial);
    const byParcel = new Map<string, number>();
    for (const { parcel } of before) byParcel.set(parcel, (byParcel.get(parcel) ?? 0) + 1);
    for (const id of answered) expect(byParcel.get(String(id)), 'what was answered is there').toBe(3);
    expect(new Set(byParcel.values()), 'a parcel is there whole or not at all').toEqual(
      byParcel.size === 0 ? new Set() : new Set([3]),
    );
    expect(await sendAll(again, agency, parcels), 'the same keys work again').toEqual(
      new Set(parcels.map(({ id }) => id)),
    );
    const after = await feedOf(again, trial);
    const wanted = sent.flatMap(({ records }) => (records as Json[]).map(({ id }) => id));
    expect(after.map(({ record }) => record['id']).sort(), 'each record once').toEqual(wanted.sort());
    expect(after.map(({ cursor }) => Number(cursor.split('.')[1]))).toEqual(
      after.map((_, index) => index + 1),
    );
    await kill(again);
  }
  return cut;
}

describe('a node that is killed while it takes in parcels', () => {
  const folders: string[] = [];
  let postgres: StartedPostgres | undefined;
  const folder = () => {
    folders.push(mkdtempSync(join(tmpdir(), 'ctdx crash ')));
    return folders.at(-1) as string;
  };
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    postgres?.stop();
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  });

  // Killed after so many answers, with the rest of 20 under way: the count of rounds that lost some says so.
  test('holds every answered parcel whole and no half of another, on PGlite', async () => {
    expect(await surviveKills(folder(), {}, [1, 5, 12])).toBe(3);
  });

  test('holds every answered parcel whole and no half of another, on PostgreSQL', async () => {
    postgres = await startPostgres();
    const kills = [1, 3, 6, 12];
    expect(await surviveKills(folder(), { DATABASE_URL: postgres.url }, kills)).toBeGreaterThan(1);
  });
});

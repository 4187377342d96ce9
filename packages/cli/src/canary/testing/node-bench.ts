import { vi } from 'vitest';
import { parseConfiguration } from '../../../../server/src/configuration.js';
import { type ExchangeNode, nodeOn } from '../../../../server/src/create-node.js';
import type { DatabaseOptions, OpenDatabase } from '../../../../server/src/database/open.js';
import { openDatabase } from '../../../../server/src/database/open.js';
import { type Caller, makeCase, makeParcel, signIn } from '../../../../server/src/testing/agency.js';
import { type Trial, type TrialAgency, trialConfiguration } from '../../../../server/src/trial.js';
import type { Channel } from './channels.js';
import { look } from './ledger.js';
import type { Source } from './sources.js';

type Json = Record<string, unknown>;

/** A trial node whose answers, log and stray output can be looked at. */
export interface NodeBench {
  readonly node: ExchangeNode;
  readonly opened: OpenDatabase;
  readonly trial: Trial;
  readonly first: TrialAgency;
  readonly caller: Caller;
  readonly parcel: Json;
  /** What the node logged since the last look. */
  readonly log: unknown[];
  /** Looks at answers, at the log and at the streams of the process. */
  look(source: Source, marks: string | readonly string[], answers: unknown, more?: readonly Channel[]): void;
  close(): Promise<void>;
}

let shared: Promise<NodeBench> | undefined;

/** The one node that the tests of a process share: its database takes seconds to start. */
export function sharedNode(): Promise<NodeBench> {
  shared ??= startNode();
  return shared;
}

/** Stops the shared node, if there is one. */
export async function closeSharedNode(): Promise<void> {
  await (await shared)?.close();
}

/** Starts a node whose agreement grants every field and any code: marks get as far as the database. */
export async function startNode(options: DatabaseOptions = { memory: true }): Promise<NodeBench> {
  const trial = await trialConfiguration({ fields: ['/**'] });
  for (const { clauses } of trial.configuration.agreements)
    for (const clause of clauses) clause.unlistedCodes = true;
  const first = trial.agencies[0] as TrialAgency;
  const opened = await openDatabase(options);
  const log: unknown[] = [];
  const written: string[] = [];
  const node = await nodeOn(opened, parseConfiguration(trial.configuration), {
    configuration: trial.configuration,
    trial: true,
    log: (line) => log.push(line),
  });
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  }
  return {
    node,
    opened,
    trial,
    first,
    log,
    caller: await signIn(node, first),
    parcel: await makeParcel(trial, first, [makeCase(first)]),
    look(source, marks, answers, more = []) {
      for (const channel of ['http', ...more] as const) look(source, channel, marks, answers);
      look(source, 'nodeLog', marks, JSON.stringify(log.splice(0)));
      look(source, 'process', marks, written.splice(0).join('\n'));
    },
    async close() {
      vi.restoreAllMocks();
      await node.close();
    },
  };
}

/** Everything a caller gets: status line, headers and body. */
export async function whole(answer: Response): Promise<string> {
  return `${answer.status} ${answer.statusText} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
}

/** An answer that was judged, not one that broke down. */
export async function judged(answer: Response): Promise<string> {
  const text = await whole(answer);
  if (answer.status >= 500) throw new Error(`the node failed: ${answer.status}`);
  return text;
}

import { createNode, type ExchangeNode, type NodeOptions } from '../create-node.js';
import type { LogLine } from '../log.js';
import { type Trial, type TrialAgency, type TrialOptions, trialConfiguration } from '../trial.js';

/** A trial node in memory, its agencies, and the log that it writes. */
export interface StartedTrial {
  readonly node: ExchangeNode;
  readonly trial: Trial;
  readonly first: TrialAgency;
  readonly second: TrialAgency;
  readonly log: LogLine[];
}

export async function startTrial(
  options: Partial<NodeOptions> = {},
  trialOptions: TrialOptions = {},
): Promise<StartedTrial> {
  const trial = await trialConfiguration(trialOptions);
  const log: LogLine[] = [];
  const node = await createNode({
    configuration: trial.configuration,
    trial: true,
    log: (line) => log.push(line),
    ...options,
  });
  const [first, second] = trial.agencies;
  if (first === undefined || second === undefined) throw new Error('a trial has agencies');
  return { node, trial, first, second, log };
}

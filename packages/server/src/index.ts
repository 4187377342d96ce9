// Run a node
export { createNode } from './create-node.js';
export type { ExchangeNode, NodeOptions } from './create-node.js';
export { databaseFrom } from './database/from-environment.js';
export type { DatabaseOptions } from './database/open.js';
export { defaultLimits } from './limits.js';
export type { Limits } from './limits.js';

// Configure it
export { parseConfiguration, readConfiguration } from './configuration.js';
export type {
  Agency,
  AgencyRef,
  Agreement,
  Clause,
  Configuration,
  ConfigurationInput,
} from './configuration.js';

// Try it
export { trialConfiguration } from './trial.js';
export type { Trial, TrialAgency, TrialOptions } from './trial.js';

// What it says
export { standardErrorLog } from './log.js';
export type { Log, LogLine } from './log.js';
export { problems } from './problems.js';
export type { ProblemCode } from './problems.js';
export type { Receipt, Verdict, VerdictKind } from './exchange/receipt.js';
export type { Feed, FeedEntry } from './exchange/feed.js';
export type { HeldRecord } from './exchange/held-record.js';

// When it can't start
export { ConfigurationError } from './configuration-error.js';
export type { ConfigurationFault } from './configuration-error.js';
export { DatabaseError } from './database/database-error.js';
export type { DatabaseErrorCode } from './database/database-error.js';

// What is handed in
export type { Clock, Random } from './handed-in.js';

import type { Clause, Configuration } from './configuration.js';
import type { Database } from './database/open.js';
import type { Checker } from './exchange/checker.js';
import type { FieldFilter } from './exchange/fields.js';
import type { KeyRing } from './exchange/signature.js';
import type { Clock, Random } from './handed-in.js';
import type { Limits } from './limits.js';
import type { Log } from './log.js';

/** Everything a request works with. Made once, when the node starts. */
export interface Context {
  readonly configuration: Configuration;
  /** Audiences that an assertion may be made for: the node's own, and its token endpoint once it listens. */
  readonly audiences: string[];
  readonly keys: KeyRing;
  readonly filters: ReadonlyMap<Clause, FieldFilter>;
  readonly database: Database;
  /** Life of the database: a cursor of another one has expired. */
  readonly epoch: string;
  readonly checker: Checker;
  /** Signs access tokens. */
  readonly tokenSecret: Uint8Array<ArrayBuffer>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly limits: Limits;
  readonly trial: boolean;
}

import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { type Configuration, type ConfigurationInput, parseConfiguration } from './configuration.js';
import type { Context } from './context.js';
import { currentEpoch } from './database/epoch.js';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from './database/open.js';
import { fieldFilter } from './exchange/fields.js';
import { importKeys } from './exchange/signature.js';
import { standardChecker } from './exchange/standard-checker.js';
import { type Clock, type Random, systemClock, systemRandom } from './handed-in.js';
import { createApp } from './http/app.js';
import { defaultLimits, type Limits } from './limits.js';
import { type Log, standardErrorLog } from './log.js';

export interface NodeOptions {
  /** Agreements, agencies with their public keys, and the node itself. */
  readonly configuration: ConfigurationInput;
  /** Where the node keeps its state. @defaultValue PGlite in memory: gone when the node closes */
  readonly database?: DatabaseOptions;
  /** True for a trial node: it takes invented records only, and any other node takes none. @defaultValue false */
  readonly trial?: boolean;
  /** At least 32 bytes that sign access tokens. Give the same to each copy of a node. @defaultValue random */
  readonly tokenSecret?: Uint8Array<ArrayBuffer>;
  /** @defaultValue the clock of the machine */
  readonly clock?: Clock;
  /** @defaultValue the random source of the platform */
  readonly random?: Random;
  /** @defaultValue JSON lines on standard error */
  readonly log?: Log;
  /** Most that one request may hold. */
  readonly limits?: Partial<Limits>;
}

/** A running exchange node. */
export interface ExchangeNode {
  /** Answers a request in this process, without a network. */
  fetch(request: Request): Promise<Response>;
  /**
   * Listens for requests, on the loopback interface unless told otherwise, and gives the address.
   * Port 0 takes any that is free. An embedded database serves loopback only.
   */
  listen(port: number, host?: string): Promise<string>;
  /** Stops listening, lets requests end, and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts an exchange node: parcels in, verdicts out, a feed for each recipient.
 * @throws {ConfigurationError} when the configuration is not well formed
 * @throws {DatabaseError} when the database can't be opened
 * @example const node = await createNode({ configuration, database: { directory: 'data' } });
 */
export async function createNode(options: NodeOptions): Promise<ExchangeNode> {
  const configuration = parseConfiguration(options.configuration);
  const opened = await openDatabase(options.database ?? { memory: true });
  try {
    return await nodeOn(opened, configuration, options);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A node on a database that is open already. The node closes it. */
export async function nodeOn(
  opened: OpenDatabase,
  configuration: Configuration,
  options: NodeOptions,
): Promise<ExchangeNode> {
  return run(await makeContext(configuration, options, opened), opened);
}

async function makeContext(
  configuration: Configuration,
  options: NodeOptions,
  opened: OpenDatabase,
): Promise<Context> {
  const random = options.random ?? systemRandom;
  const limits = { ...defaultLimits, ...options.limits };
  const tokenSecret = options.tokenSecret ?? random(32);
  if (tokenSecret.length < 32) throw new TypeError('tokenSecret needs at least 32 bytes');
  const clauses = configuration.agreements.flatMap(({ clauses }) => clauses);
  return {
    configuration,
    audiences: [configuration.node.audience],
    keys: await importKeys(configuration),
    filters: new Map(clauses.map((clause) => [clause, fieldFilter(clause.fields)])),
    database: opened.database,
    epoch: await currentEpoch(configuration.node, opened.database, random),
    checker: standardChecker(limits.findings),
    tokenSecret,
    clock: options.clock ?? systemClock,
    random,
    log: options.log ?? standardErrorLog,
    limits,
    trial: options.trial ?? false,
  };
}

/** Milliseconds a client may take to say what it wants: a large parcel on a poor link takes most of a minute. */
const patience = { headersTimeout: 10_000, requestTimeout: 120_000 };

function run(context: Context, opened: OpenDatabase): ExchangeNode {
  const app = createApp(context);
  const servers: ServerType[] = [];
  const note = (event: 'started' | 'stopped') => context.log({ at: context.clock().toISOString(), event });
  return {
    fetch: async (request) => app.fetch(request),
    listen: async (port, host = '127.0.0.1') => {
      if (opened.embedded && !isLoopback(host))
        throw new TypeError('an embedded database serves loopback only');
      const server = createAdaptorServer({ fetch: app.fetch, serverOptions: patience });
      const address = await start(server, port, host);
      servers.push(server);
      context.audiences.push(`${address}/v1/token`);
      note('started');
      return address;
    },
    close: async () => {
      await Promise.all(servers.splice(0).map(stop));
      await opened.close();
      note('stopped');
    },
  };
}

function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === '::1' || host === 'localhost';
}

function start(server: ServerType, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const name = host.includes(':') ? `[${host}]` : host;
      resolve(`http://${name}:${typeof address === 'object' ? address?.port : port}`);
    });
  });
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

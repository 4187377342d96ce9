import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { DatabaseError } from './database-error.js';
import { lockDirectory } from './lock.js';

/** Where a node keeps its state: PostgreSQL, or PGlite in a data directory or in memory. */
export type DatabaseOptions =
  | { readonly url: string }
  | { readonly directory: string }
  | { readonly memory: true };

/** What both databases offer; a transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** An open database, its schema up to date. */
export interface OpenDatabase {
  readonly database: Database;
  /** True for PGlite, which serves the loopback interface only: it runs without fsync. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** From the package, not from this file: a bundle of it lies in another folder. */
const packageFolder = dirname(createRequire(import.meta.url).resolve('@ctdx/server/package.json'));
const migrationsFolder = join(packageFolder, 'migrations');
/** Any number that no other program on the same database uses: makes nodes that start together migrate in turn. */
const migrationLock = 1_668_572_280;
/** A statement that takes longer than this is stuck: the largest parcel takes well under a second. */
const statementTimeout = 30_000;

/** Opens the database and applies the migrations that it lacks. @throws {DatabaseError} */
export function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  if ('url' in options) return openPostgres(options.url);
  return 'directory' in options ? openDirectory(options.directory) : openEmbedded(undefined);
}

async function openDirectory(directory: string): Promise<OpenDatabase> {
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch(() => {
    throw new DatabaseError('directory-unusable');
  });
  const unlock = await lockDirectory(directory);
  try {
    const open = await openEmbedded(join(directory, 'database'));
    return { ...open, close: () => open.close().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

// Both drivers are loaded when they are used: a node on PostgreSQL has no need of 700 MB of WebAssembly.
async function openEmbedded(directory: string | undefined): Promise<OpenDatabase> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  const client = await PGlite.create(directory === undefined ? {} : { dataDir: directory }).catch(() => {
    throw new DatabaseError('unreachable');
  });
  const database = drizzle(client);
  await migrate(database, { migrationsFolder }).catch(async () => {
    await client.close();
    throw new DatabaseError('migration-failed');
  });
  return { database: database as unknown as Database, embedded: true, close: () => client.close() };
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const pool = new pg.Pool({ connectionString: url, max: 10, statement_timeout: statementTimeout });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced; its message may hold the address
  const fail = async (code: 'unreachable' | 'migration-failed'): Promise<never> => {
    await pool.end();
    throw new DatabaseError(code);
  };
  // An address that names a missing certificate throws here and now, with its path; hence no `.catch`.
  const connect = async () => pool.connect();
  const client = await connect().catch(() => fail('unreachable'));
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  } catch {
    client.release(true);
    return fail('migration-failed');
  }
  return { database: drizzle(pool) as unknown as Database, embedded: false, close: () => pool.end() };
}

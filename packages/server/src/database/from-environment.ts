import type { DatabaseOptions } from './open.js';

/**
 * Where a node keeps its state, as whoever starts it says: PostgreSQL by `DATABASE_URL`, else PGlite in the data
 * directory, else in memory.
 */
export function databaseFrom(
  environment: Readonly<Record<string, string | undefined>>,
  directory?: string,
): DatabaseOptions {
  const url = environment.DATABASE_URL;
  if (url !== undefined && url !== '') return { url };
  return directory === undefined ? { memory: true } : { directory };
}

import { and, eq } from 'drizzle-orm';
import { base64url, type Random } from '../handed-in.js';
import type { Database } from './open.js';
import { lives } from './schema.js';

/** The life of this database: made when a node first opens it, and the same until a restore starts another. */
export async function currentEpoch(
  { id, country }: { readonly id: string; readonly country: string },
  database: Database,
  random: Random,
): Promise<string> {
  await database
    .insert(lives)
    .values({ country, node: id, epoch: base64url(random(9)) })
    .onConflictDoNothing();
  const [life] = await database
    .select({ epoch: lives.epoch })
    .from(lives)
    .where(and(eq(lives.country, country), eq(lives.node, id)));
  if (life === undefined) throw new Error('a database that was opened has a life');
  return life.epoch;
}

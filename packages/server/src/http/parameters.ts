import { z } from 'zod';
import { defaultFeedLimit, maximumFeedLimit } from '../exchange/feed.js';
import { Refusal } from '../problems.js';

// The patterns are those of the contract; a test sends each example of it, and each pattern's opposite.

const country = z.string().regex(/^[A-Z]{2}$/);
const agency = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

export const recordId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

export const feedQuery = z.strictObject({
  after: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_-]+\.[0-9]{1,15}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/)
    .transform(Number)
    .pipe(z.number().max(maximumFeedLimit))
    .default(defaultFeedLimit),
});

/** Country and agency name a source together, or not at all. */
export const sourceQuery = z.union([
  z.strictObject({}).transform(() => undefined),
  z.strictObject({ country, agency }),
]);

/** Insists on the form of a parameter. @throws {Refusal} `malformed-request`, without the value */
export function insist<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refusal('malformed-request');
  return parsed.data;
}

/** Query of an address as a plain object. A parameter that is given twice is refused. */
export function queryOf(url: string): Record<string, string> {
  const entries = [...new URL(url).searchParams];
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw new Refusal('malformed-request');
  return Object.fromEntries(entries);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordTypes } from '@ctdx/model';
import { z } from 'zod';
import { ConfigurationError } from './configuration-error.js';
import type { ItemType } from './exchange/parcel.js';

const country = z.string().regex(/^[A-Z]{2}$/);
const agencyId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const day = z.iso.date();

/** What a clause may grant: every record but the envelope. */
const itemTypes = Object.keys(recordTypes).filter((type): type is ItemType => type !== 'parcel');

const agencyRef = z.strictObject({ country, agency: agencyId });

/** A public key. A private member is refused: a node has no business with the keys of an agency. */
const publicKey = z
  .object({
    kty: z.enum(['EC', 'OKP', 'RSA']),
    kid: z.string().regex(/^[A-Za-z0-9._-]{1,86}$/),
    alg: z.string(),
  })
  .loose()
  .refine((key) => !('d' in key), 'holds a private key');

/** A pointer into a record; `*` stands for one entry of an array, a last `**` for everything below. */
const fieldPattern = z
  .string()
  .regex(/^(\/(\*|[A-Za-z][A-Za-z0-9]*))*(\/\*\*)?$/)
  .min(2);

const clause = z.strictObject({
  clause: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/),
  senders: z.array(agencyRef).min(1),
  recipients: z.array(agencyRef).min(1),
  purposes: z.array(z.string()).min(1),
  levels: z.array(z.enum(['pseudonymized', 'aggregate'])).min(1),
  records: z.array(z.enum(itemTypes)).min(1),
  fields: z.array(fieldPattern).min(1),
  /** True when the sender may pass on records that another agency issued. */
  onward: z.boolean().default(false),
  /** True when records may hold codes that no list of the standard has; each could spell a name. Else they may not. */
  unlistedCodes: z.boolean().optional(),
});

const agreement = z.strictObject({
  ref: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  version: z.int().min(1).max(10_000),
  validFrom: day,
  /** Last day, included. */
  validUntil: day.optional(),
  clauses: z.array(clause).min(1),
});

const agency = z.strictObject({
  country,
  agency: agencyId,
  agencyType: z.string(),
  clientId: z.string().regex(/^[A-Za-z0-9._-]{1,128}$/),
  jwks: z.strictObject({ keys: z.array(publicKey).min(1) }),
});

const schema = z
  .strictObject({
    node: z.strictObject({ id: agencyId, country, audience: z.url() }),
    agencies: z.array(agency),
    agreements: z.array(agreement),
  })
  .refine(({ agencies }) => unique(agencies.map(({ clientId }) => clientId)), 'a client id is used twice')
  .refine(({ agencies }) => unique(agencies.map(nameOf)), 'an agency is listed twice')
  .refine(
    ({ agreements }) => unique(agreements.map(({ ref, version }) => `${ref} ${version}`)),
    'an agreement is listed twice',
  );

/** Who talks to a node and under what: agreements, agencies with their public keys, and the node itself. */
export type Configuration = z.output<typeof schema>;
/** A configuration as a person writes it. */
export type ConfigurationInput = z.input<typeof schema>;
export type Agency = Configuration['agencies'][number];
export type Agreement = Configuration['agreements'][number];
export type Clause = Agreement['clauses'][number];
export type AgencyRef = z.output<typeof agencyRef>;

/** Insists on a well-formed configuration. @throws {ConfigurationError} with the places that are wrong. */
export function parseConfiguration(input: unknown): Configuration {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(
    parsed.error.issues.map(({ path, code }) => ({ path: `/${path.map(String).join('/')}`, code })),
  );
}

/** Reads `configuration.json` of a data directory. @throws {ConfigurationError} */
export async function readConfiguration(directory: string): Promise<Configuration> {
  let input: unknown;
  try {
    input = JSON.parse(await readFile(join(directory, 'configuration.json'), 'utf8'));
  } catch {
    throw new ConfigurationError([{ path: '/', code: 'unreadable' }]);
  }
  return parseConfiguration(input);
}

/** One name per agency, for maps. A country has no space, so the pair can't be confused. */
export function nameOf({ country, agency }: AgencyRef): string {
  return `${country} ${agency}`;
}

function unique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

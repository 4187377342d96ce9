import { lt } from 'drizzle-orm';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { type Agency, nameOf } from '../configuration.js';
import type { Context } from '../context.js';
import { assertions } from '../database/schema.js';
import { recordSignatureType } from '../exchange/signature.js';
import { sha256 } from '../handed-in.js';
import { Refusal } from '../problems.js';

/** Seconds that the clocks of two machines may differ. */
const skew = 60;
/** Most seconds that an assertion may be good for: it is used at once, and its jti is held until it ends. */
const longest = 300;

const refused = () => new Refusal('client-refused', { error: 'invalid_client' });

/**
 * Tells which agency made an assertion (RFC 7523) and uses it up. All that can be wrong gives one answer, so that
 * a stranger learns nothing about clients and keys.
 * @throws {Refusal} `client-refused`
 */
export async function authenticateClient(
  assertion: string,
  clientId: string | null,
  context: Context,
): Promise<Agency> {
  const { agency, jti, expires } = await verify(assertion, context).catch(() => {
    throw refused();
  });
  if (clientId !== null && clientId !== agency.clientId) throw refused();
  await useUp(agency, jti, expires, context);
  return agency;
}

async function verify(assertion: string, context: Context) {
  const claimed = decodeJwt(assertion);
  const header = decodeProtectedHeader(assertion);
  const agency = context.configuration.agencies.find(({ clientId }) => clientId === claimed.iss);
  if (agency === undefined) throw refused();
  const ring = context.keys.get(nameOf(agency));
  const key =
    header.kid === undefined && ring?.size === 1 ? [...ring.values()][0] : ring?.get(header.kid ?? '');
  if (key === undefined || header.typ === recordSignatureType) throw refused();
  const now = context.clock();
  const { payload } = await jwtVerify(assertion, key.key, {
    algorithms: namesOf(key.algorithm),
    issuer: agency.clientId,
    subject: agency.clientId,
    audience: context.audiences,
    requiredClaims: ['exp', 'jti'],
    clockTolerance: skew,
    currentDate: now,
  });
  const { aud, exp = 0, jti = '' } = payload;
  // An assertion for several nodes could be used by one of them at another.
  if (Array.isArray(aud) && aud.length !== 1) throw refused();
  if (exp > now.getTime() / 1000 + longest + skew || jti === '' || jti.length > 256) throw refused();
  return { agency, jti, expires: new Date((exp + skew + 1) * 1000) };
}

/** Ed25519 goes by two names: the newer one (RFC 9864) says the curve. */
function namesOf(algorithm: string): string[] {
  return algorithm === 'EdDSA' ? ['EdDSA', 'Ed25519'] : [algorithm];
}

async function useUp(
  agency: Agency,
  jti: string,
  expiresAt: Date,
  { database, clock }: Context,
): Promise<void> {
  const { country, agency: id } = agency;
  await database.delete(assertions).where(lt(assertions.expiresAt, clock()));
  const used = await database
    .insert(assertions)
    .values({ country, agency: id, jtiDigest: await sha256(jti), expiresAt })
    .onConflictDoNothing()
    .returning({ jtiDigest: assertions.jtiDigest });
  if (used.length === 0) throw refused();
}

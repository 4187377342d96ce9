import { jwtVerify, SignJWT } from 'jose';
import type { Agency } from '../configuration.js';
import type { Context } from '../context.js';
import { base64url } from '../handed-in.js';
import { Refusal } from '../problems.js';

/** Seconds an access token is good for: long enough for a batch, short enough that a stolen one is soon useless. */
export const tokenLifetime = 300;

// Only the node itself reads its tokens, so a secret that never leaves it is the simplest key that works.
const algorithm = 'HS256';
const type = 'at+jwt';

/** Makes an access token for an agency, good for this node alone. */
export function issueToken({ clientId }: Agency, context: Context): Promise<string> {
  const now = Math.floor(context.clock().getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: algorithm, typ: type })
    .setIssuer(context.configuration.node.audience)
    .setAudience(context.configuration.node.audience)
    .setSubject(clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + tokenLifetime)
    .setJti(base64url(context.random(16)))
    .sign(context.tokenSecret);
}

/** Tells which agency an `Authorization` header stands for. @throws {Refusal} `token-refused` */
export async function authenticate(header: string | undefined, context: Context): Promise<Agency> {
  const token = /^Bearer ([\w.-]{1,4096})$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw new Refusal('token-refused');
  const { audience } = context.configuration.node;
  const verified = await jwtVerify(token, context.tokenSecret, {
    algorithms: [algorithm],
    typ: type,
    issuer: audience,
    audience,
    requiredClaims: ['exp', 'sub'],
    currentDate: context.clock(),
  }).catch(() => undefined);
  // An agency that left the configuration is out at once, whatever its token says.
  const agency = context.configuration.agencies.find(({ clientId }) => clientId === verified?.payload.sub);
  if (agency === undefined) throw new Refusal('token-refused');
  return agency;
}

import { type CryptoKey, importJWK, type JWK } from 'jose';
import * as openid from 'openid-client';
import { addressOf } from './address.js';
import type { Auth } from './auth.js';
import { CtdxClientError } from './client-error.js';
import {
  base64url,
  type Clock,
  type Fetch,
  type Random,
  systemClock,
  systemFetch,
  systemRandom,
} from './handed-in.js';
import { problemError } from './problem-error.js';

export interface PrivateKeyJwtOptions {
  /** Client id, as the node registered it. */
  readonly clientId: string;
  /** Private key of the agency. A JWK brings its `kid` and `alg`. */
  readonly privateKey: JWK | CryptoKey;
  /** Key id, where the key doesn't bring it. */
  readonly keyId?: string;
  /** Address of `POST /v1/token`. */
  readonly tokenEndpoint: string;
  /**
   * Audience of assertions, agreed with the node and never taken from an answer: one who listens in between could
   * name another node. @defaultValue the token endpoint
   */
  readonly audience?: string;
  /** True to allow plain HTTP, to a loopback address only. @defaultValue false */
  readonly allowInsecureLoopback?: boolean;
  readonly fetch?: Fetch;
  readonly clock?: Clock;
  readonly random?: Random;
}

/** Seconds before its end at which a token is not used any more: a request must still arrive with a good one. */
const margin = 30;
/** Seconds an assertion is good for: it is used at once. */
const assertionLifetime = 60;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Signs in by OAuth 2.0 client credentials with `private_key_jwt`, and keeps the token until shortly before its end.
 * Calls at the same time share one sign-in.
 * @throws {TypeError} when the token endpoint is not HTTPS, unless it is a loopback address and that was allowed
 * @example privateKeyJwt({ clientId, privateKey, tokenEndpoint: 'https://node.example/v1/token' })
 */
export function privateKeyJwt(options: PrivateKeyJwtOptions): Auth {
  insistSecure(options);
  const clock = options.clock ?? systemClock;
  const configured = configure(options);
  configured.catch(() => undefined); // whoever calls first gets the error
  let token: { readonly value: string; readonly until: number } | undefined;
  let pending: Promise<string> | undefined;

  const signIn = async (): Promise<string> => {
    const answer = await grant(await configured);
    const lifetime = Math.max((answer.expires_in ?? 0) - margin, 0);
    token = { value: answer.access_token, until: clock().getTime() + lifetime * 1000 };
    return answer.access_token;
  };
  return async (request, { rejected }) => {
    if (rejected) token = undefined;
    const fresh = token !== undefined && clock().getTime() < token.until ? token.value : undefined;
    pending ??= fresh === undefined ? signIn().finally(() => (pending = undefined)) : undefined;
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${fresh ?? (await pending)}`);
    return new Request(request, { headers });
  };
}

function isPlainHttp({ tokenEndpoint }: PrivateKeyJwtOptions): boolean {
  return new URL(tokenEndpoint).protocol === 'http:';
}

function insistSecure(options: PrivateKeyJwtOptions): void {
  const { hostname } = addressOf(options.tokenEndpoint, 'tokenEndpoint');
  if (isPlainHttp(options) && !(options.allowInsecureLoopback === true && loopback.test(hostname))) {
    throw new TypeError('the token endpoint must be HTTPS');
  }
}

async function configure(options: PrivateKeyJwtOptions): Promise<openid.Configuration> {
  const { key, keyId } = await importKey(options);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const audience = options.audience ?? options.tokenEndpoint;
  const proof = openid.PrivateKeyJwt(keyId === undefined ? key : { key, kid: keyId }, {
    [openid.modifyAssertion]: (_header, payload) => {
      const now = Math.floor(clock().getTime() / 1000);
      Object.assign(payload, { aud: audience, iat: now, nbf: now, exp: now + assertionLifetime });
      payload['jti'] = base64url(random(24));
    },
  });
  const server = { issuer: audience, token_endpoint: options.tokenEndpoint };
  const configuration = new openid.Configuration(server, options.clientId, undefined, proof);
  if (isPlainHttp(options)) openid.allowInsecureRequests(configuration);
  const send = options.fetch ?? systemFetch;
  configuration[openid.customFetch] = async (address, init) => {
    const request = new Request(address, { ...init, redirect: 'error' } as RequestInit);
    const response = await send(request).catch(() => {
      throw new CtdxClientError('network');
    });
    // What the node says of the sign-in is kept as a problem; the library would keep less of it.
    if (!response.ok) throw await problemError(response, 'sign-in-failed');
    return response;
  };
  return configuration;
}

async function importKey({ privateKey, keyId }: PrivateKeyJwtOptions) {
  if (!('kty' in privateKey)) return { key: privateKey as CryptoKey, keyId };
  const jwk = privateKey as JWK;
  const key = await importJWK(jwk, jwk.alg ?? 'ES256');
  if (key instanceof Uint8Array) throw new TypeError('the private key is not an asymmetric one');
  return { key, keyId: keyId ?? jwk.kid };
}

async function grant(configuration: openid.Configuration) {
  try {
    return await openid.clientCredentialsGrant(configuration);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    for (const known of [error, cause]) if (CtdxClientError.is(known)) throw known;
    if (error instanceof TypeError) throw error; // a bad call
    throw new CtdxClientError('sign-in-failed');
  }
}

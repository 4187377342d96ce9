import { authenticateClient } from '../auth/assertion.js';
import { issueToken, tokenLifetime } from '../auth/token.js';
import type { Context } from '../context.js';
import { Refusal } from '../problems.js';
import { insistOnMediaType, readBody } from './body.js';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** A token request is an assertion and little else. */
const longestForm = 16 * 1024;
const known = new Set(['grant_type', 'client_assertion_type', 'client_assertion', 'client_id', 'scope']);

/** Answers a token request (RFC 6749 section 4.4, RFC 7523). @throws {Refusal} */
export async function answerTokenRequest(
  request: Request,
  context: Context,
): Promise<Record<string, unknown>> {
  const form = await readForm(request);
  if (form.get('grant_type') !== 'client_credentials') {
    throw new Refusal('token-request-refused', { error: 'unsupported_grant_type' });
  }
  // No scopes exist yet, and whoever asks for one must not believe that it narrows the token.
  if (form.has('scope')) throw new Refusal('token-request-refused', { error: 'invalid_scope' });
  const assertion = form.get('client_assertion');
  if (form.get('client_assertion_type') !== assertionType || assertion === null) {
    throw new Refusal('client-refused', { error: 'invalid_client' });
  }
  const agency = await authenticateClient(assertion, form.get('client_id'), context);
  return { access_token: await issueToken(agency, context), token_type: 'Bearer', expires_in: tokenLifetime };
}

async function readForm(request: Request): Promise<URLSearchParams> {
  insistOnMediaType(request, 'application/x-www-form-urlencoded');
  const body = await readBody(request, longestForm);
  const form = new URLSearchParams(new TextDecoder().decode(body));
  const names = [...form.keys()];
  if (new Set(names).size !== names.length || names.some((name) => !known.has(name))) {
    throw new Refusal('malformed-request', { error: 'invalid_request' });
  }
  return form;
}

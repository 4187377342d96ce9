import type { Context } from '../context.js';
import { base64url } from '../handed-in.js';
import { describeFailure, sqlState } from '../log.js';
import { problemBody, problems, Refusal } from '../problems.js';

/** What a handler has to say: text that is JSON already, or an object. */
export interface Said {
  readonly body: string | object;
  readonly counts?: Readonly<Record<string, number>>;
}

/** SQLSTATE classes and error codes of a database that is away or full of connections, not of a wrong statement. */
const away = /^(08|53|57P)/;
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND']);
/** Seconds after which to ask again. */
const retryAfter = '5';

/** Runs a handler and turns its end, good or bad, into a response and a line of the log. Nothing passes it by. */
export async function respond(
  route: string,
  handle: () => Promise<Said>,
  context: Context,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const request = base64url(context.random(12));
  const began = context.clock().getTime();
  const said = await handle().catch((error: unknown) => toRefusal(error, request, context));
  const response = said instanceof Refusal ? refuse(said, request, headers) : grant(said, request);
  context.log({
    at: context.clock().toISOString(),
    event: 'request',
    request,
    route,
    status: response.status,
    ...(said instanceof Refusal ? { code: said.code } : {}),
    ...(said instanceof Refusal || said.counts === undefined ? {} : { counts: said.counts }),
    milliseconds: context.clock().getTime() - began,
  });
  return response;
}

function toRefusal(error: unknown, request: string, context: Context): Refusal {
  if (error instanceof Refusal) return error;
  context.log({ at: context.clock().toISOString(), event: 'failure', request, ...describeFailure(error) });
  return new Refusal(isAway(error) ? 'unavailable' : 'internal');
}

function isAway(error: unknown): boolean {
  if (away.test(sqlState(error) ?? '')) return true;
  for (let current = error; current instanceof Error; current = current.cause) {
    if (awayCodes.has((current as NodeJS.ErrnoException).code ?? '')) return true;
  }
  return false;
}

/** Headers of every answer: nothing of an exchange belongs in a cache. */
function headersOf(request: string, mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': request,
  };
}

function grant({ body }: Said, request: string): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status: 200, headers: headersOf(request, 'application/json') });
}

function refuse(refusal: Refusal, request: string, more: Readonly<Record<string, string>>): Response {
  const { status } = problems[refusal.code];
  // RFC 6749 section 5.2 asks for application/json on the token endpoint; the members stay those of a problem.
  const mediaType = refusal.facts.error === undefined ? 'application/problem+json' : 'application/json';
  const headers = { ...headersOf(request, mediaType), ...more };
  if (status === 503) headers['retry-after'] = retryAfter;
  if (refusal.code === 'token-refused') headers['www-authenticate'] = 'Bearer';
  return new Response(JSON.stringify(problemBody(refusal, request)), { status, headers });
}

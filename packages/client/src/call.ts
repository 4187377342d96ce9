import type { Auth } from './auth.js';
import { CtdxClientError } from './client-error.js';
import type { Fetch, Random, Sleep } from './handed-in.js';
import { problemError } from './problem-error.js';
import { readText } from './read-text.js';
import { type RetryOptions, waitBefore } from './retry.js';

/** One operation of the contract, ready to be sent as often as it takes. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** Path and query, below the base address. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False for what needs no token. @defaultValue true */
  readonly signedIn?: boolean;
}

/** How operations are sent. */
export interface Transport {
  /** Address of the node, ending in a slash. */
  readonly base: URL;
  readonly auth: Auth;
  readonly fetch: Fetch;
  readonly random: Random;
  readonly sleep: Sleep;
  /** Milliseconds one attempt may take. */
  readonly timeout: number;
  readonly retry: RetryOptions;
}

/** Bytes of an answer that are read: 500 full cases of a feed are a few megabytes. */
const longestAnswer = 64 * 1024 * 1024;

/**
 * Sends an operation until it is answered for good, and returns the JSON of the answer. The same headers and body
 * go out each time, so an idempotency key is kept.
 * @throws {CtdxClientError}
 */
export async function call(
  operation: Operation,
  transport: Transport,
  signal?: AbortSignal,
): Promise<unknown> {
  let rejected = false;
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted === true) throw new CtdxClientError('aborted');
    try {
      return await attemptOnce(operation, transport, rejected, signal);
    } catch (error) {
      // A token may end early, or the node may have been restarted: one new token is worth a try.
      if (!rejected && CtdxClientError.is(error) && error.code === 'token-refused') {
        rejected = true;
        continue;
      }
      const wait = waitBefore(attempt, error, transport.retry, transport.random);
      if (wait === undefined) throw error;
      await transport.sleep(wait, signal);
    }
  }
}

async function attemptOnce(
  { method, path, headers = {}, body, signedIn = true }: Operation,
  { base, auth, fetch, timeout }: Transport,
  rejected: boolean,
  outer?: AbortSignal,
): Promise<unknown> {
  const timer = AbortSignal.timeout(timeout);
  const signal = outer === undefined ? timer : AbortSignal.any([outer, timer]);
  // A redirect could carry the token elsewhere, so none is followed.
  const init = {
    method,
    headers: { accept: 'application/json', ...headers },
    redirect: 'error',
    signal,
  } as const;
  const bare = requestOf(new URL(path, base), body === undefined ? init : { ...init, body });
  try {
    return await orAborted(signal, async () => {
      const request = signedIn ? await auth(bare, { rejected, signal }) : bare;
      return readAnswer(await send(fetch, request));
    });
  } catch (error) {
    if (outer?.aborted === true) throw new CtdxClientError('aborted');
    if (timer.aborted) throw new CtdxClientError('timeout');
    throw error;
  }
}

/** The platform's error quotes the header that it refuses; ours says that there is one. */
function requestOf(address: URL, init: RequestInit): Request {
  try {
    return new Request(address, init);
  } catch {
    throw new TypeError('a header of the request can not be sent: look at the idempotency key');
  }
}

/** What a fetch throws names addresses and headers, so only the fact is kept. */
async function send(fetch: Fetch, request: Request): Promise<Response> {
  return fetch(request).catch(() => {
    throw new CtdxClientError('network');
  });
}

async function readAnswer(response: Response): Promise<unknown> {
  if (!response.ok) throw await problemError(response);
  let text: string;
  try {
    text = await readText(response, longestAnswer);
  } catch (error) {
    throw new CtdxClientError(error instanceof RangeError ? 'unexpected-answer' : 'network');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CtdxClientError('unexpected-answer', { status: response.status });
  }
}

/** Ends with the signal, also when whoever does the work does not look at it. */
function orAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new CtdxClientError('aborted'));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

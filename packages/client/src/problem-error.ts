import type { Problem } from '@ctdx/model/api';
import { CtdxClientError, type LocalErrorCode } from './client-error.js';
import { readText } from './read-text.js';
import { toldFacts } from './told.js';

/** Bytes of a problem that are read: a few hundred findings at most. */
const longestProblem = 1024 * 1024;
/** Codes look like this; anything else from a node is not repeated. */
const codePattern = /^[a-z]+(-[a-z]+)*$/;

/** Turns a bad answer into an error: by its problem where it is one, else as `otherwise`. */
export async function problemError(
  response: Response,
  otherwise: LocalErrorCode = 'unexpected-answer',
): Promise<CtdxClientError> {
  const retryAfter = secondsToWait(response.headers.get('retry-after'));
  const found = { status: response.status, ...(retryAfter === undefined ? {} : { retryAfter }) };
  const problem = await readProblem(response);
  if (problem === undefined) return new CtdxClientError(otherwise, found);
  return new CtdxClientError(problem.code, { ...found, ...toldFacts(problem) });
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    const problem = JSON.parse(await readText(response, longestProblem)) as Problem;
    return typeof problem.code === 'string' && codePattern.test(problem.code) ? problem : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds; the form with a date is left to the backoff, because clocks differ. */
function secondsToWait(header: string | null): number | undefined {
  return header !== null && /^[0-9]{1,6}$/.test(header) ? Number(header) : undefined;
}

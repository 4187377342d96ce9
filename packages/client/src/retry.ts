import { CtdxClientError } from './client-error.js';
import type { Random } from './handed-in.js';

/** How often and how patiently a call is tried again. */
export interface RetryOptions {
  /** Attempts after the first. @defaultValue 4 */
  readonly retries: number;
  /** Milliseconds of the first wait, at most; each further one is twice as long. */
  readonly base: number;
  /** Milliseconds of any wait, at most. A node that asks for more is not waited for. */
  readonly longest: number;
}

/** Four waits of at most 0.5, 1, 2 and 4 seconds outlast a restart of a node; a minute is what a caller bears. */
export const defaultRetry: RetryOptions = { retries: 4, base: 500, longest: 60_000 };

/** Problems that pass: too many requests, a gateway that is not ready, a node that is away. */
const passingStatus = new Set([429, 502, 503, 504]);

/**
 * Milliseconds until the next attempt, or undefined when there is no use in one. Full jitter: any time between
 * nothing and the bound, so that clients which failed together don't come back together.
 */
export function waitBefore(
  attempt: number,
  error: unknown,
  { retries, base, longest }: RetryOptions,
  random: Random,
): number | undefined {
  if (attempt > retries || !CtdxClientError.is(error) || !passes(error)) return undefined;
  const jitter = fraction(random) * Math.min(base * 2 ** (attempt - 1), longest);
  const asked = (error.facts.retryAfter ?? 0) * 1000;
  return asked > longest ? undefined : asked + jitter;
}

function passes({ code, facts }: CtdxClientError): boolean {
  return code === 'network' || code === 'timeout' || passingStatus.has(facts.status ?? 0);
}

/** A number from 0 up to 1. */
function fraction(random: Random): number {
  const bytes = random(4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32;
}

import type { Parcel, Valid } from '@ctdx/model';
import type { Capabilities, Feed, FeedEntry, HeldRecord, Receipt } from '@ctdx/model/api';
import { addressOf } from './address.js';
import type { Auth } from './auth.js';
import { call, type Operation, type Transport } from './call.js';
import { CtdxClientError } from './client-error.js';
import {
  base64url,
  type Fetch,
  type Random,
  type Sleep,
  systemFetch,
  systemRandom,
  systemSleep,
} from './handed-in.js';
import { insistSendable } from './insist-sendable.js';
import { defaultRetry } from './retry.js';

/** A parcel that may leave an agency: an identified one is another type and does not compile here. */
export type SendableParcel = Valid<Parcel<'pseudonymized' | 'aggregate'>>;

export interface ClientOptions {
  /** Address of the node, without `/v1`. HTTPS, or a loopback address. */
  readonly baseUrl: string;
  /** Proves who asks; see `privateKeyJwt`. */
  readonly auth: Auth;
  /** @defaultValue the platform's */
  readonly fetch?: Fetch;
  /** Source of idempotency keys and jitter. @defaultValue the platform's */
  readonly random?: Random;
  /** Waits between attempts. @defaultValue a timer */
  readonly sleep?: Sleep;
  /** Milliseconds one attempt may take. @defaultValue 30,000: a thousand records on a poor link */
  readonly timeout?: number;
  /** Attempts after the first. @defaultValue 4 */
  readonly retries?: number;
}

/** Ends a call early. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface SubmitOptions extends CallOptions {
  /** Key of an earlier submission of the same parcel, to get its answer again. @defaultValue a new one */
  readonly idempotencyKey?: string;
}

export interface FeedOptions extends CallOptions {
  /** Cursor of the last entry that was dealt with. @defaultValue the start */
  readonly after?: string;
  /** Entries asked for at a time, up to 500. @defaultValue 100 */
  readonly pageSize?: number;
}

export interface RecordOptions extends CallOptions {
  /** Source agency, where several use the same id. */
  readonly source?: { readonly country: string; readonly agency: string };
}

/** Talks to one node as one agency. Every call throws {@link CtdxClientError} and nothing else. */
export interface Client {
  /** What the node takes. Needs no sign-in. */
  capabilities(options?: CallOptions): Promise<Capabilities>;
  /** Sends a parcel and returns the verdict on each record. The parcel is checked again before a byte leaves. */
  submit(parcel: SendableParcel, options?: SubmitOptions): Promise<Receipt>;
  /** What was sent to this agency, in order, until there is no more. Keep the cursor of the last entry to go on later. */
  feed(options?: FeedOptions): AsyncGenerator<FeedEntry, void, undefined>;
  /** The newest revision of a record that is this agency's own or was sent to it. */
  record(id: string, options?: RecordOptions): Promise<HeldRecord>;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Makes a client of an exchange node.
 * @throws {TypeError} when the address is neither HTTPS nor a loopback address
 * @example const client = createClient({ baseUrl: 'https://node.example', auth: privateKeyJwt({ … }) });
 */
export function createClient(options: ClientOptions): Client {
  const transport = makeTransport(options);
  const get = (path: string, more: Partial<Operation>, signal?: AbortSignal) =>
    call({ method: 'GET', path, ...more }, transport, signal);
  return {
    capabilities: async ({ signal } = {}) =>
      (await get('v1/capabilities', { signedIn: false }, signal)) as Capabilities,
    submit: async (parcel, { signal, idempotencyKey } = {}) => {
      insistSendable(parcel);
      const key = idempotencyKey ?? base64url(transport.random(24));
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const body = JSON.stringify(parcel);
      return (await call(
        { method: 'POST', path: 'v1/parcels', headers, body },
        transport,
        signal,
      )) as Receipt;
    },
    feed: (feedOptions = {}) =>
      readFeed(feedOptions, (path, signal) => get(path, {}, signal) as Promise<Feed>),
    record: async (id, { signal, source } = {}) => {
      const query = source === undefined ? '' : `?${new URLSearchParams({ ...source })}`;
      return (await get(`v1/records/${encodeURIComponent(id)}${query}`, {}, signal)) as HeldRecord;
    },
  };
}

async function* readFeed(
  { after, pageSize, signal }: FeedOptions,
  get: (path: string, signal?: AbortSignal) => Promise<Feed>,
): AsyncGenerator<FeedEntry, void, undefined> {
  for (let cursor = after; ; ) {
    const query = new URLSearchParams();
    if (cursor !== undefined) query.set('after', cursor);
    if (pageSize !== undefined) query.set('limit', String(pageSize));
    const page = await get(`v1/feed?${query}`, signal);
    yield* page.entries;
    // A node that says there is more and moves no further would keep us here for ever.
    if (page.more && page.next === cursor) throw new CtdxClientError('unexpected-answer');
    if (!page.more) return;
    cursor = page.next;
  }
}

function makeTransport(options: ClientOptions): Transport {
  const base = addressOf(options.baseUrl.replace(/\/*$/, '/'), 'baseUrl');
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && loopback.test(base.hostname))) {
    throw new TypeError('baseUrl must be HTTPS or a loopback address');
  }
  return {
    base,
    auth: options.auth,
    fetch: options.fetch ?? systemFetch,
    random: options.random ?? systemRandom,
    sleep: options.sleep ?? systemSleep,
    timeout: options.timeout ?? 30_000,
    retry: { ...defaultRetry, retries: options.retries ?? defaultRetry.retries },
  };
}

import { type Context as Call, Hono } from 'hono';
import { authenticate } from '../auth/token.js';
import { capabilities } from '../capabilities.js';
import type { Context } from '../context.js';
import { readFeed } from '../exchange/feed.js';
import { ingest } from '../exchange/ingest.js';
import { readRecord } from '../exchange/read-record.js';
import { Refusal } from '../problems.js';
import { insistOnMediaType, parseJson, readBody } from './body.js';
import { feedQuery, idempotencyKey, insist, queryOf, recordId, sourceQuery } from './parameters.js';
import { respond, type Said } from './respond.js';
import { answerTokenRequest } from './token-request.js';

/** Answers one request of a route: the body as text or as an object, and what the log may count. */
type Handler = (call: Call, context: Context) => Promise<Said>;

interface Route {
  readonly method: 'GET' | 'POST';
  /** The path as the contract writes it; what the log says. */
  readonly path: string;
  readonly handle: Handler;
}

const getCapabilities: Handler = async (_call, context) => ({ body: capabilities(context) });

const createToken: Handler = async (call, context) => ({
  body: await answerTokenRequest(call.req.raw, context),
});

const submitParcel: Handler = async (call, context) => {
  const caller = await authenticate(call.req.header('authorization'), context);
  const key = insist(idempotencyKey, call.req.header('idempotency-key'));
  insistOnMediaType(call.req.raw, 'application/json');
  const body = await readBody(call.req.raw, context.limits.bytes);
  const read = () => parseJson(body, context.limits);
  const { text, receipt } = await ingest({ caller, idempotencyKey: key, body, read }, context);
  return { body: text, counts: receipt?.counts ?? { repeated: 1 } };
};

const getFeed: Handler = async (call, context) => {
  const caller = await authenticate(call.req.header('authorization'), context);
  const { after, limit } = insist(feedQuery, queryOf(call.req.url));
  const feed = await readFeed(caller, after, limit, context);
  return { body: feed, counts: { entries: feed.entries.length } };
};

const getRecord: Handler = async (call, context) => {
  const caller = await authenticate(call.req.header('authorization'), context);
  const source = insist(sourceQuery, queryOf(call.req.url));
  return { body: await readRecord(caller, insist(recordId, call.req.param('id')), source, context) };
};

/** Every operation of the contract. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/v1/capabilities', handle: getCapabilities },
  { method: 'POST', path: '/v1/token', handle: createToken },
  { method: 'POST', path: '/v1/parcels', handle: submitParcel },
  { method: 'GET', path: '/v1/feed', handle: getFeed },
  { method: 'GET', path: '/v1/records/:id', handle: getRecord },
];

/** The HTTP side of a node. Each request ends in {@link respond}, whatever happens. */
export function createApp(context: Context): Hono {
  const app = new Hono();
  for (const { method, path, handle } of routes) {
    app.on(method, path, (call) => respond(path, () => handle(call, context), context));
    app.all(path, () =>
      respond(path, () => Promise.reject(new Refusal('method-not-allowed')), context, { allow: method }),
    );
  }
  app.notFound(() => respond('*', () => Promise.reject(new Refusal('not-found')), context));
  return app;
}

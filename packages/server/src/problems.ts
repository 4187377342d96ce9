import type { Finding } from '@ctdx/model';

/** Every refusal of the node: its status and its title. The contract holds the same table, and a test compares them. */
export const problems = {
  'malformed-request': { status: 400, title: 'The request is not well formed' },
  'malformed-json': { status: 400, title: 'The body is not well-formed JSON in UTF-8' },
  'text-not-storable': { status: 400, title: "The body holds text or a number that can't be stored" },
  'token-request-refused': { status: 400, title: 'The token request is not one that this node serves' },
  'client-refused': { status: 401, title: 'The client assertion was not accepted' },
  'token-refused': { status: 401, title: 'The access token is missing, expired or not for this node' },
  'sender-mismatch': { status: 403, title: 'The sender of the parcel is not the agency that sends it' },
  'agreement-refused': { status: 403, title: 'No agreement in force allows this parcel' },
  'level-refused': { status: 403, title: "Records at this level don't travel this way" },
  'not-found': { status: 404, title: 'There is nothing here that you may see' },
  'method-not-allowed': { status: 405, title: "This resource doesn't know that method" },
  'record-ambiguous': { status: 409, title: 'Several agencies sent you a record with this id' },
  'cursor-expired': { status: 410, title: 'The cursor belongs to an earlier life of this node' },
  'body-too-large': { status: 413, title: 'The body is larger than this node takes' },
  'too-many-records': { status: 413, title: 'The parcel holds more records than this node takes' },
  'too-deep': { status: 413, title: 'The body is nested deeper than this node takes' },
  'media-type-refused': { status: 415, title: 'The body is not of a media type that is read here' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key was used for another body' },
  'parcel-invalid': { status: 422, title: 'The envelope of the parcel is not valid' },
  'version-refused': { status: 422, title: "The parcel is written in a version that this node doesn't read" },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'The node failed' },
  unavailable: { status: 503, title: "The node can't answer now" },
} as const satisfies Record<string, { status: number; title: string }>;

/** Stable code of a problem. */
export type ProblemCode = keyof typeof problems;

/** Why an agreement refused. */
export type AgreementReason = 'unknown' | 'not-in-force' | 'sender' | 'recipient' | 'purpose' | 'level';

/** What a problem may say beside its code: facts of the node and its agreements, never of the request. */
export interface ProblemFacts {
  readonly reason?: AgreementReason;
  readonly clause?: string;
  readonly limit?: number;
  readonly findings?: readonly Finding[];
  /** Error code of RFC 6749, on the token endpoint only. */
  readonly error?: 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
}

/** Ends a request with a problem. Its message is its code: it holds nothing of the request. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** The body of a problem (RFC 9457). */
export function problemBody({ code, facts }: Refusal, request: string): Record<string, unknown> {
  const { status, title } = problems[code];
  const { error, ...more } = facts;
  return {
    ...(error === undefined ? {} : { error }),
    type: `urn:ctdx:problem:${code}`,
    title,
    status,
    code,
    request,
    ...more,
  };
}

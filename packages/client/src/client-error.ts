import type { Finding } from '@ctdx/model';
import type { Problem, ProblemCode } from '@ctdx/model/api';

/** What can go wrong before a node answers, or in its answer. */
export type LocalErrorCode =
  | 'not-sendable'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'sign-in-failed'
  | 'unexpected-answer';

/** Every code of a {@link CtdxClientError}: one of a problem of the node, or one of this side. */
export type ClientErrorCode = ProblemCode | LocalErrorCode;

const sentences: Readonly<Record<LocalErrorCode, string>> = {
  'not-sendable': 'The parcel was refused before anything was sent.',
  network: 'The node could not be reached.',
  timeout: 'The node did not answer in time.',
  aborted: 'The call was aborted.',
  'sign-in-failed': 'The client could not sign in.',
  'unexpected-answer': 'The node answered in a way that the contract does not know.',
};

const mark: unique symbol = Symbol.for('@ctdx/client/error') as never;

/** What an error says beside its code. All of it is facts of the contract, of the node or of the standard. */
export interface ClientErrorFacts {
  readonly status?: number;
  /** Id of the request at the node, to quote in a report. */
  readonly request?: string;
  readonly reason?: Problem['reason'];
  readonly clause?: string;
  readonly limit?: number;
  readonly findings?: readonly Finding[];
  /** Seconds after which the node wants to be asked again. */
  readonly retryAfter?: number;
}

/** A call that failed. It carries a stable code and facts, and nothing of a record, a token or an address. */
export class CtdxClientError extends Error {
  override readonly name = 'CtdxClientError';
  readonly [mark] = true;
  readonly code: ClientErrorCode;
  readonly facts: ClientErrorFacts;

  constructor(code: ClientErrorCode, facts: ClientErrorFacts = {}) {
    super(Object.hasOwn(sentences, code) ? sentences[code as LocalErrorCode] : `The node refused: ${code}.`);
    this.code = code;
    this.facts = facts;
  }

  /** True across two copies of this package; `instanceof` is not. */
  static is(value: unknown): value is CtdxClientError {
    return value instanceof Error && mark in value;
  }
}

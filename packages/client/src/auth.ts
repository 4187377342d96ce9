/** What an {@link Auth} is told beside the request. */
export interface AuthAttempt {
  /** True when the node just refused the token that the last attempt carried: get another one. */
  readonly rejected: boolean;
  readonly signal: AbortSignal;
}

/** Proves who asks: takes a request and gives it back with credentials. Called once per attempt. */
export type Auth = (request: Request, attempt: AuthAttempt) => Request | Promise<Request>;

import type { ProblemCode } from './problems.js';

/** One line of the log: codes, ids of requests and counts. No record data, no header, no name of an agency. */
export interface LogLine {
  readonly at: string;
  readonly event: 'request' | 'failure' | 'started' | 'stopped';
  /** Id of the request, as its answer says it. */
  readonly request?: string;
  /** The route as the contract writes it, never the path that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly code?: ProblemCode;
  readonly milliseconds?: number;
  /** Records by verdict, or entries read. */
  readonly counts?: Readonly<Record<string, number>>;
  /** SQLSTATE of a failed statement, five characters; nothing else of a database error is kept. */
  readonly sqlState?: string;
  /** Class of an error, out of a closed list. */
  readonly kind?: string;
}

/** Where lines go. */
export type Log = (line: LogLine) => void;

/** Writes each line as JSON to standard error. */
export const standardErrorLog: Log = (line) => {
  process.stderr.write(`${JSON.stringify(line)}\n`);
};

const kinds = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'DrizzleQueryError',
  'JOSEError',
]);

/** What may be said of an unexpected error: its class if it is a known one, and an SQLSTATE. Messages hold data. */
export function describeFailure(error: unknown): Pick<LogLine, 'kind' | 'sqlState'> {
  const kind = error instanceof Error && kinds.has(error.constructor.name) ? error.constructor.name : 'Error';
  const state = sqlState(error);
  return state === undefined ? { kind } : { kind, sqlState: state };
}

/** SQLSTATE of an error or of what caused it. */
export function sqlState(error: unknown): string | undefined {
  for (
    let current = error, depth = 0;
    current instanceof Error && depth < 5;
    current = current.cause, depth += 1
  ) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

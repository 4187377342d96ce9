import type { Finding } from '@ctdx/model';

const mark: unique symbol = Symbol.for('@ctdx/validate/invalid-record') as never;

/** Thrown by `parse`. It says how much is wrong and carries the findings; it never says what somebody wrote. */
export class InvalidRecordError extends Error {
  override readonly name = 'InvalidRecordError';
  readonly code = 'INVALID_RECORD';
  readonly findings: readonly Finding[];
  readonly [mark] = true;

  constructor(findings: readonly Finding[]) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    super(errors === 1 ? 'The record has 1 error.' : `The record has ${errors} errors.`);
    this.findings = findings;
  }

  /** True across two copies of this package; `instanceof` is not. */
  static is(value: unknown): value is InvalidRecordError {
    return value instanceof Error && mark in value;
  }
}

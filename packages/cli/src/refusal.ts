const mark: unique symbol = Symbol.for('ctdx/refusal') as never;

/** The call, or a file it names, can't be used. Its message is one line without anything that somebody typed. */
export class Refusal extends Error {
  readonly [mark] = true;
  override readonly name = 'Refusal';
}

/** True across two copies of this package. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Error && mark in value;
}

/** Refuses the call with one line. */
export function refuse(line: string): never {
  throw new Refusal(line);
}

/** What a check found. No problems means that the promise holds. */
export interface Outcome {
  /** One line each: where, and what to do about it. */
  readonly problems: readonly string[];
  /** A few words about what was looked at, so that a check which looks at nothing shows. */
  readonly detail: string;
}

export interface Options {
  /** Rewrite what is compared with, where a check compares with a committed file. */
  readonly update: boolean;
}

/** A promise of the design, and the code that looks whether it is kept. */
export interface Check {
  readonly name: string;
  readonly run: (options: Options) => Promise<Outcome> | Outcome;
}

/** `3 files`, `1 file`. */
export function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

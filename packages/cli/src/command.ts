import type { Terminal } from './terminal.js';

/** One option of a command. `value` names what follows it; without it the option is a switch. */
export interface Option {
  readonly value?: string;
  readonly says: string;
  readonly required?: boolean;
  /** Closed set of values, checked before the command runs. */
  readonly among?: readonly string[];
}

/** What a person typed, sorted into files and options; every option is known and complete. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | true | undefined>>;
}

/** One command as a row of the table in `commands.ts`. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** Operands as the usage line writes them. */
  readonly operands: string;
  /** Fewest and most operands. */
  readonly count: readonly [least: number, most: number];
  readonly options: Readonly<Record<string, Option>>;
  /** A few lines under the options, such as an example. */
  readonly more?: readonly string[];
  /** Runs the command; the number is the exit code: 0 good, 1 something invalid, 2 can't be used. */
  run(args: Arguments, terminal: Terminal): Promise<number>;
}

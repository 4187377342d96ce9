import process from 'node:process';

/** Everything a command needs from the machine, handed in so that tests need none. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** What is said beside the result: refusals, progress, notices. */
  say(line: string): void;
  /** Standard input as bytes. */
  input(): ReadableStream<Uint8Array>;
  /** The clock, for dates that a record carries. */
  now(): Date;
  /** Ends when the person interrupts a command that runs on, such as `serve`. */
  readonly interrupted: Promise<void>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    say: (line) => void process.stderr.write(`${line}\n`),
    input: () => process.stdin as unknown as ReadableStream<Uint8Array>,
    now: () => new Date(),
    get interrupted() {
      return new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
    },
  };
}

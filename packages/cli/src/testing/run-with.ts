import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run.js';
import type { Terminal } from '../terminal.js';

/** What a run left on the terminal. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** Runs the command line in this process, with a stopped clock and with `input` as standard input. */
export async function runWith(
  words: readonly string[],
  more: Partial<Terminal> & { text?: string } = {},
): Promise<Ran> {
  let out = '';
  let said = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    say: (line) => {
      said += `${line}\n`;
    },
    input: () => new Blob([more.text ?? '']).stream() as ReadableStream<Uint8Array>,
    now: () => new Date('2026-02-01T12:00:00Z'),
    interrupted: Promise.resolve(),
    ...more,
  };
  const code = await run(words, terminal);
  return { code, out, said };
}

/** A folder of its own for a test. */
export function scratch(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ctdx-cli-'));
}

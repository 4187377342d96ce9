import type { Command } from '../command.js';
import { diffStandards } from '../diff/diff-standards.js';
import { readStandard, StandardError } from '../diff/read-standard.js';
import { changesText } from '../diff/text.js';
import { refuse } from '../refusal.js';

export const diff: Command = {
  name: 'diff',
  summary:
    'Compare two versions of the standard: what breaks, for whom, what is added, what is only worded otherwise.',
  operands: 'OLD NEW',
  count: [2, 2],
  options: {
    json: { says: 'One JSON object for programs.' },
  },
  more: [
    'OLD and NEW are folders of schemas, or snapshots of them. Exit code 1 when something breaks.',
    'Example: ctdx diff schemas/released/1.0.json schemas',
  ],
  async run({ operands, options }, terminal) {
    const [before, after] = await Promise.all(
      operands.map((path, at) =>
        readStandard(path).catch((error: unknown) => {
          if (error instanceof StandardError) return refuse(`Operand ${at + 1} ${error.message}.`);
          throw error;
        }),
      ),
    );
    if (before === undefined || after === undefined) return refuse('Two standards are needed.');
    const changes = diffStandards(before, after);
    const breaks = changes.some((change) => change.class === 'breaking');
    terminal.out(
      options['json']
        ? `${JSON.stringify({ from: before.version, to: after.version, breaks, changes })}\n`
        : changesText(changes),
    );
    return breaks ? 1 : 0;
  },
};

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { newestSnapshot, readStandard, undeclaredBreaks } from '../breaks.js';
import { many, type Outcome } from '../outcome.js';

/** Whatever breaks somebody since the last snapshot of the standard is declared in a changeset. */
export async function checkBreaks(): Promise<Outcome> {
  return breaksBetween(join(root, 'schemas'), join(root, '.changeset'));
}

/** The same for any folder of schemas, with its snapshots in `released`, and any folder of changesets. */
export async function breaksBetween(schemas: string, changesets: string): Promise<Outcome> {
  const snapshot = newestSnapshot(namesIn(join(schemas, 'released')));
  if (snapshot === undefined)
    return {
      problems: ['schemas/released holds no snapshot to compare with: npm run snapshot'],
      detail: 'no snapshot',
    };
  const texts = namesIn(changesets)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(changesets, name), 'utf8'));
  const { undeclared, idle, changes } = undeclaredBreaks(
    await readStandard(join(schemas, 'released', snapshot)),
    await readStandard(schemas),
    texts,
  );
  return {
    problems: [
      ...undeclared.map(
        ({ id, breaks, why }) =>
          `${id}\n  breaks ${breaks.join(', ')}: ${why}\n  declare it in a changeset, on a line of a block \`\`\`breaks, or take it back`,
      ),
      ...idle.map((id) => `a changeset declares ${id}, which is no break`),
    ],
    detail: `${many(changes.length, 'change')} since schemas/released/${snapshot}`,
  };
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

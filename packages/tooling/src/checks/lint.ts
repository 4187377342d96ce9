import { join } from 'node:path';
import { run } from '../../../../scripts/lib/run.mjs';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { many, type Outcome } from '../outcome.js';

/** Lint and format, as `npm run lint` has it. */
export async function checkLint(): Promise<Outcome> {
  const { code, output } = await run(process.execPath, [
    join(root, 'node_modules/@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
    '--colors=off',
    '--max-diagnostics=40',
  ]);
  const count = Number(/Checked (\d+) files/.exec(output)?.[1] ?? 0);
  return { problems: code === 0 ? [] : [output], detail: many(count, 'file') };
}

import { join } from 'node:path';
import { run } from '../../../../scripts/lib/run.mjs';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { projectFiles } from '../files.js';
import { many, type Outcome } from '../outcome.js';

/** The whole workspace compiles, type tests with it: what must not compile stands under @ts-expect-error there. */
export async function checkTypes(): Promise<Outcome> {
  const { code, output } = await run(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '--noEmit',
    '-p',
    root,
  ]);
  const tests = projectFiles('packages').filter((path) => path.endsWith('.test-d.ts'));
  return {
    problems: [
      ...(code === 0 ? [] : [output]),
      ...(tests.length === 0 ? ['there are no type tests (*.test-d.ts)'] : []),
    ],
    detail: `${many(tests.length, 'file')} of type tests`,
  };
}

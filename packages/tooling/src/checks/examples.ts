import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run, runScript } from '../../../../scripts/lib/run.mjs';
import { many, type Outcome } from '../outcome.js';
import { type Package, packages } from '../packages.js';

/** Everything in examples/ runs to its end, as a user would run it: its `test` script, else `start`, else main.js. */
export async function checkExamples(): Promise<Outcome> {
  const examples = packages().filter((one) => one.path.startsWith('examples/'));
  const problems: string[] = [];
  for (const one of examples) {
    const { code, output } = await runExample(one);
    if (code !== 0) problems.push(`${one.path} ends with ${code}:\n${output}`);
  }
  if (examples.length === 0) problems.push('there are no examples');
  return { problems, detail: many(examples.length, 'example') };
}

function runExample(one: Package): Promise<{ code: number; output: string }> {
  const script = ['test', 'start'].find((name) => one.manifest.scripts?.[name] !== undefined);
  if (script !== undefined) return runScript(one, script);
  const main = join(one.folder, 'main.js');
  if (existsSync(main)) return run(process.execPath, [main], { cwd: one.folder });
  return Promise.resolve({ code: 1, output: 'It has neither a script "test" or "start" nor a main.js.' });
}

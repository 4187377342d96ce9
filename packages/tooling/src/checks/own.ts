import { runScript } from '../../../../scripts/lib/run.mjs';
import type { Check } from '../outcome.js';
import { packages } from '../packages.js';

/** A package that has promises of its own has a script `check`; each becomes a line of the whole. */
export function ownChecks(): Check[] {
  return packages()
    .filter((one) => one.manifest.scripts?.['check'] !== undefined)
    .map((one) => ({
      name: one.name.replace('@ctdx/', ''),
      run: async () => {
        const { code, output } = await runScript(one, 'check');
        const last = output.trim().split('\n').at(-1) ?? '';
        return {
          problems: code === 0 ? [] : [output],
          detail: code === 0 && last !== '' ? last : 'its own checks',
        };
      },
    }));
}

/** Everything generated is what the generator makes of the schemas today. */
export async function checkGenerated(): Promise<{ problems: string[]; detail: string }> {
  const makers = packages().filter((one) => one.manifest.scripts?.['generate'] !== undefined);
  const problems: string[] = [];
  for (const one of makers) {
    const { code, output } = await runScript(one, 'generate', { args: ['--check'] });
    if (code !== 0) problems.push(`${output}\nnpm run generate, and commit what it writes`);
  }
  if (makers.length === 0) problems.push('no package has a script "generate"');
  return { problems, detail: makers.map((one) => one.name).join(', ') };
}

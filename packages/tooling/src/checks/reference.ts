import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../../scripts/lib/run.mjs';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { many, type Outcome } from '../outcome.js';
import { publishedPackages } from '../packages.js';
import { inScratch } from '../scratch.js';

/** The reference of all packages builds (`npm run docs`). */
export function checkReference(): Promise<Outcome> {
  return inScratch(async (folder) => {
    const { code, output } = await run(process.execPath, [
      join(root, 'node_modules/typedoc/bin/typedoc'),
      '--out',
      folder,
    ]);
    const written = existsSync(join(folder, 'index.html'));
    const warnings = output.split('\n').filter((line) => line.includes('[warning]'));
    return {
      problems: code === 0 && written ? [] : [output],
      detail: `${many(publishedPackages().length - 1, 'package')}, ${many(warnings.length, 'warning')}`,
    };
  });
}

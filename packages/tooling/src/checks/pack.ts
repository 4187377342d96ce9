import { join } from 'node:path';
import { each } from '../../../../scripts/lib/run.mjs';
import type { Outcome } from '../outcome.js';
import { contentProblems } from '../pack/content.js';
import { installProblems } from '../pack/install.js';
import { attwProblems, publintProblems } from '../pack/lint.js';
import { kilobytes, packAll } from '../pack/pack.js';
import { publishedPackages } from '../packages.js';
import { inScratch } from '../scratch.js';

/** What is published works: the tarballs themselves are looked at, installed, imported and required. */
export function checkPack(): Promise<Outcome> {
  return inScratch(async (folder) => {
    const packed = await packAll(publishedPackages(), folder);
    const linted = await each(packed, 2, async (one) => [
      ...contentProblems(one),
      ...(await publintProblems(one)),
      ...(await attwProblems(one)),
    ]);
    const installed = await installProblems(packed, join(folder, 'a user'));
    return {
      problems: [...linted.flat(), ...installed],
      detail: packed
        .map(({ one, bytes }) => `${one.name.replace('@ctdx/', '')} ${kilobytes(bytes)}`)
        .join(', '),
    };
  });
}

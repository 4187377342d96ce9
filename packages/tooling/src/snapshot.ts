// `npm run snapshot`: writes what decides something in schemas/ into one file, which the check `breaks` compares with.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/workspace.mjs';
import { newestSnapshot, readStandard, snapshotText } from './breaks.js';
import { checkBreaks } from './checks/breaks.js';

const folder = join(root, 'schemas/released');
const standard = await readStandard(join(root, 'schemas'));
const file = `${standard.version}.json`;
const versions = standard.files.get('migrations/versions.json').versions;
const isPublished = versions.at(-1).status === 'published';
const last = existsSync(folder) ? newestSnapshot(readdirSync(folder)) : undefined;

if (isPublished && existsSync(join(folder, file))) {
  stop(`schemas/released/${file} is published and stays as it is. The next version has a number of its own.`);
}
// A draft may change as it likes; the first snapshot of a new version stands for all that it breaks.
if (last !== undefined && last !== file) {
  const { problems } = await checkBreaks();
  if (problems.length > 0) stop(`${problems.join('\n')}\nNothing was written.`);
}
const text = snapshotText(standard);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, file), text);
console.log(`schemas/released/${file}: ${standard.files.size} files, ${Math.round(text.length / 1024)} KiB`);

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}

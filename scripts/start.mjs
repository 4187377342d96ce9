// `npm start`: from a fresh clone to a safe publication. Arguments go to the program.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';
import { stop } from './lib/say.mjs';
import { root } from './lib/workspace.mjs';

const program = join(root, 'examples', 'four-countries', 'main.js');
if (!existsSync(program))
  stop('examples/four-countries/main.js, the program that `npm start` runs, is not in this checkout.');

await ensureInstalled();
await ensureBuilt({ types: false });
const { code } = await run(process.execPath, [program, ...process.argv.slice(2)], { show: true });
process.exit(code);

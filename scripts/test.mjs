// `npm test`: every test that Node alone can run. Arguments go to vitest.
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTests } from './lib/vitest.mjs';

await ensureInstalled();
// The command line is tested built; nothing that a test runs needs declarations.
await ensureBuilt({ types: false });
const { failed } = await runTests('test', process.argv.slice(2));
process.exitCode = failed > 0 ? 1 : 0;

// `npm run test:system`: the tests that need a database server, a browser or an office suite. Arguments go to vitest.
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findPrograms } from './lib/programs.mjs';
import { stop } from './lib/say.mjs';
import { runTests } from './lib/vitest.mjs';

const { missing, env } = findPrograms();
if (missing.length > 0) {
  stop(
    `${missing.map((program) => `missing: ${program.name} (${program.advice})`).join('\n')}\n0 passed, ${missing.length} failed`,
  );
}
await ensureInstalled();
// The command line is tested built; nothing that a test runs needs declarations.
await ensureBuilt({ types: false });
const { failed } = await runTests(
  'test-system',
  ['--config', 'vitest.system.config.ts', ...process.argv.slice(2)],
  env,
);
process.exitCode = failed > 0 ? 1 : 0;

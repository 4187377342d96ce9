// `npm run build`, `generate`, `typecheck`, `check`, `bench`, `docs`, `translations`, `snapshot`: installs first when needed. Arguments pass on.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run, runScript } from './lib/run.mjs';
import { stop } from './lib/say.mjs';
import { packages, root } from './lib/workspace.mjs';

const [task = '', ...args] = process.argv.slice(2);

/** @type {Record<string, () => Promise<number>>} */
const tasks = {
  build: async () => {
    await ensureBuilt({ types: true });
    return 0;
  },
  generate: () => inPackages('generate'),
  typecheck: () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json', ...args]),
  check: async () => {
    await ensureBuilt({ types: true });
    return tool('tsx/dist/cli.mjs', ['packages/tooling/src/check.ts', ...args]);
  },
  bench: async () => {
    await ensureBuilt({ types: false });
    return inPackages('bench');
  },
  docs: () => tool('typedoc/bin/typedoc', args),
  snapshot: () => tool('tsx/dist/cli.mjs', ['packages/tooling/src/snapshot.ts', ...args]),
  translations: () => tool('tsx/dist/cli.mjs', ['packages/codegen/src/translate/main.ts', ...args]),
};

const work = tasks[task];
if (!work) stop(`Which of ${Object.keys(tasks).join(', ')}?`);
await ensureInstalled();
process.exitCode = await work();

/** Runs a script of the same name in every package that has one, in the order of the arrow. @param {string} script */
async function inPackages(script) {
  for (const one of packages().filter((candidate) => candidate.manifest.scripts?.[script])) {
    const { code } = await runScript(one, script, { args, show: true });
    if (code !== 0) return code;
  }
  return 0;
}

/** @param {string} path in node_modules @param {string[]} rest */
async function tool(path, rest) {
  const { code } = await run(process.execPath, [join(root, 'node_modules', path), ...rest], { show: true });
  return code;
}

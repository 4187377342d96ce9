import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { each, run, runScript } from './run.mjs';
import { seconds, stop } from './say.mjs';
import { forget, hashOf, isFresh, markFresh } from './stamp.mjs';
import { packages, root } from './workspace.mjs';

/** Two: the smallest machine we promise anything for has two cores. */
const atOnce = 2;

/** What every package is built with; a change rebuilds all. */
const shared = ['packages/tooling/tsup.ts', 'tsconfig.base.json', 'pnpm-lock.yaml', 'scripts/lib'].map(
  (path) => join(root, path),
);

/**
 * Builds what changed since the last build: the JavaScript of each package, which runs alone, and when asked the
 * declarations of all of them in one pass of the compiler (a pass per package would read the same types ten times).
 * @param {{ types: boolean }} options programs run without declarations; packages are not published without
 */
export async function ensureBuilt({ types }) {
  const started = Date.now();
  const built = packages().filter((one) => one.manifest.scripts?.build);
  const stale = built.map(staleness).filter((one) => one.stale);
  if (stale.length > 0) console.log(`Building ${stale.length} of ${built.length} packages …`);
  const results = await each(stale, atOnce, build);
  const broken = results.filter((result) => result.code !== 0);
  if (broken.length > 0)
    stop(broken.map((result) => `${result.name} does not build:\n${result.output}`).join('\n'));
  const typed = types && (await ensureDeclared(built));
  if (stale.length > 0 || typed) console.log(`Built (${seconds(started)}).`);
}

/** @param {import('./workspace.mjs').Package} one */
function staleness(one) {
  const hash = hashOf([...shared, one.folder]);
  const stamp = `build-${one.name}`;
  return { one, hash, stamp, stale: !(isFresh(stamp, hash) && existsSync(join(one.folder, 'dist'))) };
}

/** @param {ReturnType<typeof staleness>} work */
async function build({ one, hash, stamp }) {
  forget(stamp);
  const { code, output } = await runScript(one, 'build');
  if (code === 0) markFresh(stamp, hash);
  return { name: one.name, code, output };
}

/** @param {import('./workspace.mjs').Package[]} built */
async function ensureDeclared(built) {
  const hash = hashOf([
    ...shared,
    ...built.flatMap((one) => ['src', 'package.json'].map((name) => join(one.folder, name))),
  ]);
  const present = built.every((one) => existsSync(join(one.folder, 'dist', 'index.d.ts')));
  if (present && isFresh('types', hash)) return false;
  forget('types');
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'lib', 'declare.mjs')]);
  if (code !== 0) stop(`The declarations do not build:\n${output}`);
  markFresh('types', hash);
  return true;
}

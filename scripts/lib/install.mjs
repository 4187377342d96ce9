import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from './managers.mjs';
import { seconds, stop } from './say.mjs';
import { forget, hashOf, isFresh, markFresh } from './stamp.mjs';
import { packages, root } from './workspace.mjs';

const stamp = 'install';

/** Installs what the lock file says, unless that is already there. Needs the network only when it has changed. */
export async function ensureInstalled() {
  requireNode();
  const all = packages();
  const hash = hashOf(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((name) => join(root, name)),
    // Some dependencies are programs for one kind of machine.
    [process.platform, process.arch, ...all.map((one) => one.path)].join(' '),
  );
  const linked = all.every((one) => hasLinks(one) || needsNothing(one));
  if (linked && isFresh(stamp, hash)) return;

  forget(stamp);
  const started = Date.now();
  console.log('Installing the packages of the lock file …');
  const { code, output } = await pnpm(['install', '--frozen-lockfile']);
  if (code !== 0)
    stop(
      `${output}\nThe installation failed: the lines above say why. It needs the package registry that npm is set to use.`,
    );
  markFresh(stamp, hash);
  console.log(`Installed (${seconds(started)}).`);
}

/** @param {{ folder: string }} one */
function hasLinks(one) {
  return existsSync(join(one.folder, 'node_modules'));
}

/** @param {{ manifest: Record<string, any> }} one */
function needsNothing({ manifest }) {
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).length === 0;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`ctdx needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

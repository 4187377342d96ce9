import { basename, join } from 'node:path';
import { run } from './run.mjs';
import { readJson, root } from './workspace.mjs';

/** @typedef {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean }} Options */

/**
 * Runs the very pnpm that package.json names. It need not be installed: npm, which comes with Node, fetches it once
 * and keeps it.
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export function pnpm(args, options = {}) {
  const wanted = readJson(join(root, 'package.json')).packageManager;
  // Whoever runs a script says where it lies.
  const runner = process.env.npm_execpath ?? '';
  const program =
    basename(runner) === 'pnpm.cjs'
      ? [process.execPath, runner]
      : [...npmProgram('npx'), ...(isNpm(runner) ? ['exec'] : []), '--yes', '--', wanted];
  // CI: asked nothing, pnpm would wait for an answer when an older node_modules lies in the way.
  return start([...program, ...args], { ...options, env: { CI: 'true', ...options.env } });
}

/** Runs npm. @param {readonly string[]} args @param {Options} [options] */
export function npm(args, options = {}) {
  return start([...npmProgram('npm'), ...args], options);
}

/** npm's own file is started with Node: that needs no shell on any system. @param {'npm' | 'npx'} name */
function npmProgram(name) {
  const runner = process.env.npm_execpath ?? '';
  return isNpm(runner) ? [process.execPath, runner] : [name];
}

/** @param {string} runner */
function isNpm(runner) {
  return basename(runner) === 'npm-cli.js';
}

/** @param {string[]} words @param {Options} options */
function start([command = '', ...args], options) {
  const shell = process.platform === 'win32' && command !== process.execPath;
  return run(command, args, { ...options, shell });
}

import { basename, join } from 'node:path';
import { run } from './run.mjs';
import { readJson, root } from './workspace.mjs';

/**
 * Runs the very pnpm that package.json names. It need not be installed: npm, which comes with Node, fetches it once
 * and keeps it.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean }} [options]
 */
export function pnpm(args, options = {}) {
  const [command, before, shell] = launcher();
  return run(command, [...before, ...args], { ...options, shell, env: { CI: 'true', ...options.env } });
}

/** @returns {[command: string, before: string[], shell: boolean]} */
function launcher() {
  const wanted = readJson(join(root, 'package.json')).packageManager;
  // Whoever runs a script says where it lies. npm's own file is started with Node: that needs no shell on any system.
  const runner = process.env.npm_execpath ?? '';
  if (basename(runner) === 'pnpm.cjs') return [process.execPath, [runner], false];
  if (basename(runner) === 'npm-cli.js')
    return [process.execPath, [runner, 'exec', '--yes', '--', wanted], false];
  return ['npx', ['--yes', wanted], process.platform === 'win32'];
}

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './workspace.mjs';

/**
 * @typedef {object} Ran
 * @property {number} code what the program ended with; 1 when a signal ended it
 * @property {string} output standard output and error together, empty when shown
 */

/**
 * Runs one program without a shell, so that spaces in a path need no care.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean, shell?: boolean }} [options]
 *   `show` lets the program write to our own terminal instead of into `output`
 * @returns {Promise<Ran>}
 */
export function run(command, args, { cwd = root, env = {}, show = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      // What we keep may be shown again anywhere: without the colours of a terminal.
      env: { ...process.env, ...(show ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }), ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const pieces = [];
    child.stdout?.on('data', (piece) => pieces.push(piece));
    child.stderr?.on('data', (piece) => pieces.push(piece));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString('utf8') }));
  });
}

/**
 * Runs one line of a package.json's scripts as a package manager would: in its folder, its own tools first.
 * @param {{ folder: string, manifest: Record<string, any> }} one
 * @param {string} script
 * @param {{ args?: string[], show?: boolean, env?: Record<string, string | undefined> }} [options]
 */
export function runScript(one, script, { args = [], show = false, env = {} } = {}) {
  const line = [one.manifest.scripts[script], ...args.map(quoted)].join(' ');
  const path = [
    join(one.folder, 'node_modules', '.bin'),
    join(root, 'node_modules', '.bin'),
    process.env.PATH,
  ];
  return run(line, [], { cwd: one.folder, shell: true, show, env: { ...env, PATH: path.join(delimiter) } });
}

/** @param {string} argument */
function quoted(argument) {
  return process.platform === 'win32'
    ? `"${argument.replaceAll('"', '""')}"`
    : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/**
 * Works through a list with a few at a time; results keep the order of the list.
 * @template T, R
 * @param {readonly T[]} list
 * @param {number} atOnce
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
export async function each(list, atOnce, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const at = next++;
      results[at] = await work(/** @type {T} */ (list[at]));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cache, root } from './workspace.mjs';

/** What no build reads. */
const passedBy = /^(node_modules|dist|out|coverage|\.git)$|\.(test|test-d)\.ts$|\.md$/;

/**
 * One SHA-256 over the names and bytes of files and folders; what does not exist counts as absent.
 * @param {string[]} paths absolute
 * @param {string} [salt] anything else the result depends on
 */
export function hashOf(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addTo(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) if (!passedBy.test(name)) addTo(hash, join(path, name));
    return;
  }
  hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path));
}

/** @param {string} name @param {string} hash whether the work called `name` was last finished for this hash */
export function isFresh(name, hash) {
  const file = fileOf(name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** @param {string} name @param {string} hash */
export function markFresh(name, hash) {
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), hash);
}

/** @param {string} name forget it before the work begins, so that work broken off is done again */
export function forget(name) {
  rmSync(fileOf(name), { force: true });
}

/** @param {string} name */
function fileOf(name) {
  return join(cache, 'stamps', name.replaceAll('/', '+'));
}

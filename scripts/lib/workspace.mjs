import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds everything; found from this file, so a checkout may lie anywhere. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts leave behind between runs. In node_modules: git ignores it, and so does every packer. */
export const cache = join(root, 'node_modules', '.cache', 'ctdx');

/**
 * @typedef {object} Package
 * @property {string} name as npm knows it
 * @property {string} folder absolute
 * @property {string} path from the root, with forward slashes
 * @property {Record<string, any>} manifest its package.json
 * @property {boolean} published
 */

/** @param {string} file @returns {any} */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Every package of the workspace, each one after all that it depends on.
 * @returns {Package[]}
 */
export function packages() {
  const found = workspaceFolders().map((path) => {
    const folder = join(root, path);
    const manifest = readJson(join(folder, 'package.json'));
    return { name: manifest.name, folder, path, manifest, published: manifest.private !== true };
  });
  return inOrder(found);
}

/** The folders that pnpm-workspace.yaml names; `x/*` means each folder in x with a package.json. */
function workspaceFolders() {
  const yaml = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const patterns = (/^packages:\n((?: +- .*\n)+)/m.exec(yaml)?.[1] ?? '')
    .split('\n')
    .map((line) => line.replace(/^ +- /, '').replaceAll(/["']/g, '').trim())
    .filter((pattern) => pattern !== '');
  return patterns
    .flatMap((pattern) => expand(pattern))
    .filter((path) => existsSync(join(root, path, 'package.json')));
}

/** @param {string} pattern */
function expand(pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .sort();
}

/** @param {Package[]} all @returns {Package[]} */
function inOrder(all) {
  const byName = new Map(all.map((one) => [one.name, one]));
  const placed = new Set();
  /** @param {Package} one @param {string[]} above */
  const place = (one, above) => {
    // Development dependencies may lead back (testkit tests tables, tables' tests use testkit): the first path wins.
    if (placed.has(one) || above.includes(one.name)) return;
    for (const name of Object.keys(one.manifest.dependencies ?? {})) {
      const next = byName.get(name);
      if (next) place(next, [...above, one.name]);
    }
    placed.add(one);
  };
  for (const one of all) place(one, []);
  return [...placed];
}

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/lib/workspace.mjs';
import { packages } from './packages.js';

/** Work in a fresh folder that goes away afterwards. Its name has a space, as people's folders do. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ctdx check '));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes every package of ours, and everything that they use, importable from `folder`. */
export function linkPackages(folder: string): void {
  for (const one of packages()) {
    linkTo(one.folder, join(folder, 'node_modules', one.name));
    linkAll(join(one.folder, 'node_modules'), folder);
  }
  linkAll(join(root, 'node_modules'), folder);
}

function linkAll(from: string, folder: string): void {
  for (const name of existsSync(from) ? readdirSync(from) : []) {
    if (name.startsWith('.')) continue;
    const inner = name.startsWith('@')
      ? readdirSync(join(from, name)).map((rest) => join(name, rest))
      : [name];
    for (const path of inner) linkTo(join(from, path), join(folder, 'node_modules', path));
  }
}

function linkTo(target: string, link: string): void {
  if (existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link, 'junction');
}

/** Lets `folder` look like the checkout: commands on a page are written to be run there. */
export function linkCheckout(folder: string): void {
  for (const name of readdirSync(root)) {
    if (name !== 'node_modules' && name !== '.git' && name !== 'out')
      linkTo(join(root, name), join(folder, name));
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/workspace.mjs';

const passedBy = new Set(['node_modules', 'dist', 'out', 'coverage', '.git', '.ctdx', '.pnpm-store']);
/** What `npm run docs` writes. */
const typedoc = 'docs/packages';

/** Every file of the project that people wrote or committed: paths from the root, forward slashes, sorted. */
export function projectFiles(below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (passedBy.has(entry.name) || path === typedoc) return [];
      return entry.isDirectory() ? projectFiles(path) : [path];
    })
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

/** Tests, type tests and what only they use. They may import what published code may not. */
export function isTest(path: string): boolean {
  return /\.(test|test-d|bench)\.ts$|\/(testing|fixtures)\//.test(path);
}

export function isGenerated(path: string): boolean {
  return path.includes('/generated/');
}

import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { projectFiles, read } from '../files.js';
import { anchorsIn, linksIn } from '../markdown.js';
import { many, type Outcome } from '../outcome.js';
import { publishedPackages } from '../packages.js';

/** Links within the project lead somewhere, and so do their anchors; every package has its page. */
export function checkLinks(): Outcome {
  const pages = projectFiles().filter((path) => path.endsWith('.md'));
  const links = pages.flatMap((path) => linksIn(read(path)).map((target) => ({ path, target })));
  const unwritten = publishedPackages().filter((one) => !pages.includes(`${one.path}/README.md`));
  return {
    problems: [
      ...unlisted(pages),
      ...links.flatMap(({ path, target }) =>
        leadsNowhere(path, target) ? [`${path}: ${target} leads nowhere`] : [],
      ),
      ...unwritten.map((one) => `${one.path} has no README.md`),
    ],
    detail: `${many(links.length, 'link')} on ${many(pages.length, 'page')}`,
  };
}

/** A decision that no index names is one that nobody finds. */
function unlisted(pages: readonly string[]): string[] {
  const index = 'docs/decisions/README.md';
  const named = new Set(
    pages.includes(index) ? linksIn(read(index)).map((target) => `docs/decisions/${target}`) : [],
  );
  return pages
    .filter((path) => path.startsWith('docs/decisions/') && path !== index && !named.has(path))
    .map((path) => `${path} is not in ${index}`);
}

function leadsNowhere(path: string, target: string): boolean {
  const [file = '', anchor] = target.split('#', 2);
  const to = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
  if (to.startsWith('..') || !existsSync(join(root, to))) return true;
  return (
    anchor !== undefined &&
    anchor !== '' &&
    to.endsWith('.md') &&
    !anchorsIn(read(to)).has(anchor.toLowerCase())
  );
}

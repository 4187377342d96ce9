import { isTest, projectFiles } from '../files.js';
import { fileOf, importsOf, packageOf } from '../imports.js';
import { carried, layers } from '../layers.js';
import { many, type Outcome } from '../outcome.js';
import { type Package, packages } from '../packages.js';

interface Source {
  readonly path: string;
  /** Packages it imports. */
  readonly uses: ReadonlySet<string>;
  /** Files of its own package that it imports as values. */
  readonly next: readonly string[];
}

/** Imports follow the arrow, package.json says the same as the imports, and no files of a package import in a circle. */
export function checkArrow(): Outcome {
  const all = packages();
  const privates = new Set(all.filter((one) => !one.published).map((one) => one.name));
  let files = 0;
  const problems = all.flatMap((one) => {
    const sources = projectFiles(one.path)
      .filter((path) => /\.(ts|mts|js|mjs)$/.test(path) && !isTest(path) && isCode(one, path))
      .map(readSource);
    files += sources.length;
    return [
      ...sources.flatMap((source) => against(one, source, privates)),
      ...undeclared(one, sources),
      ...circles(sources),
    ];
  });
  return { problems, detail: `${many(files, 'file')} of ${many(all.length, 'package')}` };
}

function isCode(one: Package, path: string): boolean {
  if (one.path.startsWith('examples/')) return true;
  return path.startsWith(`${one.path}/src/`) || path.startsWith(`${one.path}/bin/`);
}

function readSource(path: string): Source {
  const imports = importsOf(path);
  return {
    path,
    uses: new Set(imports.flatMap(({ specifier }) => packageOf(specifier) ?? [])),
    next: imports
      .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
      .map(({ specifier }) => fileOf(path, specifier)),
  };
}

function against(one: Package, source: Source, privates: ReadonlySet<string>): string[] {
  // Examples stand outside of the arrow: they show what a user writes, and a user may import everything published.
  const own = one.path.startsWith('examples/') ? layers.length : layerOf(one.name);
  if (own === -1)
    return [`${one.name} has no place in the arrow: give it one in packages/tooling/src/layers.ts`];
  return [...source.uses].flatMap((name) => {
    if (name === one.name) return [`${source.path} imports its own package by name: use a relative import`];
    if (one.published && privates.has(name) && !carried[one.name]?.includes(name))
      return [`${source.path} imports ${name}, which is private`];
    const other = layerOf(name);
    return other === -1 || other < own ? [] : [`${source.path} imports ${name}, against the arrow`];
  });
}

function layerOf(name: string): number {
  return layers.findIndex((layer) => layer.includes(name));
}

function undeclared({ name, path, manifest, published }: Package, sources: readonly Source[]): string[] {
  const users = new Map(
    sources.flatMap((source) => [...source.uses].map((used) => [used, source.path] as const)),
  );
  const kept = { ...manifest.dependencies, ...manifest.peerDependencies };
  const inside = carried[name] ?? [];
  const declared = published ? kept : { ...kept, ...manifest.devDependencies };
  const missing = [...users]
    .filter(
      ([used]) =>
        !(used in declared) && !inside.includes(used) && used !== name && !isBuiltWith(published, used),
    )
    .map(([used, user]) => `${user} imports ${used}: add it to "dependencies" of ${path}/package.json`);
  const idle = Object.keys(manifest.dependencies ?? {})
    .filter((dependency) => !users.has(dependency) && !needs(inside).has(dependency))
    .map((dependency) => `${path}/package.json depends on ${dependency}, which nothing in src imports`);
  return [...missing, ...idle];
}

/** What carried packages import. */
function needs(inside: readonly string[]): ReadonlySet<string> {
  const paths = packages().filter(({ name }) => inside.includes(name));
  const files = paths.flatMap(({ path }) => projectFiles(`${path}/src`));
  const sources = files.filter((path) => path.endsWith('.ts') && !isTest(path)).map(readSource);
  return new Set(sources.flatMap(({ uses }) => [...uses]));
}

/** Private packages are never installed alone: what the root brings is there for them. */
function isBuiltWith(published: boolean, used: string): boolean {
  return !published && ['typescript', 'vitest', 'tsup', 'tsx', 'esbuild', 'fast-check'].includes(used);
}

/** Circles among files, each told once. A type-only import is no circle: it is gone when the program runs. */
function circles(sources: readonly Source[]): string[] {
  const next = new Map(sources.map((source) => [source.path, source.next]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path);
    if (at >= 0) found.push(`a circle of imports: ${[...above.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const one of next.get(path) ?? []) walk(one, [...above, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return found;
}

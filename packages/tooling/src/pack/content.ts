import type { Packed } from './pack.js';

/** What must not travel, and why. */
const unwanted: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^src\//, 'a source: what is published is built'],
  [/\.(test|test-d|bench)\./, 'a test'],
  [/(^|\/)(tsconfig|tsup\.config|vitest)/, 'a configuration'],
  [/\.tsbuildinfo$/, 'a cache'],
];
const needed = ['package.json', 'README.md', 'LICENSE', 'NOTICE'];
/** Words of the workspace that mean nothing to npm. */
const ours = ['workspace:', 'catalog:', '@ctdx/source'];

/** A tarball holds what its user needs and nothing else, and its package.json speaks to npm. */
export function contentProblems({ one, content }: Packed): string[] {
  const manifest = JSON.parse(content.get('package.json') ?? '{}');
  // Scripts are for the workspace; npm runs none of ours for a user.
  const spoken = JSON.stringify({ ...manifest, scripts: undefined });
  const say = (problem: string): string => `${one.name}: ${problem}`;
  return [
    ...needed.filter((name) => !content.has(name)).map((name) => say(`${name} is not in the tarball`)),
    ...[...content.keys()].flatMap((name) =>
      unwanted
        .filter(([pattern]) => pattern.test(name))
        .map(([, why]) => say(`${name} is in the tarball: ${why}`)),
    ),
    ...ours.filter((word) => spoken.includes(word)).map((word) => say(`package.json still says ${word}`)),
    ...targets(manifest)
      .filter((target) => !target.includes('*') && !content.has(target.replace(/^\.\//, '')))
      .map((target) => say(`package.json leads to ${target}, which is not in the tarball`)),
  ];
}

/** Every file that package.json leads to. */
function targets(manifest: { exports?: unknown; bin?: unknown }): string[] {
  const leaves = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
  };
  return [...leaves(manifest.exports), ...leaves(manifest.bin)];
}

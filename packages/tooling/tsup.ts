import { readFileSync } from 'node:fs';
import type { Options } from 'tsup';

interface Door {
  readonly '@ctdx/source'?: string;
  readonly default?: string;
}

/**
 * How every published package is built: ESM only, readable output, dependencies left to npm. What `exports` of its
 * package.json names is built; `extra` sources are for what is started without being exported, a worker for example.
 * The declarations are written for all packages at once by scripts/lib/declare.mjs.
 */
export function library(extra: readonly string[] = [], more: Partial<Options> = {}): Options {
  return {
    entry: { ...Object.fromEntries(extra.map((source) => [nameOf(source), source])), ...exported() },
    format: ['esm'],
    target: 'node20',
    dts: false,
    clean: true,
    splitting: true,
    sourcemap: false,
    treeshake: true,
    silent: true,
    ...more,
  };
}

/** `src/zod/index.ts` becomes `zod/index`. */
function nameOf(source: string): string {
  return source.replace(/^(\.\/)?src\//, '').replace(/\.ts$/, '');
}

/** tsup runs in the folder of the package. */
function exported(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, Door | string>;
  };
  const doors = Object.values(exports).flatMap((door) => {
    const [source, built] = typeof door === 'string' ? [] : [door['@ctdx/source'], door.default];
    return source && built ? [[built.replace(/^\.\/dist\//, '').replace(/\.js$/, ''), source] as const] : [];
  });
  return Object.fromEntries(doors);
}

import type { Options } from 'tsup';

/**
 * How every published package is built: ESM only, readable output, dependencies left to npm. The declarations are
 * written for all packages at once by scripts/lib/declare.mjs.
 */
export function library(entry: Options['entry'] & object, more: Partial<Options> = {}): Options {
  return {
    entry,
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

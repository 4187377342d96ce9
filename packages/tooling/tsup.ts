import type { Options } from 'tsup';

/** How every published package is built: ESM only, typed, no top-level await, readable output. */
export function library(entry: Options['entry'] & object, more: Partial<Options> = {}): Options {
  return {
    entry,
    format: ['esm'],
    target: 'node20',
    dts: true,
    clean: true,
    splitting: true,
    sourcemap: false,
    treeshake: true,
    ...more,
  };
}

import { configDefaults, defineConfig } from 'vitest/config';

/** Tests run on the sources: the `@ctdx/source` condition leads each package to the next one unbuilt. */
const conditions = ['@ctdx/source', 'module', 'node', 'default'];

/** What every suite has in common; vitest.system.config.ts takes other files. */
export const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

export default defineConfig({
  ...shared,
  test: {
    include: ['packages/*/src/**/*.test.ts', 'schemas/**/*.test.ts', 'examples/*/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.system.test.ts'],
    // Two cores are what we promise to be quick on.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000, // an embedded database takes seconds to start, more on a busy machine
    coverage: {
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/generated/**', '**/*.test.ts', '**/*.test-d.ts'],
    },
  },
});

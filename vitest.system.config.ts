import { defineConfig } from 'vitest/config';
import { shared } from './vitest.config.ts';

/** The tests that need PostgreSQL, Chromium or LibreOffice: one file at a time, for they start servers and browsers. */
export default defineConfig({
  ...shared,
  test: {
    include: ['packages/*/src/**/*.system.test.ts', 'examples/*/**/*.system.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});

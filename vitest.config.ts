import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['packages/core/testing/global-setup.ts'],
    include: [
      'packages/*/{src,test,testing}/**/*.test.ts',
      'apps/*/{src,test,testing}/**/*.test.ts',
      'tooling/**/*.test.ts',
    ],
    // Files wait for PostgreSQL and for limits more than for a processor.
    maxWorkers: 2,
    // Machines that run tests are often busy: a limit is for what hangs, not for what is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  test: {
    // No test is about time: a slow machine must not fail one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['test/**/*.test.ts'],
          exclude: ['test/packed/**', 'test/opensearch/cluster/**'],
          // Errors in src/ are for `npm run types` to report; here only what *.test-d.ts asserts about types.
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], ignoreSourceErrors: true },
        },
      },
      {
        extends: true,
        test: {
          name: 'packed',
          include: ['test/packed/**/*.test.ts'],
          globalSetup: 'test/packed/setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'opensearch',
          include: ['test/opensearch/cluster/**/*.test.ts'],
          globalSetup: 'test/opensearch/cluster/setup.ts',
        },
      },
    ],
  },
}

export default config

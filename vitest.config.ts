import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = {
  test: {
    include: ['test/**/*.test.ts'],
    // No test is about time: a slow machine must not fail one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Errors in src/ are for `npm run types` to report; here only what *.test-d.ts asserts about types.
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], ignoreSourceErrors: true },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
}

export default config

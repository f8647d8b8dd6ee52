import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The packages of the GitHub parser name source maps that they do not bring.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/acceptance/**'],
    globalSetup: ['test/programs.ts'],
    reporters: process.env['TEST_RESULTS'] ? ['default', 'json'] : ['default'],
    ...(process.env['TEST_RESULTS'] ? { outputFile: { json: process.env['TEST_RESULTS'] } } : {}),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The GitHub parser imports JSON without an attribute; vitest's own loader accepts that, Node's does not.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions|languageservice)/] } },
  },
})

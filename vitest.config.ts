import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/acceptance/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The GitHub parser imports JSON without an attribute; vitest's own loader accepts that, Node's does not.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions|languageservice)/] } },
  },
})

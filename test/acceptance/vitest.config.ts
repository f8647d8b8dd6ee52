import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

/** Suites that run the built `dist`, and whole rehearsals, as child processes: minutes, not seconds. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['test/acceptance/**/*.test.ts'],
      testTimeout: 120_000,
      hookTimeout: 60_000,
      // Two at a time: each starts PostgreSQL and a handful of processes, and some look at the clock.
      maxWorkers: 2,
    },
  }),
)

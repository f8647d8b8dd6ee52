import type * as z from 'zod'
import { duration, strict } from '../checklist/strict.ts'
import { schemas } from '../checks/registry.ts'
import { defineGate } from './definition.ts'

const section = strict({
  for: duration.describe('length of the window'),
  every: duration.describe('pause between samples'),
  checks: schemas.steps.describe('sampled all together'),
}).refine(given => given.every <= given.for, {
  message: '`every` is longer than the window',
  path: ['every'],
})
export type ObserveSection = z.output<typeof section>

export const observe = defineGate({
  name: 'observe',
  summary: 'Samples all checks together for a window; stops early on a clear no-go.',
  section,
  steps: {},
  run: async ({ for: forMs, every: everyMs, checks }, context) => ({
    checks: await context.sample(checks, { forMs, everyMs }),
  }),
})

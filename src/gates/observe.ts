import type * as z from 'zod'
import { schemas } from '../checks/registry.ts'
import { once } from '../core/once.ts'
import { strict, templatedDuration } from '../core/strict.ts'
import { defineGate } from './definition.ts'

const section = once(() =>
  strict({
    for: templatedDuration.describe('length of the window'),
    every: templatedDuration.describe('pause between samples'),
    checks: schemas().steps.describe('sampled all together'),
  }).refine(
    given => typeof given.every === 'string' || typeof given.for === 'string' || given.every <= given.for,
    {
      message: '`every` is longer than the window',
      path: ['every'],
    },
  ),
)
export type ObserveSection = z.output<ReturnType<typeof section>>

export const observe = defineGate({
  name: 'observe',
  summary: 'Samples all checks together for a window; stops early on a clear no-go.',
  section,
  steps: {},
  run: async (window, context) => ({ checks: await context.sample(window.checks, window) }),
})

import type * as z from 'zod'
import { schemas } from '../checks/registry.ts'
import type { TemplatedDuration } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import { strict, templatedDuration } from '../core/strict.ts'
import { formatDuration } from '../core/units.ts'
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
  words: (_, { for: length, every }) => [
    `For ${shown(length)}, every ${shown(every)}, all of these together.`,
  ],
  run: async (window, context) => ({ checks: await context.sample(window.checks, window) }),
})

const shown = (duration: TemplatedDuration): string =>
  typeof duration === 'number' ? formatDuration(duration) : code(duration)

import { schemas } from '../checks/registry.ts'
import { once } from '../core/once.ts'
import { strict } from '../core/strict.ts'
import { defineGate } from './definition.ts'

const section = once(() =>
  strict({
    'before-migrate': schemas().steps.optional().describe('steps before the migrations run'),
    'after-migrate': schemas().steps.optional().describe('steps after them'),
  }).refine(given => given['before-migrate'] || given['after-migrate'], {
    message: 'asks for nothing: add `before-migrate` or `after-migrate`',
  }),
)

export const deploy = defineGate({
  name: 'deploy',
  summary: 'Steps in order, each with proof; stops at the first that fails.',
  section,
  steps: {},
  applies: (stage, given) =>
    given[stage.phase === 'before-migrate' ? 'before-migrate' : 'after-migrate'] !== undefined,

  async run(given, context) {
    const steps = given[context.stage.phase === 'before-migrate' ? 'before-migrate' : 'after-migrate'] ?? []
    const checks = await context.runSteps(steps)
    const stopped = checks.some(
      check => !check.advisory && (check.outcome === 'fail' || check.outcome === 'error'),
    )
    return stopped ? { checks, verdict: 'no-go', reasons: ['deploy-unproved'] } : { checks }
  },
})

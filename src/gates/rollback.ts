import type * as z from 'zod'
import { schemas } from '../checks/registry.ts'
import type { CheckListItem } from '../core/check.ts'
import { decisionMeaning } from '../core/decision.ts'
import { once } from '../core/once.ts'
import { strict } from '../core/strict.ts'
import { defineGate } from './definition.ts'

const section = once(() =>
  strict({
    steps: schemas().steps.describe('put the previous release (`${previous.sha}`) back'),
    verify: schemas().list.optional().describe('checks afterwards; the smoke section when absent'),
  }),
)
type Section = z.output<ReturnType<typeof section>>

export const rollback = defineGate<Section>({
  name: 'rollback',
  summary:
    'Runs the checklist’s own rollback steps, then verifies with the same smoke checks. Data is only restored by a person.',
  section,
  steps: { rollback: ['decision'] },

  async run({ steps, verify }, context) {
    const decided = (await context.evidence('rollback-check'))?.data.rollbackCheck?.decision
    const decision = await context.step('decision', 'The decision to act on', async () => {
      if (decided === undefined)
        return { outcome: 'pass', message: 'no decision on record: a person asked for this rollback' }
      return decided === 'roll-back-app' || decided === 'restore'
        ? { outcome: 'pass', message: `${decided}: ${decisionMeaning[decided]}` }
        : {
            outcome: 'fail',
            message: `the decision is ${decided} (${decisionMeaning[decided]}), which no rollback step can carry out`,
          }
    })
    if (decision.outcome !== 'pass')
      return { checks: [decision], verdict: 'no-go', reasons: ['rollback-failed'] }
    const done = await context.runSteps(steps)
    const broken = done.some(
      check => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped',
    )
    const verified = broken
      ? []
      : await context.runList(verify ?? context.section<CheckListItem[]>('smoke') ?? [])
    const checks = [decision, ...done, ...verified]
    const failed = checks.some(
      check => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped',
    )
    if (failed)
      return {
        checks,
        verdict: 'no-go',
        reasons: ['rollback-failed'],
        message: 'The rollback did not end in a verified state: put the previous release back by hand, now.',
      }
    if (decided === 'restore') {
      const backup = (await context.evidence('backup'))?.data.backup
      return {
        checks,
        verdict: 'hold',
        reasons: ['restore-needs-a-person'],
        message: `The previous release runs. The data is in doubt: decide whether to restore ${backup?.file ?? 'a backup'} (pg_restore --clean --if-exists --no-owner).`,
      }
    }
    return {
      checks,
      verdict: 'go',
      reasons: ['rolled-back'],
      message: 'The previous release runs again and passed its checks.',
    }
  },
})

import type * as z from 'zod'
import { schemas } from '../checks/registry.ts'
import type { CheckListItem, Judgement } from '../core/check.ts'
import { type Decision, decisionMeaning } from '../core/decision.ts'
import { once } from '../core/once.ts'
import type { CheckResult } from '../core/result.ts'
import { strict } from '../core/strict.ts'
import { formatDuration } from '../core/units.ts'
import { defineGate, type GateContext } from './definition.ts'
import type { RollbackCheckSection } from './rollback-check.ts'

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
  steps: { rollback: ['decision', 'target-time'] },

  async run({ steps, verify }, context) {
    const decided = (await context.evidence('rollback-check'))?.data.rollbackCheck?.decision
    const began = context.ports.clock.monotonic()
    const decision = await context.step('decision', 'The decision to act on', async () =>
      judgeDecision(decided),
    )
    if (decision.outcome !== 'pass')
      return { checks: [decision], verdict: 'no-go', reasons: ['rollback-failed'] }
    const done = await context.runSteps(steps)
    const smoke = context.section<CheckListItem[]>('smoke') ?? []
    const verified = done.some(blocks) ? [] : await context.runList(verify ?? smoke)
    const checks = [decision, ...done, ...verified]
    const target = context.section<RollbackCheckSection>('rollback-check')?.['target-time']
    if (target !== undefined)
      checks.push(await judgeTime(context, target, context.ports.clock.monotonic() - began))
    const proved = [...done, ...verified].some(check => check.outcome === 'pass')
    if (checks.some(blocks) || !proved)
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
    const message = 'The previous release runs again and passed its checks.'
    return { checks, verdict: 'go', reasons: ['rolled-back'], message }
  },
})

function judgeDecision(decided: Decision | undefined): Judgement {
  if (decided === undefined)
    return { outcome: 'pass', message: 'no decision on record: a person asked for this rollback' }
  const words = `${decided} (${decisionMeaning[decided]})`
  if (decided === 'go')
    return { outcome: 'pass', message: `the decision was ${words}; a person asked for this` }
  return decided === 'roll-back-app' || decided === 'restore'
    ? { outcome: 'pass', message: words }
    : { outcome: 'fail', message: `the decision is ${words}, which no rollback step can carry out` }
}

/** Reported, never blocking: a late way back is still a way back. */
const judgeTime = (context: GateContext, targetMs: number, tookMs: number): Promise<CheckResult> =>
  context.step(
    'target-time',
    `Back within ${formatDuration(targetMs)}`,
    async () => ({
      outcome: tookMs <= targetMs ? 'pass' : 'fail',
      message: `it took ${formatDuration(tookMs)}`,
    }),
    { advisory: true },
  )

const blocks = (check: CheckResult): boolean =>
  !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped'

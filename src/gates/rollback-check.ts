import * as z from 'zod'
import { schemas } from '../checks/registry.ts'
import { decide, decisionMeaning, decisions, type Fired } from '../core/decision.ts'
import { code, plain } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import type { Outcome } from '../core/outcome.ts'
import type { CheckResult, Result } from '../core/result.ts'
import { changingStages, type StageName, stageNames } from '../core/stage.ts'
import { duration, listOf, strict, text } from '../core/strict.ts'
import { defineGate, type GateContext, type GateOutcome } from './definition.ts'
import type { MigrateSection } from './migrate.ts'

const triggerSchema = once(() =>
  strict({
    title: text,
    when: listOf(text).describe('`stage.check-id`, or a whole stage: fires when it failed or could not look'),
    decision: z.enum(decisions).exclude(['go']).optional().describe('what it asks for (roll-back-app)'),
  }),
)

const section = once(() =>
  strict({
    previous: schemas()
      .check.refine(check => 'release' in check.capture, {
        message: 'must capture `release`, e.g. `capture: { release: json.sha }`',
        path: ['capture'],
      })
      .optional()
      .describe('a check that captures `release`: what runs before the rollout, later `${previous.sha}`'),
    ready: schemas().list.optional().describe('checks that the way back is prepared'),
    'target-time': duration.optional().describe('how long a rollback may take'),
    triggers: z.array(triggerSchema()).min(1).describe('what calls for a rollback after the rollout'),
  }),
)
export type RollbackCheckSection = z.output<ReturnType<typeof section>>

export const rollbackCheck = defineGate({
  name: 'rollback-check',
  summary:
    'Before: is there a way back? After: which trigger fired, and the decision with its reasons. It never decides to restore data on its own.',
  section,
  steps: {
    'rollback-check-before': ['previous-differs', 'previous-named', 'backup'],
    'rollback-check': ['decision'],
  },
  // With nothing to look at beforehand this stage could only hold.
  applies: (stage, given, asksFor) =>
    stage.phase !== 'before' ||
    given.previous !== undefined ||
    given.ready !== undefined ||
    asksFor('backup'),
  references: given =>
    given.triggers.flatMap((trigger, index) =>
      trigger.when.map(to => ({ to, path: ['triggers', index, 'when'], among: changingStages })),
    ),
  words: (stage, { triggers }) =>
    stage.phase === 'before'
      ? []
      : triggers.map(
          ({ title, when, decision = 'roll-back-app' }) =>
            `${plain(title)} (${when.map(code).join(', ')}): ${decision}`,
        ),
  run: (given, context) =>
    context.stage.phase === 'before' ? before(given, context) : after(given, context),
})

async function before(given: RollbackCheckSection, context: GateContext): Promise<GateOutcome> {
  const asked = [...(given.previous ? [given.previous] : []), ...(given.ready ?? [])]
  const checks = asked.length > 0 ? await context.runList(asked) : []
  const previous = context.captured('release')
  if (previous !== undefined && previous === context.commit)
    checks.push(
      await context.step(
        'previous-differs',
        'The release to go back to is another one',
        async () => ({
          outcome: 'fail',
          message: 'the commit to roll out runs already; a rollback would put the same release back',
        }),
        { advisory: true },
      ),
    )
  if (previous !== undefined && !releaseName.test(previous))
    checks.push(
      await context.step('previous-named', 'The release to go back to has a plain name', async () => ({
        outcome: 'fail',
        message: `“${previous.slice(0, 80)}” is no name of a release that a command could be given`,
      })),
    )
  const backup = await backupReadiness(context)
  if (backup) checks.push(backup)
  const blocked = checks.some(
    check => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped',
  )
  const data = { rollbackCheck: { because: [], previous } }
  return blocked ? { checks, data, verdict: 'no-go', reasons: ['no-way-back'] } : { checks, data }
}

/** A commit, a tag or an image; it comes from an answer and goes into the commands of the rollback. */
const releaseName = /^[A-Za-z0-9][A-Za-z0-9._@:/+-]{0,199}$/

/** Only where this rollout takes one. */
async function backupReadiness(context: GateContext): Promise<CheckResult | undefined> {
  if (!context.asksFor('backup')) return undefined
  return context.step('backup', 'This run’s backup exists', async () => {
    const backup = (await context.evidence('backup'))?.data.backup
    return backup
      ? { outcome: 'pass', message: `${backup.file}, taken ${backup.takenAt}` }
      : { outcome: 'fail', message: 'there is no backup of this run; run the backup stage first' }
  })
}

async function after(given: RollbackCheckSection, context: GateContext): Promise<GateOutcome> {
  const results = new Map<StageName, Result>()
  for (const name of changingStages) {
    const found = await context.evidence(name)
    if (found) results.set(name, found)
  }
  const checks: CheckResult[] = []
  const fired: Fired[] = []
  for (const [index, trigger] of given.triggers.entries()) {
    const check = await context.step(`trigger-${index + 1}`, trigger.title, async () => {
      const looks = trigger.when.map(reference => outcomeOf(reference, results))
      const bad = trigger.when.filter((_, at) => looks[at] === 'fail' || looks[at] === 'error')
      if (bad.length > 0) return { outcome: 'fail', message: `fired: ${bad.join(', ')}` }
      if (looks.every(look => look === undefined))
        return { outcome: 'skipped', message: `not reached: ${trigger.when.join(', ')}` }
      return { outcome: 'pass', message: 'did not fire' }
    })
    if (check.outcome === 'fail')
      fired.push({ title: trigger.title, decision: trigger.decision ?? 'roll-back-app' })
    checks.push(check)
  }
  const migrate = results.get('migrate')?.data.migrate
  const { decision, because } = decide({
    fired,
    stopped: [...results.values()].filter(result => result.verdict !== 'go').map(result => result.stage),
    applied: migrate?.applied ?? [],
    backwardCompatible: context.section<MigrateSection>('migrate')?.['backward-compatible'] ?? true,
  })
  checks.push(
    await context.step('decision', 'Decision', async () =>
      results.size === 0
        ? { outcome: 'inconclusive', message: 'nothing was rolled out, so there is nothing to decide' }
        : {
            outcome: decision === 'go' ? 'pass' : 'fail',
            message: `${decision}: ${decisionMeaning[decision]}. Because ${because.join('; ')}.`,
            observed: decision,
          },
    ),
  )
  const previous = (await context.evidence('rollback-check-before'))?.data.rollbackCheck?.previous
  const data = { rollbackCheck: { decision, because, previous } }
  return decision === 'go' ? { checks, data } : { checks, data, verdict: 'no-go', reasons: ['trigger-fired'] }
}

/** Undefined when the stage was not reached, or the check did not run. */
function outcomeOf(reference: string, results: ReadonlyMap<StageName, Result>): Outcome | undefined {
  const [stage = '', id] = reference.split('.')
  if (!stageNames.includes(stage as StageName)) return undefined
  const result = results.get(stage as StageName)
  if (!result) return undefined
  if (id === undefined) return result.verdict === 'go' ? 'pass' : 'fail'
  const outcome = result.checks.find(check => check.id === id)?.outcome
  return outcome === 'skipped' ? undefined : outcome
}

import type { Outcome, Verdict } from '../../core/outcome.ts'
import type { CheckResult, Result } from '../../core/result.ts'
import { type StageName, stageNames, stageOf } from '../../core/stage.ts'

/** One environment of the report: its evidence, and the stages that the checklist leaves out there. */
export interface ReportedRollout {
  environment: string
  results: readonly Result[]
  leftOut?: { title: string; why: string }[]
}

/** The result that decides: the first that is not go, else the last. */
export const decidingResult = (results: readonly Result[]): Result | undefined =>
  results.find(result => result.verdict !== 'go') ?? results.at(-1)

/** The verdict of a rollout. Without evidence it holds: silence is never green. */
export const overallVerdict = (results: readonly Result[]): Verdict =>
  decidingResult(results)?.verdict ?? 'hold'

/** `1 stage`, `2 stages`. */
export const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`

/** Whether a check stands in the way: advisory checks and left-out ones never do. */
export const blocks = (check: CheckResult): boolean =>
  !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped'

/** How many checks came to what, as `31 passed, 1 failed`. */
export function tally(results: readonly Result[]): string {
  const checks = results.flatMap(result => result.checks)
  return (Object.entries(words) as [Outcome, string][])
    .map(([outcome, word]) => ({ word, count: checks.filter(check => check.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ')
}

/** Stages that a stopped rollout did not come to. Known only where it is known what the checklist leaves out. */
export function notReached({ results, leftOut }: ReportedRollout): StageName[] {
  if (!leftOut || overallVerdict(results) === 'go') return []
  const known = new Set([
    ...results.map(({ stage }) => stageOf(stage).title),
    ...leftOut.map(({ title }) => title),
  ])
  return stageNames.filter(name => !onlyWhenNeeded.includes(name) && !known.has(stageOf(name).title))
}

/** These run only after something was changed, so that their absence says nothing. */
const onlyWhenNeeded: readonly StageName[] = ['rollback-check', 'rollback', 'record']

const words: Record<Outcome, string> = {
  pass: 'passed',
  fail: 'failed',
  error: 'could not look',
  inconclusive: 'inconclusive',
  pending: 'pending',
  skipped: 'skipped',
}

import pLimit from 'p-limit'
import type { CheckItem, CheckListItem, Flow, Judgement } from '../core/check.ts'
import type { CheckResult } from '../core/result.ts'
import { eachString, namesIn } from '../core/template.ts'
import { type CheckRun, runCheck, toResult, whyNot } from './run-check.ts'

/** A clean-up step may go on this long after the run was cancelled. */
const cleanUpMs = 20_000

/**
 * Runs checks and flows side by side, at most `limit` at once. One that names what another captures waits for that
 * one. Results come in the order of the list.
 */
export async function runList(
  items: readonly CheckListItem[],
  run: CheckRun,
  limit: number,
): Promise<CheckResult[]> {
  const slots = pLimit(limit)
  const started = new Map<CheckListItem, Promise<CheckResult[]>>()
  const start = (item: CheckListItem, waiting: readonly CheckListItem[]): Promise<CheckResult[]> => {
    const known = started.get(item)
    if (known) return known
    // Two that wait for each other: the one found second goes ahead and names what it lacks.
    const needs = items.filter(other => other !== item && !waiting.includes(other) && dependsOn(item, other))
    const promise = Promise.all(needs.map(other => start(other, [...waiting, item]))).then(() =>
      slots(() => (item.type === 'flow' ? runFlow(item, run) : runCheck(item, run).then(result => [result]))),
    )
    started.set(item, promise)
    return promise
  }
  return (await Promise.all(items.map(item => start(item, [])))).flat()
}

/** Runs checks in order; after the first that blocks, the rest are not reached. */
export async function runSteps(items: readonly CheckItem[], run: CheckRun): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  let blocker: CheckResult | undefined
  for (const item of items) {
    const result = blocker ? notReached(item, blocker, run) : await runCheck(item, run)
    results.push(result)
    if (!blocker && !result.advisory && result.outcome !== 'pass' && result.outcome !== 'skipped')
      blocker = result
  }
  return results
}

async function runFlow(flow: Flow, run: CheckRun): Promise<CheckResult[]> {
  const excluded = whyNot(flow, run)
  const mark = (result: CheckResult): CheckResult => ({ ...result, flow: flow.title })
  if (excluded) return [...flow.steps, ...flow.always].map(item => mark(notRun(item, excluded, run)))
  const steps = await runSteps(flow.steps, run)
  const { signal, dispose } = delayed(run.signal, cleanUpMs)
  const always: CheckResult[] = []
  for (const item of flow.always) always.push(await runCheck(item, { ...run, signal }))
  dispose()
  return [...steps, ...always].map(mark)
}

/** A signal that aborts a while after another one. */
function delayed(first: AbortSignal, ms: number): { signal: AbortSignal; dispose(): void } {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const start = () => {
    timer = setTimeout(() => controller.abort(), ms)
  }
  if (first.aborted) start()
  else first.addEventListener('abort', start, { once: true })
  const dispose = () => {
    first.removeEventListener('abort', start)
    clearTimeout(timer)
  }
  return { signal: controller.signal, dispose }
}

const notReached = (item: CheckItem, blocker: CheckResult, run: CheckRun): CheckResult =>
  notRun(item, { outcome: 'skipped', message: `not reached: “${blocker.title}” came first` }, run)

function notRun(item: CheckItem, judgement: Judgement, { session }: CheckRun): CheckResult {
  const timing = { attempts: 0, startedAt: session.ports.clock.now().toISOString(), durationMs: 0 }
  const result = session.redactor.deep(toResult(item, judgement, timing))
  session.listen({ type: 'check-ended', result })
  return result
}

const checksOf = (item: CheckListItem): readonly CheckItem[] =>
  item.type === 'flow' ? [...item.steps, ...item.always] : [item]

function dependsOn(item: CheckListItem, other: CheckListItem): boolean {
  const captured = checksOf(other).flatMap(check => Object.keys(check.capture))
  if (captured.length === 0) return false
  const own = checksOf(item).flatMap(check => Object.keys(check.capture))
  const used = new Set<string>()
  for (const check of checksOf(item))
    eachString({ spec: check.spec, when: check.when }, text => {
      for (const { name } of namesIn(text)) used.add(name)
    })
  return captured.some(name => used.has(name) && !own.includes(name))
}

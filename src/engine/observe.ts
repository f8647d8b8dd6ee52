import type { CheckItem, Judgement } from '../core/check.ts'
import { startedEvent } from '../core/events.ts'
import { amountOf } from '../core/matcher.ts'
import { valueAt } from '../core/path.ts'
import type { CheckResult, Sample } from '../core/result.ts'
import { quantile } from '../core/statistics.ts'
import { formatDuration } from '../core/units.ts'
import { type CheckRun, defined, observeOnce, prepare, toResult, whyNot } from './run-check.ts'

export interface Window {
  forMs: number
  everyMs: number
}

/**
 * Samples all checks together until the window is over. Ends early when a blocking check is past its failure limit,
 * or when the run is cancelled.
 */
export async function observeWindow(
  items: readonly CheckItem[],
  window: Window,
  run: CheckRun,
): Promise<CheckResult[]> {
  const { session, signal } = run
  const { clock } = session.ports
  const startedAt = clock.now().toISOString()
  const began = clock.monotonic()
  const rounds = Math.max(1, Math.floor(window.forMs / window.everyMs) + 1)
  const watched = items.map(item => ({ item, excluded: whyNot(item, run), taken: [] as Taken[] }))
  const nobody = watched.every(({ excluded }) => excluded)
  let cut = false
  for (const { item, excluded } of watched) if (!excluded) session.listen(startedEvent(item))

  for (let round = 1; round <= rounds && !signal.aborted && !nobody; round++) {
    await Promise.all(
      watched.map(async watch => {
        if (!watch.excluded) watch.taken.push(await takeSample(watch.item, run))
      }),
    )
    const failing = watched.filter(({ taken }) => taken.length > 0 && taken.at(-1)?.sample.outcome !== 'pass')
    session.listen({ type: 'sampled', round, rounds, failing: failing.map(({ item }) => item.title) })
    cut =
      round < rounds && watched.some(({ item, taken }) => !item.advisory && overLimit(item, samplesOf(taken)))
    // Looks that take longer than the pause must not make the window longer.
    const next = Math.max(began + round * window.everyMs, clock.monotonic())
    if (cut || round === rounds || next > began + window.forMs) break
    await clock.sleep(Math.max(0, next - clock.monotonic()), signal)
  }

  return watched.map(({ item, excluded, taken }) => {
    const samples = samplesOf(taken)
    const judgement = excluded ?? judgeSamples(item, samples, cut || signal.aborted)
    const timing = { attempts: samples.length, startedAt, durationMs: clock.monotonic() - began }
    const value = samples.findLast(sample => sample.value !== undefined)?.value
    const measures = taken.find(look => look.measures !== undefined)?.measures
    const expected = taken.findLast(look => look.expected !== undefined)?.expected
    const safe = session.redactor.deep({
      ...toResult(item, { ...judgement, expected }, timing),
      ...defined({ value, measures }),
      ...(samples.length > 0 ? { samples } : {}),
    })
    session.listen({ type: 'check-ended', result: safe })
    return safe
  })
}

const samplesOf = (taken: readonly Taken[]): Sample[] => taken.map(({ sample }) => sample)

interface Taken {
  sample: Sample
  /** The path of the value. */
  measures: string | undefined
  expected: string | undefined
}

async function takeSample(item: CheckItem, run: CheckRun): Promise<Taken> {
  const { clock } = run.session.ports
  const at = clock.now().toISOString()
  const began = clock.monotonic()
  const prepared = prepare(item, run)
  const judgement =
    'judgement' in prepared ? prepared.judgement : await observeOnce(item, prepared, run, prepared.timeout)
  const found = measured(item, judgement)
  const sample = {
    at,
    outcome: judgement.outcome,
    durationMs: Math.round(clock.monotonic() - began),
    ...defined({ value: found?.value }),
    ...(judgement.outcome === 'pass' ? {} : { message: judgement.message.slice(0, 500) }),
  }
  return { sample, measures: found?.path, expected: judgement.expected }
}

/** What a sample measured: the value of the baseline, else of the first expectation that is a number, else the latency. */
function measured(item: CheckItem, { subject }: Judgement): { path: string; value: number } | undefined {
  const expected = Object.keys((item.spec['expect'] as object | undefined) ?? {})
  const paths = [...(item.baseline === undefined ? [] : [item.baseline]), ...expected, 'latency']
  const found = paths
    .filter(path => path !== 'status' && subject !== undefined)
    .map(path => ({ path, value: amountOf(valueAt(subject ?? {}, path)) }))
    .find(({ value }) => value !== undefined)
  return found?.value === undefined ? undefined : { path: found.path, value: found.value }
}

const count = (samples: readonly Sample[], outcome: Sample['outcome']) =>
  samples.filter(sample => sample.outcome === outcome).length

const overLimit = (item: CheckItem, samples: readonly Sample[]): boolean =>
  count(samples, 'fail') > item.failureLimit || count(samples, 'error') > item.failureLimit

/** Judges the samples of one check; pure. Few samples, or none that could be judged, are no data. */
export function judgeSamples(
  item: Pick<CheckItem, 'failureLimit' | 'minSamples'>,
  samples: readonly Sample[],
  cut: boolean,
): Judgement {
  const passed = count(samples, 'pass')
  const failed = count(samples, 'fail')
  const errors = count(samples, 'error')
  const last = samples.findLast(sample => sample.outcome !== 'pass')
  const why = last?.message ? `; last: ${last.message}` : ''
  const tally = `${passed} of ${samples.length} samples passed`
  if (failed > item.failureLimit)
    return { outcome: 'fail', message: `${tally}, ${failed} failed (${item.failureLimit} tolerated)${why}` }
  if (errors > item.failureLimit)
    return { outcome: 'error', message: `${tally}, ${errors} could not be taken${why}` }
  if (cut) return { outcome: 'inconclusive', message: `${tally} before the window was cut short` }
  if (passed + failed < item.minSamples)
    return { outcome: 'inconclusive', message: `${tally}; ${item.minSamples} are needed for a verdict${why}` }
  if (samples.at(-1)?.outcome !== 'pass')
    return {
      outcome: samples.at(-1)?.outcome ?? 'inconclusive',
      message: `${tally}, but it ended failing${why}`,
    }
  // A look that found no answer says nothing of how fast answers are.
  const answered = samples.filter(sample => sample.outcome !== 'error').map(sample => sample.durationMs)
  const p95 = quantile(answered, 0.95)
  return {
    outcome: 'pass',
    message: `${tally}${p95 === undefined ? '' : `, answered within ${formatDuration(p95)} (p95)`}`,
  }
}

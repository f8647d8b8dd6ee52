import { amountOf } from '../../core/matcher.ts'
import type { Outcome } from '../../core/outcome.ts'
import type { CheckResult } from '../../core/result.ts'
import { quantile } from '../../core/statistics.ts'
import { formatDuration } from '../../core/units.ts'

/** One sample as it is drawn. `value` is absent when nothing could be measured. */
export interface Point {
  at: number
  value: number | undefined
  outcome: Outcome
  message: string | undefined
}

/** What the samples of a check measured, and what they are compared with. */
export interface Series {
  quantity: string
  show(value: number): string
  points: Point[]
  lines: { label: string; value: number }[]
  figures: { label: string; value: number }[]
}

/** Reads the samples of a check. A baseline is the number that preflight recorded under the id of the check. */
export function seriesOf(check: CheckResult, baseline: unknown): Series {
  const samples = (check.samples ?? []).flatMap(sample => {
    const at = Date.parse(sample.at)
    return Number.isFinite(at) ? [{ ...sample, at }] : []
  })
  const valued = samples.filter(({ value }) => value !== undefined)
  const limit = limitOf(check)
  // Where nothing was measured, the time of each look is drawn.
  const isTime = valued.length === 0 || check.measures === 'latency'
  const points = samples.map(({ at, value, durationMs, outcome, message }) => ({
    at,
    // Where nothing at all was measured, the time of each look still tells something.
    value: valued.length === 0 ? durationMs : value,
    outcome,
    message,
  }))
  const values = points.flatMap(({ value }) => value ?? [])
  const figure = (label: string, q: number) => {
    const value = quantile(values, q)
    return value === undefined ? [] : [{ label, value }]
  }
  return {
    quantity: isTime ? 'Time to answer' : (check.measures ?? 'Measured value'),
    show: isTime ? formatDuration : showNumber,
    points,
    lines: [
      ...(typeof baseline === 'number' ? [{ label: 'baseline', value: baseline }] : []),
      ...(limit && limit.value !== baseline ? [limit] : []),
    ],
    figures: [
      ...figure('min', Number.MIN_VALUE),
      ...figure('p50', 0.5),
      ...figure('p95', 0.95),
      ...figure('max', 1),
    ],
  }
}

/** `expected at most 2` and its like: the words of the matchers, with one number after them. */
const limitWords =
  /\b(at most|below|at least|above) ([\d.]+(?:ms|s|m|h|d|B|KiB|MiB|GiB|TiB|%)?)(?=$|[\s,;)])/g

/** The one limit that the check sets to what its samples measure. */
function limitOf({ expected, measures, samples }: CheckResult): Series['lines'][number] | undefined {
  if (measures === undefined) return undefined
  const failed = samples?.find(({ outcome, message }) => outcome === 'fail' && message)?.message ?? ''
  const own = (expected ?? '').split(', ').find(part => part.startsWith(`${measures} `))
  const named = failed
    .split('; ')
    .find(part => part.startsWith(`${measures} is `))
    ?.split(', expected ')
    .at(1)
  const found = [...(own ?? named ?? '').matchAll(limitWords)]
  const value = found.length === 1 ? amountOf(found[0]?.[2]) : undefined
  return value === undefined ? undefined : { label: found[0]?.[0] ?? '', value }
}

/** Short enough for an axis: four significant digits, `14.2M` from a hundred thousand on. */
function showNumber(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e15) return value.toExponential(1)
  if (size < 1e5) return value.toLocaleString('en-US', { maximumSignificantDigits: size < 1e4 ? 4 : 5 })
  return value.toLocaleString('en-US', { notation: 'compact', maximumSignificantDigits: 4 })
}

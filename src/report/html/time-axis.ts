import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Result } from '../../core/result.ts'
import { clock, type Span, spanOf, wholeSpan } from './times.ts'

/** A stretch that is drawn shorter than it was, so that the work beside it can be seen. */
export interface Shortened extends Span {
  waiting: boolean
}

export interface TimeAxis {
  /** The place of a moment on the axis, in percent of its width. */
  at(ms: number): number
  ticks: { at: number; label: string }[]
  shortened: Shortened[]
}

interface Stretch extends Span {
  waiting: boolean
  /** Its share of the axis, in milliseconds of the unshortened ones. */
  weight: number
}

/** A wait longer than the first share of all work (as drawn) is drawn as the second. */
const longWait = { beyond: 0.25, drawn: 0.12 }
/** One stretch of work that dwarfs all other work, as an observation of hours does, is drawn as the second. */
const longWork = { beyond: 3, drawn: 1.5 }
/** Labels of the axis stay this far apart, in percent. */
const labelWidth = 13

/**
 * The clock of one rollout. Time runs evenly, but for waits (for a person, or between two stages) and for one stretch
 * that would dwarf the rest: these are drawn shorter, and marked as such.
 */
export function timeAxis(results: readonly Result[]): TimeAxis | undefined {
  const ran = wholeSpan(results)
  if (!ran) return undefined
  const whole = { from: ran.from, to: Math.max(ran.to, ran.from + 1) }
  const stretches = shorten(stretchesOf(results, whole))
  const bounds = [whole.from, ...stretches.map(({ to }) => to)]
  const total = stretches.reduce((sum, { weight }) => sum + weight, 0) || 1
  const places = [0]
  for (const { weight } of stretches) places.push((places.at(-1) ?? 0) + (weight / total) * 100)
  const scale = scaleLinear(bounds, places).clamp(true)
  const at = (ms: number) => scale(ms)
  return {
    at,
    ticks: ticksOf(stretches, whole, at),
    shortened: stretches.filter(({ from, to, weight }) => weight < to - from),
  }
}

/** Cuts the whole time at the borders of the stages; where none ran, or one waited for approval, it is a wait. */
function stretchesOf(results: readonly Result[], whole: Span): Stretch[] {
  const spans = results.flatMap(result => {
    const span = spanOf(result)
    return span ? [{ ...span, waits: result.stage === 'sign-off' }] : []
  })
  const cuts = [...new Set([whole.from, ...spans.flatMap(({ from, to }) => [from, to]), whole.to])].sort(
    (a, b) => a - b,
  )
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? to
    const running = spans.filter(span => span.from < to && span.to > from)
    return { from, to, weight: to - from, waiting: running.every(span => span.waits) }
  })
}

function shorten(stretches: readonly Stretch[]): Stretch[] {
  const workOf = (list: readonly Stretch[]) =>
    list.reduce((sum, { waiting, weight }) => sum + (waiting ? 0 : weight), 0)
  const work = workOf(stretches)
  const evened = stretches.map(stretch =>
    stretch.waiting ? stretch : limit(stretch, longWork, work - stretch.weight),
  )
  const drawn = workOf(evened)
  return evened.map(stretch => (stretch.waiting ? limit(stretch, longWait, drawn) : stretch))
}

/** Where there is nothing to compare with, nothing is shortened. */
const limit = (stretch: Stretch, { beyond, drawn }: typeof longWork, others: number): Stretch =>
  others > 0 && stretch.weight > others * beyond ? { ...stretch, weight: others * drawn } : stretch

/** Round times of day; in every evenly drawn part as many as it has room for. */
function ticksOf(stretches: readonly Stretch[], whole: Span, at: (ms: number) => number): TimeAxis['ticks'] {
  const parts: (Span & { rate: number })[] = []
  for (const { from, to, weight } of stretches) {
    const rate = weight / (to - from)
    const last = parts.at(-1)
    if (last && Math.abs(last.rate - rate) < 1e-9) last.to = to
    else parts.push({ from, to, rate })
  }
  const seconds = whole.to - whole.from < 5 * 60_000
  const moments = parts
    .filter(({ from, to }) => at(to) - at(from) >= labelWidth)
    .flatMap(({ from, to }) =>
      scaleUtc([from, to], [0, 1])
        .ticks(Math.max(1, Math.floor((at(to) - at(from)) / labelWidth)))
        .map(date => date.getTime()),
    )
  const ticks: TimeAxis['ticks'] = []
  for (const ms of [whole.from, ...moments]) {
    const place = at(ms)
    const before = ticks.at(-1)?.at ?? -labelWidth
    const needed = labelWidth * (besideEdge(place) || besideEdge(before) ? 1 : 0.75)
    const label = clock(ms, seconds || ms % 60_000 !== 0)
    if (place - before >= needed && ticks.at(-1)?.label !== label) ticks.push({ at: place, label })
  }
  return ticks
}

/** Labels beside an edge of the axis are not centred on their moment: they stand inside. */
export const besideEdge = (place: number): 'start' | 'end' | undefined =>
  place < 4 ? 'start' : place > 96 ? 'end' : undefined

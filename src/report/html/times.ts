import type { Result } from '../../core/result.ts'

/** A stretch of time, in milliseconds of the epoch. */
export interface Span {
  from: number
  to: number
}

/** When something ran; undefined when its moment is no date, so that no plot meets a number that is none. */
export function spanOf({
  startedAt,
  durationMs,
}: {
  startedAt: string
  durationMs: number
}): Span | undefined {
  const from = Date.parse(startedAt)
  const to = from + durationMs
  return Number.isFinite(to) ? { from, to } : undefined
}

/** From the first beginning to the last end. */
export function wholeSpan(results: readonly Result[]): Span | undefined {
  const spans = results.map(spanOf).filter(span => span !== undefined)
  if (spans.length === 0) return undefined
  return { from: Math.min(...spans.map(span => span.from)), to: Math.max(...spans.map(span => span.to)) }
}

/** `20 Nov 2026`: the month in letters, because readers disagree about numbers. */
export const day = (ms: number): string => {
  const date = new Date(ms)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** `16:04`, or `16:04:51`. */
export const clock = (ms: number, seconds = false): string =>
  new Date(ms).toISOString().slice(11, seconds ? 19 : 16)

/** `20 Nov 2026, 16:00 to 16:29 UTC`; the second day is named when there is one. */
export function spanText({ from, to }: Span): string {
  if (clock(from) === clock(to) && day(from) === day(to)) return `${day(from)}, ${clock(from, true)} UTC`
  return `${day(from)}, ${clock(from)} to ${day(from) === day(to) ? '' : `${day(to)}, `}${clock(to)} UTC`
}

/** A moment of the evidence as people read it; what is no date is shown as it came. */
export function momentText(timestamp: string): string {
  const ms = Date.parse(timestamp)
  return Number.isFinite(ms) ? `${day(ms)}, ${clock(ms, true)} UTC` : timestamp
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

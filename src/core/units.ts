const durations: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const sizes: Record<string, number> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 }

export const durationPattern = /^(?:\d+(?:\.\d+)?)(?:ms|s|m|h|d)$/
export const sizePattern = /^(?:\d+(?:\.\d+)?)(?:B|KiB|MiB|GiB|TiB)$/
export const ratePattern = /^\d+(?:\.\d+)?%$/

/** `90s`, `5m`, `2h`, `14d`, `250ms` → milliseconds; undefined when it is no duration. */
export const parseDuration = (text: string): number | undefined => scaled(text, durationPattern, durations)

/** `10MiB` → bytes; undefined when it is no size. */
export const parseSize = (text: string): number | undefined => scaled(text, sizePattern, sizes)

/** `1%` → 0.01; undefined when it is no rate. */
export const parseRate = (text: string): number | undefined =>
  ratePattern.test(text) ? Number(text.slice(0, -1)) / 100 : undefined

/** Milliseconds → the two largest units, e.g. `1m 30s`, `840 ms`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 60) return two(minutes, 'm', Math.floor((ms % 60_000) / 1000), 's')
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? two(hours, 'h', minutes % 60, 'm') : two(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

/** Bytes → `12.3 MiB`. */
export function formatSize(bytes: number): string {
  const units = Object.entries(sizes).reverse()
  const [unit, factor] = units.find(([, size]) => bytes >= size) ?? ['B', 1]
  return factor === 1 ? `${bytes} B` : `${(bytes / factor).toFixed(1)} ${unit}`
}

function scaled(text: string, pattern: RegExp, factors: Record<string, number>): number | undefined {
  if (!pattern.test(text)) return undefined
  const unit = text.replace(/^[\d.]+/, '')
  return Number.parseFloat(text) * (factors[unit] ?? Number.NaN)
}

const two = (a: number, unitA: string, b: number, unitB: string) =>
  b === 0 ? `${a}${unitA}` : `${a}${unitA} ${b}${unitB}`

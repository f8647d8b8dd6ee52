import { closest, distance } from 'fastest-levenshtein'

/** The known name that the writer most likely meant; undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const lower = name.toLowerCase()
  const best = closest(lower, known)
  const limit = Math.max(1, Math.floor(Math.max(name.length, best.length) / 3))
  return distance(lower, best.toLowerCase()) <= limit ? best : undefined
}

/** "did you mean `x`?" or the list of what is known. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  if (near) return `did you mean \`${near}\`?`
  return `known: ${known.map(item => `\`${item}\``).join(', ')}`
}

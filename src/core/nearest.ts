import { closest, distance } from 'fastest-levenshtein'

/** The known name that the writer most likely meant; undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const lower = name.toLowerCase()
  const best = closest(lower, known)
  const limit = Math.max(1, Math.floor(Math.max(name.length, best.length) / 3))
  const away = distance(lower, best.toLowerCase())
  // Two letters the wrong way round count as one slip.
  return away <= limit || (away === 2 && sorted(lower) === sorted(best.toLowerCase())) ? best : undefined
}

const sorted = (text: string): string => [...text].sort().join('')

/** "did you mean `x`?" or the list of what is known. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  if (near) return `did you mean \`${near}\`?`
  return `known: ${known.map(item => `\`${item}\``).join(', ')}`
}

/** A template string, taken apart: literal text, and names with an optional default. */
export type Part = { literal: string } | { name: string; fallback?: string | undefined }

export interface TemplateFault {
  message: string
  cure: string
}

const namePattern = /^[A-Za-z_][A-Za-z0-9_.-]*$/

/**
 * Takes `${NAME}`, `${NAME:-default}` and `$${` (a literal `${`) apart.
 * A default is literal text: it may not hold another `${`.
 */
export function parseTemplate(text: string): { parts: Part[] } | { fault: TemplateFault } {
  const parts: Part[] = []
  let literal = ''
  let at = 0
  while (at < text.length) {
    if (text.startsWith('$${', at)) {
      literal += '${'
      at += 3
    } else if (text.startsWith('${', at)) {
      const end = text.indexOf('}', at)
      if (end < 0) return { fault: faultOf('`${` is never closed', text.slice(at)) }
      const part = parseName(text.slice(at + 2, end))
      if (!part) return { fault: faultOf('this is no name', text.slice(at, end + 1)) }
      if (literal) parts.push({ literal })
      literal = ''
      parts.push(part)
      at = end + 1
    } else {
      literal += text[at]
      at += 1
    }
  }
  if (literal) parts.push({ literal })
  return { parts }
}

/** The names that a text uses; none when the text is malformed. */
export function namesIn(text: string): { name: string; hasFallback: boolean }[] {
  const parsed = parseTemplate(text)
  if ('fault' in parsed) return []
  return parsed.parts.flatMap(part =>
    'name' in part ? [{ name: part.name, hasFallback: part.fallback !== undefined }] : [],
  )
}

/** Looks a name up; undefined or empty means that it has no value. */
export type Lookup = (name: string) => string | undefined

/**
 * Fills a template. A name without a value and without a default is reported in `missing`, never filled with nothing.
 * `quote` is applied to each value before it is put in (a shell needs that; plain text does not).
 */
export function fillTemplate(
  text: string,
  lookup: Lookup,
  quote: (value: string, name: string) => string = value => value,
): { text: string; missing: string[] } {
  const parsed = parseTemplate(text)
  if ('fault' in parsed) return { text, missing: [] }
  const missing: string[] = []
  const filled = parsed.parts.map(part => {
    if ('literal' in part) return part.literal
    const value = lookup(part.name)
    if (value !== undefined && value !== '') return quote(value, part.name)
    if (part.fallback !== undefined) return part.fallback
    missing.push(part.name)
    return ''
  })
  return { text: filled.join(''), missing }
}

/** Calls `visit` for every string in a value, with the path to it. Keys are not templates. */
export function eachString(
  value: unknown,
  visit: (text: string, path: readonly (string | number)[]) => void,
  path: readonly (string | number)[] = [],
): void {
  if (typeof value === 'string') visit(value, path)
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) eachString(item, visit, [...path, index])
  else if (isPlainObject(value))
    for (const [key, item] of Object.entries(value)) eachString(item, visit, [...path, key])
}

/** The same value with every string in it replaced. */
export function mapStrings<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return replace(value) as T
  if (Array.isArray(value)) return value.map(item => mapStrings(item, replace)) as T
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, replace)])) as T
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

function parseName(inside: string): Part | undefined {
  const split = inside.indexOf(':-')
  const name = split < 0 ? inside : inside.slice(0, split)
  if (!namePattern.test(name)) return undefined
  return split < 0 ? { name } : { name, fallback: inside.slice(split + 2) }
}

const faultOf = (what: string, where: string): TemplateFault => ({
  message: `${what}: \`${where.length > 40 ? `${where.slice(0, 40)}…` : where}\``,
  cure: 'Write `${NAME}` or `${NAME:-default}`; for a literal dollar and brace write `$${`.',
})

import type { query } from 'jsonpath-rfc9535'

/** A dotted path as most checklists write it: `json.items[0].id`, `headers.x-request-id`. */
const plain = /^(?:\.[A-Za-z0-9_-]+|\[\d+\])*$/

/** The first name of a path: the part of an observation that it looks into. */
export const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? ''

const restOf = (path: string): string => path.slice(rootOf(path).length)

let jsonPath: typeof query | undefined

/**
 * Makes JSONPath (RFC 9535) ready where one of the paths needs it. It takes longer to load than a whole preflight
 * takes to run, and few checklists use a wildcard or a filter.
 */
export async function preparePaths(paths: readonly string[]): Promise<void> {
  if (jsonPath === undefined && paths.some(path => !plain.test(restOf(path))))
    jsonPath = (await import('jsonpath-rfc9535')).query
}

/** Undefined when the path can be read, else what is wrong with it. Needs `preparePaths`. */
export function pathFault(path: string): string | undefined {
  if (plain.test(restOf(path))) return undefined
  try {
    valueAt({}, path)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * The value at a path; undefined when nothing is there. A path that is more than names and indexes is read as
 * JSONPath after its root and gives the list of values that it finds, undefined when there is none.
 */
export function valueAt(subject: Readonly<Record<string, unknown>>, path: string): unknown {
  const root = subject[rootOf(path)]
  const rest = restOf(path)
  if (plain.test(rest)) return walk(root, rest)
  if (!jsonPath) throw new Error(`the path ${path} was not prepared`)
  const found = jsonPath((root ?? null) as never, `$${rest}`)
  return found.length === 0 ? undefined : found
}

const walk = (value: unknown, rest: string): unknown =>
  (rest.match(/[A-Za-z0-9_-]+/g) ?? []).reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  )

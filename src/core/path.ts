import { query } from 'jsonpath-rfc9535'

/** A dotted path as the checklist writes it: `json.items[0].id`, `headers.x-request-id`, or JSONPath after the root. */
const plain = /^(?:\.[A-Za-z0-9_-]+|\[\d+\])*$/

/** The first name of a path: the part of an observation that it looks into. */
export const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? ''

/** Undefined when the path can be read, else what is wrong with it. */
export function pathFault(path: string): string | undefined {
  try {
    query({}, toJsonPath(path))
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * The value at a path; undefined when nothing is there. A path that can match several places
 * (a wildcard or a filter, RFC 9535) gives the list of values, and undefined when the list is empty.
 */
export function valueAt(subject: Record<string, unknown>, path: string): unknown {
  const found = query(subject as never, toJsonPath(path))
  if (found.length === 0) return undefined
  return plain.test(path.slice(rootOf(path).length)) ? found[0] : found
}

function toJsonPath(path: string): string {
  const root = rootOf(path)
  const rest = path.slice(root.length)
  const tail = plain.test(rest) ? rest.replace(/\.([A-Za-z0-9_-]+)/g, "['$1']") : rest
  return `$['${root.replace(/['\\]/g, '')}']${tail}`
}

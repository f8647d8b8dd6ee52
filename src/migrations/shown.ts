import { mask } from '../core/redact.ts'

/** Whether SQL is what was shown of it, with its secrets masked. */
export function isShownBy(shown: string | undefined, sql: string): boolean {
  if (shown === undefined) return true
  const [first = '', ...rest] = shown.split(mask)
  const last = rest.at(-1)
  if (last === undefined) return sql === shown
  if (!sql.startsWith(first) || !sql.endsWith(last)) return false
  let at = first.length
  for (const part of rest) {
    at = sql.indexOf(part, at)
    if (at < 0) return false
    at += part.length
  }
  return true
}

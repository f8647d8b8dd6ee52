import { createHash } from 'node:crypto'

/** JSON with sorted keys and no spaces, so that equal values always give equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** `sha256:` and the hex SHA-256 of the canonical JSON of a value. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value))

/** `sha256:` and the hex SHA-256 of a text or of bytes. */
export const sha256 = (data: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`

/** What people are shown and type: enough of the digest to tell two apart. */
export const shortDigest = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12)

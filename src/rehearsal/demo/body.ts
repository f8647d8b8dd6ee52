import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

const BODY_LIMIT = 64 * 1024

/** Reads the body of a request. Refuses more than 64 KiB with 413. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // Kept open: who sent too much shall still read the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > BODY_LIMIT) throw new Refusal(413, 'body_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body as a JSON object. Refuses anything else with 400. */
export function jsonObject(body: Buffer): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refusal(400, 'invalid_json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'invalid_json')
  return value as Record<string, unknown>
}

/** A text of 1 to `limit` characters from a body. Refuses anything else with 400. */
export function textField(body: Record<string, unknown>, name: string, limit: number): string {
  const value = body[name]
  if (typeof value !== 'string' || value.trim() === '' || value.length > limit)
    throw new Refusal(400, `invalid_${name}`)
  return value
}

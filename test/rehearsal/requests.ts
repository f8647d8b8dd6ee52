import type { Environment } from '../../src/rehearsal/environment.ts'

export type Reply = { status: number; body: Record<string, unknown>; headers: Headers }

/** Calls the API of an environment as the smoke test does. */
export async function call(
  environment: Environment,
  line: `${'GET' | 'POST'} /${string}`,
  options: { key?: string; json?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const [method = 'GET', path = '/'] = line.split(' ')
  const response = await fetch(`${environment.apiUrl}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${environment.variables['SMOKE_TOKEN']}`,
      ...(options.key ? { 'Idempotency-Key': options.key } : {}),
      ...options.headers,
    },
    ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  }
}

/** Asks again every 50 ms until it holds; throws what was seen last after `patienceMs`. */
export async function until<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  patienceMs = 8000,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(seen)}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

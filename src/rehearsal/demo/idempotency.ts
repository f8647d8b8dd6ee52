import { createHash } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from './database.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './server.ts'

/**
 * Does `work` once per Idempotency-Key of a route and answers its stored response from then on.
 * Refuses a missing key with 400, a key that came with another body before with 409.
 */
export async function once<T extends object>(
  pool: pg.Pool,
  route: string,
  call: Call,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const key = call.headers['idempotency-key']
  if (typeof key !== 'string' || key === '' || key.length > 200)
    throw new Refusal(400, 'idempotency_key_required')
  const digest = createHash('sha256').update(call.body).digest('hex')

  return inTransaction(pool, async client => {
    // A second request with the same key waits here until the first has committed, then finds its row.
    const claimed = await client.query(
      'INSERT INTO idempotency_key (route, key, body_digest) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [route, key, digest],
    )
    if (claimed.rowCount === 0) return earlierResponse<T>(client, route, key, digest)
    const response = await work(client)
    await client.query('UPDATE idempotency_key SET response = $3 WHERE route = $1 AND key = $2', [
      route,
      key,
      JSON.stringify(response),
    ])
    return response
  })
}

async function earlierResponse<T>(
  client: pg.PoolClient,
  route: string,
  key: string,
  digest: string,
): Promise<T> {
  const { rows } = await client.query<{ body_digest: string; response: T }>(
    'SELECT body_digest, response FROM idempotency_key WHERE route = $1 AND key = $2',
    [route, key],
  )
  const earlier = rows[0]
  if (earlier?.body_digest !== digest) throw new Refusal(409, 'idempotency_key_reused')
  return earlier.response
}

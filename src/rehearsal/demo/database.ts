import pg from 'pg'
import type { Settings } from './settings.ts'

/** Opens the connection pool of one process. Statements give up after 4 s, connecting after 2 s. */
export function openPool(settings: Settings, name: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    application_name: name,
    max: 8,
    connectionTimeoutMillis: 2000,
    statement_timeout: 4000,
  })
  // An idle connection that the server ends is replaced on the next query; without a listener it ends the process.
  pool.on('error', () => undefined)
  return pool
}

/** Runs `work` in one transaction and returns its result; rolls back when it throws. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    broken = false
    return result
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => {
        broken = false
      },
      () => undefined,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

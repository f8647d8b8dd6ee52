import { messageOf, ProbeError } from '../core/errors.ts'
import type { SqlAnswer, SqlRequest } from '../core/ports.ts'

/**
 * One query in a read-only transaction that is rolled back.
 * @throws ProbeError with the server's words
 */
export async function sqlQuery(request: SqlRequest, signal: AbortSignal): Promise<SqlAnswer> {
  const [{ withClient }, { describeConnection, parseConnection }] = await Promise.all([
    import('../postgres/client.ts'),
    import('../postgres/connection.ts'),
  ])
  const connection = parseConnection(request.url)
  return withClient(connection, 'gatesheet', signal, async client => {
    try {
      await client.query('BEGIN READ ONLY')
      const answer = await client.query(request.text)
      await client.query('ROLLBACK')
      return { rows: answer.rows as Record<string, unknown>[], rowCount: answer.rowCount ?? 0 }
    } catch (error) {
      throw new ProbeError(describeConnection(connection), messageOf(error))
    }
  })
}

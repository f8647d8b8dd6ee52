import type { QueryConfig } from 'pg'
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
      // The extended protocol takes one statement only: with the simple one, a COMMIT in front of the rest would
      // leave the read-only transaction.
      const query = { text: request.text, queryMode: 'extended' } as QueryConfig
      const answer = await client.query<Record<string, unknown>>(query)
      await client.query('ROLLBACK')
      const wide = new Set(answer.fields.filter(field => isWide(field.dataTypeID)).map(field => field.name))
      const rows = answer.rows.map(row =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, wide.has(name) ? narrow(value) : plain(value)]),
        ),
      )
      return { rows, rowCount: answer.rowCount ?? 0 }
    } catch (error) {
      throw new ProbeError(describeConnection(connection), messageOf(error))
    }
  })
}

/** `bigint`, which `count(*)` is, and `numeric`: the driver gives them as text, since they may be too long for a number. */
const isWide = (type: number): boolean => type === 20 || type === 1700

function narrow(value: unknown): unknown {
  if (typeof value !== 'string') return plain(value)
  const shortest = value.includes('.') ? value.replace(/\.?0+$/, '') : value
  return String(Number(value)) === shortest ? Number(value) : value
}

/** As JSON has it: a time as text, nothing that is no number. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' || typeof value === 'number' ? JSON.parse(JSON.stringify(value)) : value

import type { Client, ClientConfig } from 'pg'
import { messageOf, ProbeError } from '../core/errors.ts'
import { type Connection, describeConnection } from './connection.ts'

/**
 * Runs work on one connection and always closes it. When the signal aborts, the running statement is cancelled on
 * the server from a second connection and the socket is closed, so that nothing goes on behind our back.
 * @throws ProbeError naming the server when it cannot be reached
 */
export async function withClient<T>(
  connection: Connection,
  applicationName: string,
  signal: AbortSignal,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connect(connection, applicationName, signal)
  let cancelled: Promise<void> | undefined
  const abort = () => {
    cancelled = cancelBackend(connection, client)
  }
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await work(client)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
    await cancelled
    await client.end().catch(() => undefined)
  }
}

/** libpq's meaning of each `sslmode`, the ways to try in order: only the `verify-` modes check the certificate. */
const waysOf: Record<string, readonly ClientConfig['ssl'][]> = {
  disable: [false],
  allow: [false, { rejectUnauthorized: false }],
  prefer: [{ rejectUnauthorized: false }, false],
  require: [{ rejectUnauthorized: false }],
  'verify-ca': [{ rejectUnauthorized: true }],
  'verify-full': [{ rejectUnauthorized: true }],
}

async function connect(
  connection: Connection,
  applicationName: string,
  signal?: AbortSignal,
): Promise<Client> {
  const ways = waysOf[connection.sslmode ?? 'prefer']
  if (!ways) throw new ProbeError('the database URL', `has no sslmode that is known: ${connection.sslmode}`)
  let last: unknown
  for (const ssl of ways) {
    try {
      return await connectOnce(
        { ...clientConfig(connection), application_name: applicationName, ssl },
        signal,
      )
    } catch (error) {
      signal?.throwIfAborted()
      last = error
      if (!tlsRefused(error)) break
    }
  }
  throw new ProbeError(describeConnection(connection), `cannot connect: ${messageOf(last)}`)
}

async function connectOnce(config: ClientConfig, signal: AbortSignal | undefined): Promise<Client> {
  const { default: pg } = await import('pg')
  signal?.throwIfAborted()
  const client = new pg.Client(config)
  // Without a listener a lost connection would end the process; the running query reports it too.
  client.on('error', () => undefined)
  // A server that accepts the connection and then says nothing must not keep a cancelled run waiting.
  const abort = () => socketOf(client).destroy()
  signal?.addEventListener('abort', abort, { once: true })
  try {
    await client.connect()
    signal?.throwIfAborted()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

const socketOf = (client: Client) =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream

/** Whether the other way (with or without TLS) is worth a try. */
const tlsRefused = (error: unknown): boolean =>
  /does not support SSL|no encryption|SSL off/i.test(messageOf(error))

const clientConfig = (connection: Connection): ClientConfig => ({
  host: connection.host || 'localhost',
  port: connection.port,
  database: connection.database,
  user: connection.user,
  password: connection.password,
  connectionTimeoutMillis: 10_000,
})

async function cancelBackend(connection: Connection, client: Client): Promise<void> {
  const pid = (client as unknown as { processID: number | null }).processID
  if (!pid) return
  try {
    const second = await connect(connection, 'gatesheet cancel')
    await second.query('SELECT pg_cancel_backend($1)', [pid])
    await second.end()
  } catch {
    // The socket is closed next; the server ends the statement when it notices.
  }
  setTimeout(() => socketOf(client).destroy(), 1000).unref()
}

import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { onDatabase } from '../../src/rehearsal/database.ts'
import { hireJanitor, type Janitor } from '../../src/rehearsal/janitor.ts'
import { type PostgresServer, startPostgres } from '../../src/rehearsal/postgres-server.ts'
import { removeWorldFolder } from '../../src/rehearsal/world-folder.ts'

export interface TestServer {
  /** The superuser's URL of a database. */
  adminUrl(database?: string): string
  /** URL of a new, empty database, with a role and a password of its own. */
  database(setUp?: string): Promise<string>
}

/** A real PostgreSQL for the tests of a file. */
export function postgresServer(): TestServer {
  let server: PostgresServer | undefined
  let janitor: Janitor | undefined
  let folder = ''
  let count = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatesheet-test-postgres-'))
    // The server runs as another user when the tests run as root.
    await chmod(folder, 0o711)
    janitor = hireJanitor(folder)
    server = await startPostgres(join(folder, 'server'), janitor)
  })
  afterAll(async () => {
    await server?.stop()
    await removeWorldFolder(folder)
    await janitor?.goodbye()
  })
  const adminUrl = (database = 'postgres') => onDatabase(server?.adminUrl ?? '', database)
  return {
    adminUrl,
    async database(setUp) {
      const name = `app${++count}`
      const password = `pw-${randomBytes(12).toString('hex')}`
      await query(adminUrl(), `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`)
      await query(adminUrl(), `CREATE DATABASE ${name} OWNER ${name}`)
      const url = `postgresql://${name}:${password}@127.0.0.1:${server?.port}/${name}`
      if (setUp !== undefined) await query(url, setUp)
      return url
    },
  }
}

/** The rows of a query, on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const answer = await client.query(text)
    return answer.rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

/** A connection that holds what it did in a transaction until it is let go, or the test ends. */
export async function holding(url: string, text: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`BEGIN; ${text}`)
  let ended: Promise<void> | undefined
  const letGo = () => {
    ended ??= client.end()
    return ended
  }
  onTestFinished(letGo)
  return letGo
}

/** Waits until a query gives a row. */
export async function untilRow(url: string, text: string): Promise<Record<string, unknown>> {
  const deadline = Date.now() + 15_000
  for (;;) {
    const [row] = await query(url, text)
    if (row) return row
    if (Date.now() > deadline) throw new Error(`still no row: ${text}`)
    await new Promise(resolve => setTimeout(resolve, 30))
  }
}

/** Fails when a statement with these words goes on, or waits, anywhere on the server. */
export async function expectEnded(server: TestServer, words: string): Promise<void> {
  const rows = await query(
    server.adminUrl(),
    `SELECT query FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid() AND query LIKE '%${words}%'`,
  )
  expect(rows).toEqual([])
}

import pg from 'pg'
import type { Janitor } from './janitor.ts'
import { startPostgres } from './postgres-server.ts'
import { secret } from './secret.ts'

export type EnvironmentName = 'staging' | 'production'

export type DatabaseServer = {
  /** The superuser's connection string to the database `postgres`. */
  readonly adminUrl: string
  /** The connection string of each environment's own role to its own database. */
  readonly urls: Readonly<Record<EnvironmentName, string>>
  /** Resolves when the server has ended. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL in `folder` with the databases `staging` and `production`. Each belongs to a role of the
 * same name with a random password; neither role can connect to the other's database.
 */
export async function startDatabases(
  folder: string,
  janitor: Janitor,
  signal?: AbortSignal,
): Promise<DatabaseServer> {
  const server = await startPostgres(folder, janitor, signal)
  try {
    const admin = new pg.Client({ connectionString: server.adminUrl })
    await admin.connect()
    const urls = {
      staging: await createDatabase(admin, 'staging', server.port),
      production: await createDatabase(admin, 'production', server.port),
    }
    await admin.end()
    return { adminUrl: server.adminUrl, urls, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The same connection string, to another database of the server. */
export function onDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function createDatabase(admin: pg.Client, name: EnvironmentName, port: number): Promise<string> {
  const password = secret(32)
  // CREATEDB: a backup is proved by restoring it into a scratch database on the same server.
  await admin.query(`CREATE ROLE ${name} LOGIN CREATEDB PASSWORD '${password}'`)
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`)
  await admin.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`)
  return `postgresql://${name}:${password}@127.0.0.1:${port}/${name}`
}

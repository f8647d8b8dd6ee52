import { join } from 'node:path'
import pg from 'pg'
import { onDatabase, startDatabases } from '../../src/rehearsal/database.ts'
import { hireJanitor } from '../../src/rehearsal/janitor.ts'
import { chooseWorldFolder, makeWorldFolder, removeWorldFolder } from '../../src/rehearsal/world-folder.ts'

/** A real PostgreSQL server, with nothing around it. */
export interface Server {
  /** The superuser's connection string, to a new empty database. */
  makeDatabase(name: string): Promise<string>
  stop(): Promise<void>
}

/** Starts a server; when this process is killed, nothing of it stays. */
export async function startServer(): Promise<Server> {
  const folder = await chooseWorldFolder()
  const janitor = hireJanitor(folder)
  await makeWorldFolder(folder)
  const { adminUrl, stop } = await startDatabases(join(folder, 'postgres'), janitor)
  return {
    async makeDatabase(name) {
      await query(adminUrl, `CREATE DATABASE ${name}`)
      return onDatabase(adminUrl, name)
    },
    async stop() {
      await stop()
      await removeWorldFolder(folder)
      await janitor.goodbye()
    },
  }
}

/** Runs SQL in a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

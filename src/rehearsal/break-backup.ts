import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { onDatabase } from './database.ts'

export type BrokenBackup = {
  /** Resolves when a backup has been broken off, or after `cancel`. Throws when the server is lost meanwhile. */
  readonly done: Promise<void>
  /** Gives up waiting for a backup and lets the database go. */
  cancel(): Promise<void>
}

/**
 * Makes the next `pg_dump` of a database break off for real: locks a table so that the dump has to wait, ends
 * the dump's connection, and lets the table go. Resolves when the trap is set.
 *
 * @param adminUrl a superuser's connection string, to any database of the server
 */
export async function breakBackup(
  adminUrl: string,
  database: string,
  table = 'inbox_item',
): Promise<BrokenBackup> {
  const connectionString = onDatabase(adminUrl, database)
  const locker = new pg.Client({ connectionString })
  const watcher = new pg.Client({ connectionString })
  let cancelled = false
  const clients = [locker, watcher]
  for (const client of clients) client.on('error', () => undefined)
  try {
    await Promise.all(clients.map(client => client.connect()))
    await lock(locker, table)
  } catch (error) {
    await end(clients)
    throw error
  }
  const done = breakNextDump(locker, watcher, table, () => cancelled).finally(() => end(clients))
  done.catch(() => undefined)
  return {
    done,
    cancel: async () => {
      cancelled = true
      await done.catch(() => undefined)
    },
  }
}

async function breakNextDump(
  locker: pg.Client,
  watcher: pg.Client,
  table: string,
  isCancelled: () => boolean,
): Promise<void> {
  const { rows } = await locker.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  let pending = false
  while (!isCancelled()) {
    const waiting = await waitingFor(watcher, rows[0]?.pid ?? 0)
    const dumps = waiting.filter(({ is_dump }) => is_dump)
    if (dumps.length > 0) {
      await watcher.query('SELECT pg_terminate_backend(pid, 2000) FROM unnest($1::int[]) AS pid', [
        dumps.map(({ pid }) => pid),
      ])
      return
    }
    if (waiting.length > 0 && !pending) {
      // Whoever else waits goes first; the lock is asked for again in the same breath, so no dump slips through.
      pending = true
      lock(locker, table).then(
        () => {
          pending = false
        },
        () => undefined,
      )
    }
    await sleep(20)
  }
}

/** (Re)takes the lock: what was locked before is let go first. */
async function lock(locker: pg.Client, table: string): Promise<void> {
  await locker.query(`ROLLBACK; BEGIN; LOCK TABLE ${locker.escapeIdentifier(table)} IN ACCESS EXCLUSIVE MODE`)
}

type Waiting = { readonly pid: number; readonly is_dump: boolean }

/** Who waits for the lock, or behind it in the queue. */
async function waitingFor(watcher: pg.Client, holder: number): Promise<Waiting[]> {
  const { rows } = await watcher.query<Waiting>(
    `SELECT pid, query LIKE 'LOCK TABLE%'
                 AND (application_name = 'pg_dump' OR application_name LIKE 'gatesheet%') AS is_dump
     FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY (pg_blocking_pids(pid))`,
    [holder],
  )
  return rows
}

async function end(clients: readonly pg.Client[]): Promise<void> {
  await Promise.all(clients.map(client => client.end().catch(() => undefined)))
}

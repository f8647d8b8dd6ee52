import type { Client } from 'pg'

/** One row a migration that was applied. */
export interface LedgerRow {
  name: string
  checksum: string
}

export const ledgerTable = 'gatesheet_migrations'

/** The rows of the ledger, in the order of their application; none when there is no ledger yet. */
export async function readLedger(client: Client): Promise<LedgerRow[]> {
  const there = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [ledgerTable])
  if (!there.rows[0]?.there) return []
  const { rows } = await client.query(`SELECT name, checksum FROM ${ledgerTable} ORDER BY applied_at, name`)
  return rows as LedgerRow[]
}

/** Creates the ledger where there is none. */
export const ensureLedger = (client: Client) =>
  client.query(`CREATE TABLE IF NOT EXISTS ${ledgerTable} (
    name text PRIMARY KEY,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    run text NOT NULL
  )`)

export const recordMigration = (client: Client, row: LedgerRow, run: string) =>
  client.query(`INSERT INTO ${ledgerTable} (name, checksum, run) VALUES ($1, $2, $3)`, [
    row.name,
    row.checksum,
    run,
  ])

/** Any fixed number does; it only has to be the same for every runner of a database. */
const lockKey = 7_415_283_001

/**
 * Takes the session lock that keeps two runners apart, by asking again and again: a waiting
 * `pg_advisory_lock` would hold a snapshot and block concurrent index builds.
 * @returns false when another runner kept it for `waitMs` milliseconds
 */
export async function takeRunnerLock(client: Client, waitMs: number, signal: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + waitMs
  for (;;) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [lockKey])
    if (rows[0]?.taken) return true
    if (performance.now() >= deadline) return false
    signal.throwIfAborted()
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

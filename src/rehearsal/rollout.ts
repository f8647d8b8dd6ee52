import { join } from 'node:path'
import pg from 'pg'
import { ensureLedger, recordMigration } from '../migrations/ledger.ts'
import { readSqlFiles } from '../migrations/sql-files.ts'
import type { Environment } from './environment.ts'
import type { Repository } from './repository.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Everything that a rollout to this environment finds in its process environment, and nothing of the caller's. */
export const rolloutEnvironment = (environment: Environment, report: string): Variables => ({
  ...machine(),
  ...environment.variables,
  ...settings(environment, report),
})

/** What the commands of the checklist need of this machine. */
const machine = () => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: process.env['LANG'] })

/** What differs between a rehearsal and the real thing: the migration tool, and how long things are watched. */
const settings = (environment: Environment, report: string): Variables => ({
  BACKUP_FOLDER: join(report, 'backups'),
  MIGRATION_TOOL: 'sql',
  MIGRATION_DIRECTORY: 'backend/migrations',
  WORKER_LOGS: `cat '${environment.logs.worker}'`,
  HEALTHY_WITHIN: '8s',
  WORKER_WITHIN: '8s',
  OBSERVE_FOR: '6s',
  OBSERVE_EVERY: '500ms',
})

/** The previous release was rolled out before: its migration is in the ledger. */
export async function beginLedger(environment: Environment, repository: Repository): Promise<void> {
  const [first] = await readSqlFiles(join(repository.path, 'backend', 'migrations'))
  const client = new pg.Client({ connectionString: environment.databaseUrl })
  await client.connect()
  try {
    await ensureLedger(client)
    if (first) await recordMigration(client, first, 'before the rehearsal')
  } finally {
    await client.end()
  }
}

import type { Client } from 'pg'
import { messageOf, ProbeError } from '../core/errors.ts'
import type { Migration } from '../core/migration.ts'
import { withClient } from '../postgres/client.ts'
import { describeConnection, parseConnection } from '../postgres/connection.ts'
import { ensureLedger, type LedgerRow, readLedger, recordMigration, takeRunnerLock } from './ledger.ts'
import { readSqlFiles, type SqlFile } from './sql-files.ts'
import type { Applied, MigrationContext, MigrationTool } from './tool.ts'

/** Compares the ledger with the files; pure. */
export function stateOf(rows: readonly LedgerRow[], files: readonly SqlFile[]): Migration[] {
  const ledger = new Map(rows.map(row => [row.name, row.checksum]))
  const here = new Set(files.map(file => file.name))
  const lastApplied = files.findLastIndex(file => ledger.has(file.name))
  const known = files.map((file, index): Migration => {
    const checksum = ledger.get(file.name)
    if (checksum === undefined)
      return index < lastApplied
        ? {
            name: file.name,
            state: 'unknown',
            note: 'older than an applied migration; give it a newer number',
          }
        : { name: file.name, state: 'pending' }
    if (checksum !== file.checksum)
      return {
        name: file.name,
        state: 'edited',
        note: 'changed after it was applied; put it back and write a new one',
      }
    return { name: file.name, state: 'applied' }
  })
  const gone = rows
    .filter(row => !here.has(row.name))
    .map(
      (row): Migration => ({
        name: row.name,
        state: 'missing-file',
        note: 'applied, but its file is not in this commit',
      }),
    )
  return [...gone, ...known]
}

export const sql: MigrationTool = {
  name: 'sql',
  summary: 'A folder of numbered SQL files, each one transaction, with a ledger table and checksums.',

  async list(context) {
    const files = await readSqlFiles(context.directory)
    const rows = await connected(context, client => readLedger(client))
    return stateOf(rows, files)
  },

  async preview(context, pending) {
    const files = await readSqlFiles(context.directory)
    return files.filter(file => pending.includes(file.name)).map(({ name, sql }) => ({ name, sql }))
  },

  async apply(context, pending) {
    const files = (await readSqlFiles(context.directory)).filter(file => pending.includes(file.name))
    return connected(context, async (client): Promise<Applied> => {
      if (!(await takeRunnerLock(client, 30_000, context.signal)))
        throw new ProbeError(
          describeConnection(parseConnection(context.database)),
          'another migration run holds the lock; wait for it to end',
        )
      await setBudget(client, context)
      await ensureLedger(client)
      // Another runner may have applied some of them while this one waited for its turn.
      const done = new Set((await readLedger(client)).map(row => row.name))
      const applied: string[] = []
      for (const file of files.filter(({ name }) => !done.has(name))) {
        if (context.signal.aborted)
          return { applied, failed: { name: file.name, message: 'the run was cancelled before it began' } }
        await setBudget(client, context)
        const failure = await applyOne(client, file, context.run)
        if (failure !== undefined) return { applied, failed: { name: file.name, message: failure } }
        applied.push(file.name)
      }
      return { applied }
    })
  },
}

/** Also takes back what a file has set for its session, so that every file begins alike. */
async function setBudget(client: Client, { budget }: MigrationContext): Promise<void> {
  await client.query('RESET ALL')
  await client.query(
    "SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false)",
    [String(budget.lock), String(budget.statement)],
  )
}

/** One transaction with its ledger row inside; the words of the failure, after which nothing of the file is left. */
async function applyOne(client: Client, file: SqlFile, run: string): Promise<string | undefined> {
  try {
    await client.query('BEGIN')
    await client.query(file.sql)
    // A file made by pg_dump empties it; the ledger stands where it always did.
    await client.query('RESET search_path')
    await recordMigration(client, file, run)
    await client.query('COMMIT')
    return undefined
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    return explain(error, file.sql)
  }
}

/** The database's words, with the line of the file and its hint. */
function explain(error: unknown, text: string): string {
  const { position, detail, hint } = error as { position?: string; detail?: string; hint?: string }
  const line = position ? ` (line ${text.slice(0, Number(position) - 1).split('\n').length})` : ''
  return [`${messageOf(error)}${line}`, detail, hint]
    .flatMap(text => text?.replace(/\.$/, '') || [])
    .join('. ')
}

const connected = <T>(context: MigrationContext, work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(
    parseConnection(context.database),
    `gatesheet migrate ${context.run}`.slice(0, 63),
    context.signal,
    work,
  )

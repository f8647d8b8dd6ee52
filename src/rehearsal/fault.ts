import pg from 'pg'
import { exitCodes } from '../core/exit-code.ts'
import type { StageName } from '../core/stage.ts'
import { breakBackup } from './break-backup.ts'
import type { World, WorldOptions } from './world.ts'

/** A way in which a rollout to production ends badly, and how Gatesheet is expected to end it. */
export interface Fault {
  name: string
  title: string
  /** What the report must come to; the tests hold every fault to it. */
  ends: { at: StageName; verdict: 'no-go' | 'hold'; exitCode: number; rolledBack: boolean; state: string }
  world?: WorldOptions
  /** Changes the world once it runs; what it returns replaces variables of production. */
  prepare?(world: World): Promise<Record<string, string> | undefined>
  /** Nobody answers when the sign-off asks. */
  nobodyApproves?: true
}

const noGo = exitCodes['no-go'].code

export const faults: readonly Fault[] = [
  {
    name: 'missing-variable',
    title: 'LLM_API_KEY is not set in production',
    ends: {
      at: 'preflight',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: false,
      state: 'nothing was changed',
    },
    prepare: async () => ({ LLM_API_KEY: '' }),
  },
  {
    name: 'staging-database-in-production',
    title: 'production’s DATABASE_URL is staging’s',
    ends: {
      at: 'preflight',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: false,
      state: 'nothing was changed',
    },
    prepare: async world => ({ DATABASE_URL: world.staging.variables['DATABASE_URL'] ?? '' }),
  },
  {
    name: 'backup-breaks-off',
    title: 'the connection of pg_dump is cut half-way',
    ends: {
      at: 'backup',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: false,
      state: 'nothing was changed; there is no backup and no partial file',
    },
    prepare: async world => {
      await breakBackup(world.adminUrl, 'production')
      return undefined
    },
  },
  {
    name: 'migration-fails-half-way',
    title: 'the second of two migrations fails on production’s data',
    ends: {
      at: 'migrate',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: true,
      state: 'the previous release runs on the schema after 0002',
    },
    world: { brokenMigration: true },
    prepare: async world => {
      // Staging's data has no duplicates, so that only production meets the problem, as it happens.
      await onDatabase(
        world.staging.databaseUrl,
        `DELETE FROM inbox_item a USING inbox_item b WHERE a.text = b.text AND a.chat = b.chat AND a.ctid > b.ctid`,
      )
      return undefined
    },
  },
  {
    name: 'api-never-ready',
    title: 'the new API starts and never becomes ready',
    ends: {
      at: 'deploy',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: true,
      state: 'the previous release runs on the new schema',
    },
    world: { faults: { production: 'never-ready' } },
  },
  {
    name: 'worker-does-not-start',
    title: 'the new worker ends before it listens',
    ends: {
      at: 'deploy',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: true,
      state: 'the previous release runs on the new schema',
    },
    world: { faults: { production: 'worker-does-not-start' } },
  },
  {
    name: 'worker-moves-jobs-to-dlq',
    title: 'the new worker moves every job to the dead-letter queue',
    ends: {
      at: 'smoke',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: true,
      state: 'the previous release runs on the new schema',
    },
    world: { faults: { production: 'worker-dlq' } },
  },
  {
    name: '5xx-after-deploy',
    title: 'smoke passes, then queries are answered with 500',
    ends: {
      at: 'observe',
      verdict: 'no-go',
      exitCode: noGo,
      rolledBack: true,
      state: 'the previous release runs on the new schema',
    },
    world: { faults: { production: 'errors-5xx' } },
  },
  {
    name: 'no-approval',
    title: 'nobody signs production off',
    ends: {
      at: 'sign-off',
      verdict: 'hold',
      exitCode: exitCodes.hold.code,
      rolledBack: false,
      state: 'nothing was changed; a backup exists',
    },
    nobodyApproves: true,
  },
]

async function onDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from './database.ts'
import { createHeartbeat } from './heartbeat.ts'
import { stopGracefully } from './lifetime.ts'
import { enqueue } from './queue.ts'
import { readSettings } from './settings.ts'
import { workOnJobs } from './worker-loop.ts'

// The worker process of the demonstration: `node worker.ts`.
const settings = readSettings(process.env)
if (settings.fault === 'worker-does-not-start') {
  console.error('Error: cannot load the job handlers: the module "todoist_v2" was not found')
  process.exit(1)
}

const release = { settings, pool: openPool(settings, 'inbox-worker') }
const heartbeat = createHeartbeat(release)
const stopping = new AbortController()

const working = run()

stopGracefully(async () => {
  stopping.abort()
  await working
  await heartbeat.end().catch(() => undefined)
  await release.pool.end()
})

async function run(): Promise<void> {
  await firstHeartbeat()
  if (stopping.signal.aborted) return
  console.log('Worker started, listening for jobs...')
  every(1000, heartbeat.beat)
  if (settings.fault === 'worker-dlq') every(1000, () => enqueue(release.pool, release, 'todoist_sync'))
  await workOnJobs(release, stopping.signal)
}

/** A worker that has not reached its database does not listen: it says so only after its first heartbeat. */
async function firstHeartbeat(): Promise<void> {
  while (!stopping.signal.aborted) {
    try {
      return await heartbeat.beat()
    } catch (error) {
      console.log(`worker_error ${error instanceof Error ? error.message : error}`)
      await sleep(500)
    }
  }
}

function every(milliseconds: number, work: () => Promise<unknown>): void {
  const timer = setInterval(() => work().catch(() => undefined), milliseconds)
  stopping.signal.addEventListener('abort', () => clearInterval(timer))
}

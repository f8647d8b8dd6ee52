import { setTimeout as sleep } from 'node:timers/promises'
import { claim, finish, type Job, MAX_ATTEMPTS, moveToDlq, retryLater } from './queue.ts'
import type { Release } from './release.ts'
import { PermanentFailure, syncTodoist } from './todoist.ts'

/** Works on jobs, one after the other, until the signal; looks for new ones every 200 ms. */
export async function workOnJobs(release: Release, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const job = await claim(release)
      if (job) await work(release, job)
      else await sleep(200, undefined, { signal })
    } catch (error) {
      if (signal.aborted) return
      console.log(`worker_error ${messageOf(error)}`)
      await sleep(500)
    }
  }
}

async function work(release: Release, job: Job): Promise<void> {
  const { pool, settings } = release
  try {
    if (settings.fault === 'worker-dlq')
      throw new PermanentFailure('field "priority" is not known to Todoist')
    await syncTodoist(settings.todoist, job)
    await finish(pool, job)
    console.log(`job_done ${job.id} kind=${job.kind} attempts=${job.attempts}`)
  } catch (error) {
    const reason = messageOf(error)
    const given = `${job.id} kind=${job.kind} attempts=${job.attempts} error=${JSON.stringify(reason)}`
    if (error instanceof PermanentFailure || job.attempts >= MAX_ATTEMPTS) {
      await moveToDlq(pool, job, reason)
      console.log(`worker_moved_to_dlq ${given}`)
    } else {
      await retryLater(pool, job, reason)
      console.log(`worker_retry ${given}`)
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import type { Job } from './queue.ts'
import type { Settings } from './settings.ts'

/** A failure that trying again does not cure. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure'
}

/**
 * Sends one job to Todoist, within 3 s. Throws `PermanentFailure` when Todoist refuses the request itself,
 * any other error when it may succeed later.
 */
export async function syncTodoist(todoist: Settings['todoist'], job: Job): Promise<void> {
  const response = await fetch(`${todoist.base}/sync`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${todoist.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ job_id: job.id, kind: job.kind }),
    signal: AbortSignal.timeout(3000),
  })
  await response.arrayBuffer()
  if (response.ok) return
  const message = `Todoist answered ${response.status}`
  if (response.status >= 500 || response.status === 429) throw new Error(message)
  throw new PermanentFailure(message)
}

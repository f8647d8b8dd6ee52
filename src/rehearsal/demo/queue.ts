import type pg from 'pg'
import { type Release, usesMigration } from './release.ts'

export type Job = { readonly id: string; readonly kind: string; readonly attempts: number }

/** A job that fails this often goes to the dead-letter queue. */
export const MAX_ATTEMPTS = 3

/** Adds a job and returns its id. People wait for a sync, nobody waits for a reconcile. */
export async function enqueue(
  client: Pick<pg.PoolClient, 'query'>,
  release: Release,
  kind: string,
): Promise<string> {
  const { rows } = usesMigration(release, 3)
    ? await client.query<{ id: string }>('INSERT INTO job (kind, priority) VALUES ($1, $2) RETURNING id', [
        kind,
        kind === 'todoist_sync' ? 1 : 0,
      ])
    : await client.query<{ id: string }>('INSERT INTO job (kind) VALUES ($1) RETURNING id', [kind])
  return rows[0]?.id ?? ''
}

/** Takes the next due job, or one whose worker has been silent about it for 30 s; null when there is none. */
export async function claim(release: Release): Promise<Job | null> {
  const order = usesMigration(release, 3) ? 'priority DESC, run_at' : 'run_at'
  const { rows } = await release.pool.query<Job>(
    `UPDATE job SET state = 'running', attempts = attempts + 1, claimed_at = now()
     WHERE id = (
       SELECT id FROM job
       WHERE (state = 'queued' AND run_at <= now())
          OR (state = 'running' AND claimed_at < now() - interval '30 seconds')
       ORDER BY ${order} LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id, kind, attempts`,
  )
  return rows[0] ?? null
}

/** Marks a job done. */
export async function finish(pool: pg.Pool, job: Job): Promise<void> {
  await pool.query(`UPDATE job SET state = 'done', finished_at = now(), last_error = NULL WHERE id = $1`, [
    job.id,
  ])
}

/** Puts a failed job back, to run again after 250 ms, then 500 ms. */
export async function retryLater(pool: pg.Pool, job: Job, reason: string): Promise<void> {
  await pool.query(
    `UPDATE job SET state = 'queued', last_error = $2, run_at = now() + $3 * interval '1 millisecond' WHERE id = $1`,
    [job.id, reason, 125 * 2 ** job.attempts],
  )
}

/** Moves a job to the dead-letter queue. */
export async function moveToDlq(pool: pg.Pool, job: Job, reason: string): Promise<void> {
  await pool.query(`UPDATE job SET state = 'dlq', last_error = $2, finished_at = now() WHERE id = $1`, [
    job.id,
    reason,
  ])
}

/** Pending and dead jobs, and the job that changed last. */
export async function queueStatus(pool: pg.Pool): Promise<unknown> {
  const counts = await pool.query(
    `SELECT count(*) FILTER (WHERE state IN ('queued', 'running'))::int AS pending,
            count(*) FILTER (WHERE state = 'dlq')::int AS dlq FROM job`,
  )
  const last = await pool.query(
    `SELECT id AS job_id, kind, state, attempts, finished_at, last_error FROM job
     ORDER BY coalesce(finished_at, claimed_at, created_at) DESC LIMIT 1`,
  )
  return { status: 'ok', ...counts.rows[0], last_job: last.rows[0] ?? null }
}

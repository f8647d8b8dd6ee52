import { randomUUID } from 'node:crypto'
import type { Release } from './release.ts'

export type Heartbeat = { beat(): Promise<void>; end(): Promise<void> }

/** The row by which one worker process tells that it runs, and which release it is. */
export function createHeartbeat({ pool, settings }: Release): Heartbeat {
  const instance = randomUUID()
  return {
    beat: async () => {
      await pool.query(
        `INSERT INTO worker_heartbeat (instance, sha) VALUES ($1, $2)
         ON CONFLICT (instance) DO UPDATE SET seen_at = now()`,
        [instance, settings.sha],
      )
      await pool.query(`DELETE FROM worker_heartbeat WHERE seen_at < now() - interval '1 hour'`)
    },
    end: async () => {
      await pool.query('DELETE FROM worker_heartbeat WHERE instance = $1', [instance])
    },
  }
}

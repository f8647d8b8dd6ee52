import { once } from './idempotency.ts'
import { enqueue, queueStatus } from './queue.ts'
import type { Release } from './release.ts'
import type { Route } from './server.ts'

/** Enqueue the two kinds of Todoist jobs, and look how they are doing. */
export function syncRoutes(release: Release): Route[] {
  return [
    enqueueRoute(release, '/v1/sync/todoist', 'todoist_sync'),
    enqueueRoute(release, '/v1/sync/todoist/reconcile', 'todoist_reconcile'),
    {
      method: 'GET',
      path: '/v1/sync/todoist/status',
      answer: async () => ({ status: 200, body: await queueStatus(release.pool) }),
    },
  ]
}

function enqueueRoute(release: Release, path: string, kind: string): Route {
  return {
    method: 'POST',
    path,
    answer: async call => ({
      status: 200,
      body: await once(release.pool, path, call, async client => ({
        job_id: await enqueue(client, release, kind),
      })),
    }),
  }
}

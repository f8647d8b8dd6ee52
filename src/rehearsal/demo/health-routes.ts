import type pg from 'pg'
import type { Release } from './release.ts'
import { schemaVersion } from './schema.ts'
import type { Answer, Route } from './server.ts'

/** Requests to /v1 since the start of the process. */
export type RequestCounts = { total: number; errors_5xx: number }

/** The routes that a platform and a rollout look at: live, ready, metrics, version. */
export function healthRoutes(release: Release, requests: RequestCounts): Route[] {
  const { pool, settings } = release
  return [
    { method: 'GET', path: '/health/live', answer: async () => ok({ status: 'ok' }) },
    { method: 'GET', path: '/health/ready', answer: () => readiness(release) },
    {
      method: 'GET',
      path: '/health/metrics',
      answer: async () =>
        ok({ queue: await queueMetrics(pool), requests, worker: await workerMetrics(pool) }),
    },
    {
      method: 'GET',
      path: '/version',
      answer: async call =>
        call.query.get('service') === 'worker'
          ? runningWorker(pool)
          : ok({ service: 'api', sha: settings.sha }),
    },
  ]
}

function ok(body: unknown): Answer {
  return { status: 200, body }
}

async function readiness(release: Release): Promise<Answer> {
  const checks = { database: 'ok', schema: 'ok' }
  try {
    const version = await schemaVersion(release.pool)
    const needed = release.settings.schema
    if (version < needed) checks.schema = `at migration ${version}, needs ${needed}`
  } catch {
    checks.database = 'unreachable'
    checks.schema = 'unknown'
  }
  if (release.settings.fault === 'never-ready') checks.database = 'connection pool is exhausted'
  const ready = checks.database === 'ok' && checks.schema === 'ok'
  return { status: ready ? 200 : 503, body: { status: ready ? 'ok' : 'unavailable', checks } }
}

async function queueMetrics(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query(
    `SELECT count(*) FILTER (WHERE state IN ('queued', 'running'))::int AS depth,
            count(*) FILTER (WHERE state = 'dlq')::int AS dlq,
            coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE state IN ('queued', 'running'))), 0)::float
              AS oldest_seconds
     FROM job`,
  )
  return rows[0]
}

/** `last_seen_seconds` is null when no worker has ever run. */
async function workerMetrics(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query(
    'SELECT extract(epoch FROM now() - max(seen_at))::float AS last_seen_seconds FROM worker_heartbeat',
  )
  return rows[0]
}

/** While two workers overlap, the one that started last is the one that was deployed. */
async function runningWorker(pool: pg.Pool): Promise<Answer> {
  const { rows } = await pool.query(
    `SELECT 'worker' AS service, sha, extract(epoch FROM now() - seen_at)::float AS seen_seconds
     FROM worker_heartbeat ORDER BY seen_at > now() - interval '10 seconds' DESC, started_at DESC LIMIT 1`,
  )
  return rows[0] ? ok(rows[0]) : { status: 503, body: { error_code: 'no_worker_seen' } }
}

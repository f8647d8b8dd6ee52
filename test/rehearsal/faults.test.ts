import { readFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import type { HostFault } from '../../src/rehearsal/demo/faults.ts'
import type { Environment } from '../../src/rehearsal/environment.ts'
import { startWorld, type World } from '../../src/rehearsal/world.ts'
import { deploy, migrate } from './commands.ts'
import { call, until } from './requests.ts'

let world: World
afterEach(() => world?.stop())

/** Both environments with a fault each, the target release accepted in both. */
async function rollOut(staging: HostFault, production: HostFault) {
  world = await startWorld({ faults: { staging, production } })
  await Promise.all([world.staging, world.production].map(rollOutTo))
}

async function rollOutTo(environment: Environment) {
  const { targetSha } = world.repository
  await migrate(world, environment)
  await Promise.all([deploy(environment, 'API', targetSha), deploy(environment, 'WORKER', targetSha)])
  await until(
    () => call(environment, 'GET /version'),
    reply => reply.body['sha'] === targetSha,
  )
}

const logOf = (path: string) => () => readFile(path, 'utf8')

it('never becomes ready; sends every job to the dead-letter queue, which grows', async () => {
  await rollOut('never-ready', 'worker-dlq')
  expect((await call(world.staging, 'GET /health/live')).status).toBe(200)
  expect((await call(world.staging, 'GET /health/ready')).status).toBe(503)

  const { body } = await call(world.production, 'POST /v1/sync/todoist', { key: 'dlq' })
  await until(logOf(world.production.logs.worker), log =>
    log.includes(`worker_moved_to_dlq ${body['job_id']}`),
  )
  const depth = async () =>
    ((await call(world.production, 'GET /health/metrics')).body['queue'] as { dlq: number }).dlq
  const before = await depth()
  await until(depth, now => now >= before + 2)
})

it('breaks after the smoke test; keeps the old worker when the new one does not start', async () => {
  await rollOut('errors-5xx', 'worker-does-not-start')
  const json = { chat: 'prod-smoke', question: 'what?' }
  const statuses: number[] = []
  for (let n = 0; n < 10; n++)
    statuses.push((await call(world.staging, 'POST /v1/query/ask', { json })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 500, 500, 500, 500])
  expect((await call(world.staging, 'GET /health/ready')).status).toBe(200)
  const metrics = await call(world.staging, 'GET /health/metrics')
  expect(metrics.body['requests']).toEqual({ total: 10, errors_5xx: 4 })
  expect(await logOf(world.staging.logs.api)()).toContain('"error_code":"internal_error"')

  const log = await until(logOf(world.production.logs.worker), text => text.includes('todoist_v2'))
  expect(log.split('Worker started')).toHaveLength(2)
  const worker = await call(world.production, 'GET /version?service=worker')
  expect(worker.body['sha']).toBe(world.repository.previousSha)
})

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../src/rehearsal/world.ts'
import { call, until } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

const untilLogged = (text: string) =>
  until(
    () => readFile(world.staging.logs.worker, 'utf8'),
    log => log.includes(text),
  )

it('listens, and does the jobs that the API enqueues', async () => {
  await untilLogged('Worker started, listening for jobs...\n')
  for (const [path, kind] of [
    ['/v1/sync/todoist', 'todoist_sync'],
    ['/v1/sync/todoist/reconcile', 'todoist_reconcile'],
  ]) {
    const { status, body } = await call(world.staging, `POST ${path as '/'}`, { key: 'job' })
    expect(status).toBe(200)
    await untilLogged(`job_done ${body['job_id']} kind=${kind}`)
  }
  expect((await call(world.staging, 'GET /v1/sync/todoist/status')).body).toMatchObject({
    pending: 0,
    dlq: 0,
    last_job: { kind: 'todoist_reconcile', state: 'done', attempts: 1 },
  })
})

it('tries again when Todoist fails for a while', async () => {
  world.todoist.failNext(2)
  const { body } = await call(world.staging, 'POST /v1/sync/todoist', { key: 'outage' })
  const log = await untilLogged(`job_done ${body['job_id']} kind=todoist_sync attempts=3`)
  expect(log.split(`worker_retry ${body['job_id']}`)).toHaveLength(3)
})

it('moves a job to the dead-letter queue after three tries', async () => {
  world.todoist.failNext(3)
  const { body } = await call(world.staging, 'POST /v1/sync/todoist', { key: 'dead' })
  await untilLogged(`worker_moved_to_dlq ${body['job_id']} kind=todoist_sync attempts=3`)
  expect((await call(world.staging, 'GET /health/metrics')).body['queue']).toMatchObject({ depth: 0, dlq: 1 })
})

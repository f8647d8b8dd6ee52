import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../src/rehearsal/world.ts'
import { call, until } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

describe('health', () => {
  it('is live and ready, and tells both releases', async () => {
    expect(await call(world.staging, 'GET /health/live')).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    })
    expect(await call(world.staging, 'GET /health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ok', checks: { database: 'ok', schema: 'ok' } },
    })
    const sha = world.repository.previousSha
    expect((await call(world.staging, 'GET /version')).body).toEqual({ service: 'api', sha })
    expect((await call(world.staging, 'GET /version?service=worker')).body).toEqual({
      service: 'worker',
      sha,
      seen_seconds: expect.any(Number),
    })
  })

  it('counts the queue and the requests', async () => {
    const { body } = await call(world.production, 'GET /health/metrics')
    expect(body).toEqual({
      queue: { depth: 0, dlq: 0, oldest_seconds: 0 },
      requests: { total: 0, errors_5xx: 0 },
      worker: { last_seen_seconds: expect.any(Number) },
    })
  })
})

describe('capture', () => {
  const thought = { chat: 'prod-smoke', text: 'the ladder is in the shed' }

  it('stores a thought once per key, also when two come at the same moment', async () => {
    const key = randomUUID()
    const capture = () => call(world.staging, 'POST /v1/capture/thought', { key, json: thought })
    const [first, second] = await Promise.all([capture(), capture()])
    const third = await capture()
    expect(first).toMatchObject({
      status: 200,
      body: { inbox_item_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    expect(second.body).toEqual(first.body)
    expect(third.body).toEqual(first.body)
    const other = { ...thought, text: 'another thought' }
    expect(await call(world.staging, 'POST /v1/capture/thought', { key, json: other })).toMatchObject({
      status: 409,
      body: { error_code: 'idempotency_key_reused' },
    })
  })

  it.each([
    ['no key', { json: thought }, 400, 'idempotency_key_required'],
    ['no JSON', { key: 'a', json: 'text' }, 400, 'invalid_json'],
    ['no text', { key: 'a', json: { chat: 'x' } }, 400, 'invalid_text'],
    ['too much', { key: 'a', json: { chat: 'x', text: 'y'.repeat(70_000) } }, 413, 'body_too_large'],
    [
      'no token',
      { key: 'a', json: thought, headers: { Authorization: 'Bearer wrong' } },
      401,
      'unauthorized',
    ],
  ])('refuses %s', async (_what, options, status, code) => {
    const reply = await call(world.staging, 'POST /v1/capture/thought', options)
    expect(reply).toMatchObject({ status, body: { error_code: code } })
  })

  it('knows no token of the other environment', async () => {
    const headers = { Authorization: `Bearer ${world.production.variables['SMOKE_TOKEN']}` }
    expect((await call(world.staging, 'GET /v1/sync/todoist/status', { headers })).status).toBe(401)
  })
})

it('answers from the thoughts of the chat', async () => {
  await call(world.staging, 'POST /v1/capture/thought', {
    key: 'ask-1',
    json: { chat: 'ask', text: 'the key is under the mat' },
  })
  const json = { chat: 'ask', question: 'where is the key?' }
  const { status, body } = await call(world.staging, 'POST /v1/query/ask', { json })
  expect(status).toBe(200)
  expect(body['answer']).toContain('under the mat')
})

it('refuses unknown paths and methods', async () => {
  expect((await call(world.staging, 'GET /nothing')).body).toEqual({ error_code: 'not_found' })
  expect((await call(world.staging, 'GET /v1/query/ask')).body).toEqual({ error_code: 'method_not_allowed' })
})

it('logs one JSON line a request', async () => {
  const id = randomUUID()
  const reply = await call(world.staging, 'POST /v1/query/ask', { json: {}, headers: { 'X-Request-ID': id } })
  expect(reply.headers.get('X-Request-ID')).toBe(id)
  const line = await until(
    async () =>
      (await readFile(world.staging.logs.api, 'utf8')).split('\n').find(each => each.includes(id)) ?? '',
    found => found !== '',
  )
  expect(JSON.parse(line)).toMatchObject({
    request_id: id,
    method: 'POST',
    route: '/v1/query/ask',
    status: 400,
    latency: expect.any(Number),
    error_code: 'invalid_chat',
  })
})

describe('the worker', () => {
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
    expect((await call(world.staging, 'GET /health/metrics')).body['queue']).toMatchObject({
      depth: 0,
      dlq: 1,
    })
  })
})

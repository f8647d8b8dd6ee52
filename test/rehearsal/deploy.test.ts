import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../src/rehearsal/world.ts'
import { deploy, migrate, query, run } from './commands.ts'
import { call, until } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

const untilRunning = (service: 'api' | 'worker', sha: string) =>
  until(
    () => call(world.staging, `GET /version?service=${service}`),
    reply => reply.body['sha'] === sha,
  )

const smoke = async (key: string) => {
  const json = { chat: 'prod-smoke', text: key }
  const capture = await call(world.staging, 'POST /v1/capture/thought', { key, json })
  const ask = await call(world.staging, 'POST /v1/query/ask', {
    json: { chat: 'prod-smoke', question: key },
  })
  const sync = await call(world.staging, 'POST /v1/sync/todoist', { key })
  return [capture.status, ask.status, sync.status]
}

it('is accepted before it runs, is ready only after the migrations, and rolls back on the new schema', async () => {
  const { targetSha, previousSha } = world.repository
  const accepted = await deploy(world.staging, 'API', targetSha)
  expect(accepted).toEqual({ code: 0, output: `api ${targetSha}: accepted\n` })
  expect((await call(world.staging, 'GET /version')).body['sha']).toBe(previousSha)

  await untilRunning('api', targetSha)
  expect(await call(world.staging, 'GET /health/ready')).toMatchObject({
    status: 503,
    body: { status: 'unavailable', checks: { database: 'ok', schema: 'at migration 1, needs 3' } },
  })
  await migrate(world, world.staging)
  expect((await call(world.staging, 'GET /health/ready')).status).toBe(200)
  await deploy(world.staging, 'WORKER', targetSha)
  await untilRunning('worker', targetSha)
  expect(await smoke('target')).toEqual([200, 200, 200])
  const written = `SELECT source FROM inbox_item WHERE text = 'target'`
  expect(await query(world.staging.databaseUrl, written)).toEqual([{ source: 'api' }])

  for (const service of ['API', 'WORKER']) {
    const back = await run(world.staging.variables[`ROLLBACK_${service}`] ?? '', world.staging.variables)
    expect(back.code).toBe(0)
  }
  await untilRunning('api', previousSha)
  await untilRunning('worker', previousSha)
  expect((await call(world.staging, 'GET /health/ready')).status).toBe(200)
  expect(await smoke('previous')).toEqual([200, 200, 200])
})

it('loses no request while releases change', async () => {
  const { previousSha } = world.repository
  const accepted = await deploy(world.production, 'API', previousSha)
  expect(accepted.code).toBe(0)
  const statuses = new Set<number>()
  for (const end = Date.now() + 1000; Date.now() < end; )
    statuses.add((await call(world.production, 'GET /health/live')).status)
  expect([...statuses]).toEqual([200])
})

it('tells what became of the deployments', async () => {
  const { PLATFORM_URL, PLATFORM_TOKEN } = world.production.variables
  const headers = { Authorization: `Bearer ${PLATFORM_TOKEN}` }
  const { releases } = (await (await fetch(`${PLATFORM_URL}/releases`, { headers })).json()) as {
    releases: { service: string; state: string }[]
  }
  const api = releases.filter(release => release.service === 'api').map(release => release.state)
  expect(api).toEqual(['stopped', 'running'])
})

it('refuses what it does not know', async () => {
  const { staging } = world
  const unknown = await deploy(staging, 'API', '0'.repeat(40))
  expect(unknown).toEqual({ code: 1, output: 'deploy: the platform answered 404 unknown_commit\n' })
  const stranger = await run(`${staging.variables['DEPLOY_API']} x`, {
    ...staging.variables,
    PLATFORM_TOKEN: 'x',
  })
  expect(stranger).toEqual({ code: 1, output: 'deploy: the platform answered 401 unauthorized\n' })
  const nowhere = await run(`${staging.variables['DEPLOY_API']} x`, {
    PLATFORM_URL: 'http://127.0.0.1:9',
    PLATFORM_TOKEN: 'x',
  })
  expect(nowhere.code).toBe(1)
  expect(nowhere.output).toContain('cannot be reached')
})

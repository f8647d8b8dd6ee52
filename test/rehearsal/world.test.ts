import { existsSync, statSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startWorld, type World } from '../../src/rehearsal/world.ts'
import { run } from './commands.ts'
import { descendants, running } from './processes.ts'
import { call } from './requests.ts'

it('starts twice at the same moment and leaves neither processes nor folders', async () => {
  const before = descendants(process.pid)
  const worlds = await Promise.all([startWorld(), startWorld()])
  const started = descendants(process.pid).filter(pid => !before.includes(pid))
  for (const world of worlds) {
    expect(statSync(world.folder).mode & 0o777).toBe(0o700)
    for (const environment of [world.staging, world.production])
      expect((await call(environment, 'GET /health/ready')).status).toBe(200)
  }
  expect(running(started).length).toBeGreaterThan(10)
  for (const world of worlds) await expectToBeSeparate(world)

  await Promise.all(worlds.flatMap(world => [world.stop(), world.stop()]))
  expect(running(started)).toEqual([])
  expect(worlds.filter(world => existsSync(world.folder))).toEqual([])
})

async function expectToBeSeparate({ staging, production, repository }: World) {
  expect(staging.variables['DATABASE_URL']).toMatch(/^postgresql\+asyncpg:\/\/staging:/)
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'APP_AUTH_BEARER_TOKENS', 'TELEGRAM_WEBHOOK_SECRET'])
    expect(staging.variables[name]).not.toBe(production.variables[name])
  expect(production.variables['LLM_API_KEY']).toHaveLength(32)
  const log = await run(`git -C ${repository.path} log --format=%H main`)
  expect(log.output.trim().split('\n')).toEqual([repository.targetSha, repository.previousSha])
}

it('leaves nothing when it is cancelled while it starts', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'cancelled-'))
  await chmod(parent, 0o711)
  const folder = join(parent, 'world')
  const before = descendants(process.pid)
  const starting = startWorld({ folder, signal: AbortSignal.timeout(800) })
  const outcome = await starting.then(
    world => world.stop(),
    error => error.name,
  )
  expect(outcome ?? 'TimeoutError').toBe('TimeoutError')
  expect(running(descendants(process.pid).filter(pid => !before.includes(pid)))).toEqual([])
  expect(existsSync(folder)).toBe(false)
  await rm(parent, { recursive: true })
})

it('does not build in a folder that holds something', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'occupied-'))
  await writeFile(join(folder, 'mine'), '')
  await expect(startWorld({ folder })).rejects.toThrow('must be empty')
  expect(existsSync(join(folder, 'mine'))).toBe(true)
  await rm(folder, { recursive: true })
})

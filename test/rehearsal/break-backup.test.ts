import { afterAll, beforeAll, expect, it } from 'vitest'
import { breakBackup } from '../../src/rehearsal/break-backup.ts'
import { startWorld, type World } from '../../src/rehearsal/world.ts'
import { query, run } from './commands.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ brokenMigration: true })
})
afterAll(() => world?.stop())

const dump = () => run(`pg_dump --format=custom "$URL" > /dev/null`, { URL: world.production.databaseUrl })

it('breaks exactly one backup off, and lets everybody else pass', async () => {
  expect(await dump()).toEqual({ code: 0, output: '' })
  const trap = await breakBackup(world.adminUrl, 'production')
  expect(await query(world.production.databaseUrl, 'SELECT count(*)::int AS n FROM inbox_item')).toEqual([
    { n: 605 },
  ])
  const broken = await dump()
  await trap.done
  expect(broken.code).not.toBe(0)
  expect(broken.output).toContain('terminating connection due to administrator command')
  expect(await dump()).toEqual({ code: 0, output: '' })
})

it('lets go when it is cancelled', async () => {
  const trap = await breakBackup(world.adminUrl, 'production')
  await trap.cancel()
  expect((await dump()).code).toBe(0)
})

it('keeps the environments apart', async () => {
  const crossed = world.staging.databaseUrl.replace(/\/staging$/, '/production')
  await expect(query(crossed, 'SELECT 1')).rejects.toThrow('permission denied for database')
})

it('has a migration that fails on the data, after a statement that does not', async () => {
  const { path, targetSha } = world.repository
  const show = await run(`git -C ${path} show ${targetSha}:backend/migrations/0003_job_priority.sql`)
  const [first = '', second = ''] = show.output.split(';\n')
  await query(world.production.databaseUrl, first)
  await expect(query(world.production.databaseUrl, second)).rejects.toThrow('could not create unique index')
})

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { descendants, running } from './processes.ts'
import { until } from './requests.ts'

let temporary: string
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'janitor-'))
  // Where PostgreSQL runs as another user than root, that user has to reach the world inside.
  await chmod(temporary, 0o711)
})
afterAll(() => rm(temporary, { recursive: true }))

const hold = () =>
  spawn(process.execPath, [join(import.meta.dirname, 'hold-world.ts')], {
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const gone = (pids: number[]) =>
  until(
    async () => [...running(pids), ...(await readdir(temporary))],
    left => left.length === 0,
    5000,
  )

it('leaves nothing of a world whose process got SIGKILL', async () => {
  const holder = hold()
  const folder = await new Promise<string>(resolve =>
    holder.stdout.once('data', line => resolve(String(line).trim())),
  )
  expect(existsSync(folder)).toBe(true)
  const pids = descendants(holder.pid ?? 0)
  // The janitor, two APIs, two workers and PostgreSQL with its own.
  expect(pids.length).toBeGreaterThan(8)
  holder.kill('SIGKILL')
  await gone(pids)
})

it.each([400, 1000])('leaves nothing of a world that was killed %i ms into its start', async ms => {
  const holder = hold()
  await new Promise(resolve => setTimeout(resolve, ms))
  const pids = descendants(holder.pid ?? 0)
  holder.kill('SIGKILL')
  await gone(pids)
})

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import type { StageName } from '../../src/core/stage.ts'
import { folderStore } from '../../src/engine/evidence-store.ts'
import { backupData, checkResult, resultOf } from '../builders/results.ts'
import { temporaryFolder } from '../builders/temporary.ts'

async function storeWith(...stages: StageName[]) {
  const folder = await temporaryFolder()
  const store = folderStore(folder)
  for (const stage of stages) await store.write(resultOf(stage))
  return { store, folder, own: join(folder, 'production') }
}

it('reads what it wrote', async () => {
  const { store, own } = await storeWith()
  const result = resultOf('backup', {
    data: { backup: backupData },
    checks: [checkResult({ observed: 'ü ”' })],
  })
  expect(await store.write(result)).toBe(join(own, '02-backup.json'))
  expect(await store.read('production', 'backup')).toEqual(result)
  expect(await store.read('staging', 'backup')).toBeUndefined()
  expect(await store.read('production', 'smoke')).toBeUndefined()
})

it('writes a document whole or not at all, over the one before', async () => {
  const { store, own } = await storeWith('preflight')
  await store.write(resultOf('preflight', { run: 'run-2' }))
  expect(await readdir(own)).toEqual(['01-preflight.json'])
  expect((await store.read('production', 'preflight'))?.run).toBe('run-2')
})

it('never shows a half-written document to somebody who reads while it is written', async () => {
  const { store } = await storeWith('preflight')
  const checks = Array.from({ length: 300 }, (_, index) =>
    checkResult({ id: `c${index}`, message: 'x'.repeat(500) }),
  )
  const reads: (string | undefined)[] = []
  let done = false
  const reading = (async () => {
    while (!done) reads.push((await store.read('production', 'preflight'))?.stage)
  })()
  for (let round = 0; round < 30; round++)
    await store.write(resultOf('preflight', { checks, run: `run-${round}` }))
  done = true
  await reading
  expect(reads.length).toBeGreaterThan(0)
  expect(new Set(reads)).toEqual(new Set(['preflight']))
})

describe('a new run of a stage', () => {
  it('puts aside its own evidence and that of all later stages', async () => {
    const { store, own } = await storeWith('preflight', 'backup', 'sign-off', 'deploy', 'record')
    await store.setAside('production', 'backup')
    expect((await readdir(own)).sort()).toEqual(['01-preflight.json', 'earlier'])
    const [when = ''] = await readdir(join(own, 'earlier'))
    expect((await readdir(join(own, 'earlier', when))).sort()).toEqual([
      '02-backup.json',
      '05-sign-off.json',
      '08-deploy.json',
      '13-record.json',
    ])
  })

  it('leaves other files and other environments alone, and what is half written behind', async () => {
    const { store, own, folder } = await storeWith('smoke')
    await store.write(resultOf('smoke', { environment: 'staging' }))
    await writeFile(join(own, 'checklist.md'), 'mine')
    await writeFile(join(own, '01-preflight.json.part'), '{"half')
    await store.setAside('production', 'preflight')
    expect((await readdir(own)).sort()).toEqual(['checklist.md', 'earlier'])
    expect(await readdir(join(folder, 'staging'))).toEqual(['09-smoke.json'])
  })

  it('has nothing to put aside the first time', async () => {
    const { store } = await storeWith()
    await expect(store.setAside('production', 'preflight')).resolves.toBeUndefined()
  })
})

describe('a document is refused', () => {
  const refused = async (change: (text: string) => string) => {
    const { store, own } = await storeWith('preflight')
    const path = join(own, '01-preflight.json')
    await writeFile(path, change(await readFile(path, 'utf8')))
    const error = await store.read('production', 'preflight').catch(error => error)
    expect(error).toBeInstanceOf(UserError)
    const [problem] = (error as UserError).problems
    expect(problem?.at?.file).toBe(path)
    expect(problem?.cure).toMatch(/run that stage again/)
    return problem?.message
  }

  it.each<[string, (text: string) => string, RegExp]>([
    ['when its verdict is another', text => text.replace('"go"', '"hold"'), /changed after it was written/],
    ['when its commit is another', text => text.replace(/"commit": "a/, '"commit": "b'), /changed after/],
    [
      'when a check is gone',
      text => text.replace(/"checks": \[[\s\S]*?\n {2}\]/, '"checks": []'),
      /changed after/,
    ],
    [
      'when its digest is another',
      text => text.replace(/sha256:[0-9a-f]{8}(?=[0-9a-f]{56})/, 'sha256:00000000'),
      /changed after/,
    ],
    [
      'when it is of another form',
      text => text.replace('"schema": 1', '"schema": 2'),
      /no evidence of this version/,
    ],
    ['when something was added', text => text.replace('{', '{"more": 1,'), /no evidence of this version/],
    ['when it ends early', text => text.slice(0, -20), /no JSON/],
    ['when it is empty', () => '', /no JSON/],
  ])('%s', async (_, change, message) => expect(await refused(change)).toMatch(message))

  it('when it is there and cannot be read', async () => {
    const { store, own } = await storeWith()
    await mkdir(join(own, '01-preflight.json'), { recursive: true })
    await expect(store.read('production', 'preflight')).rejects.toThrow()
  })
})

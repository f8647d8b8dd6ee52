import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Manifest, manifestPath, readManifests, writeManifest } from '../../src/storage/manifest.ts'
import { applyRetention } from '../../src/storage/retention.ts'
import { commitSha } from '../builders/results.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const day = 86_400_000
const now = new Date('2026-03-15T12:00:00.000Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * day)

const manifestOf = (file: string, given: Partial<Manifest> = {}): Manifest => ({
  gatesheet: 1,
  file,
  bytes: 4,
  sha256: 'f'.repeat(64),
  takenAt: now.toISOString(),
  environment: 'production',
  commit: commitSha,
  database: 'app@db:5432/inbox',
  serverVersion: '15.18',
  clientVersion: '15.18',
  entries: 3,
  ...given,
})

/** A backup with its manifest, so many days old. */
async function backup(folder: string, name: string, days: number, given: Partial<Manifest> = {}) {
  const file = join(folder, name)
  await writeFile(file, 'dump')
  await writeManifest(file, manifestOf(file, { takenAt: daysAgo(days).toISOString(), ...given }))
}

const filesIn = async (folder: string) => (await readdir(folder)).sort()
const withManifest = (...names: string[]) => names.flatMap(name => [name, `${name}.manifest.json`])

describe('retention', () => {
  it('removes what is older than the limit, with its manifest', async () => {
    const folder = await temporaryFolder()
    await backup(folder, 'new.dump', 1)
    await backup(folder, 'just-kept.dump', 13.9)
    await backup(folder, 'old.dump', 14.1)
    await backup(folder, 'older.dump', 90)
    const gone = await applyRetention(folder, 'production', 14 * day, now)
    expect(gone.sort()).toEqual(['old.dump', 'older.dump'])
    expect(await filesIn(folder)).toEqual(withManifest('just-kept.dump', 'new.dump'))
  })

  it('keeps the newest of an environment, however old, and all of another', async () => {
    const folder = await temporaryFolder()
    await backup(folder, 'newest.dump', 300)
    await backup(folder, 'older.dump', 301)
    await backup(folder, 'staging-1.dump', 400, { environment: 'staging' })
    await backup(folder, 'staging-2.dump', 401, { environment: 'staging' })
    expect(await applyRetention(folder, 'production', day, now)).toEqual(['older.dump'])
    expect(await filesIn(folder)).toEqual(withManifest('newest.dump', 'staging-1.dump', 'staging-2.dump'))
  })

  it('keeps the newest of each database of a folder that two projects share', async () => {
    const folder = await temporaryFolder()
    await backup(folder, 'mine.dump', 1)
    await backup(folder, 'mine-old.dump', 100)
    await backup(folder, 'theirs.dump', 200, { database: 'app@db:5432/shop' })
    await backup(folder, 'theirs-old.dump', 300, { database: 'app@db:5432/shop' })
    expect((await applyRetention(folder, 'production', 14 * day, now)).sort()).toEqual([
      'mine-old.dump',
      'theirs-old.dump',
    ])
  })

  it('touches nothing that is none of ours', async () => {
    const folder = await temporaryFolder()
    await backup(folder, 'new.dump', 1)
    const foreign = ['by-hand.dump', 'notes.manifest.json', 'half.dump.manifest.json', 'README']
    for (const name of foreign) await writeFile(join(folder, name), '{"gatesheet": 1}')
    for (const name of foreign) await utimes(join(folder, name), daysAgo(900), daysAgo(900))
    expect(await applyRetention(folder, 'production', day, now)).toEqual([])
    expect(await filesIn(folder)).toEqual([...withManifest('new.dump'), ...foreign].sort())
  })

  it('never leaves its folder, whatever a manifest says', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'backups'))
    await writeFile(join(folder, 'precious.dump'), 'x')
    await backup(join(folder, 'backups'), 'new.dump', 1)
    await backup(join(folder, 'backups'), 'evil.dump', 99, { file: '../precious.dump' })
    await applyRetention(join(folder, 'backups'), 'production', day, now)
    expect(await filesIn(folder)).toEqual(['backups', 'precious.dump'])
  })

  it('sweeps up what killed runs left, and no dump that may still be written', async () => {
    const folder = await temporaryFolder()
    const parts = ['a.dump.part', 'b.dump.manifest.json.part', 'young.dump.part', 'film.part']
    for (const name of parts) await writeFile(join(folder, name), 'x')
    for (const name of parts) await utimes(join(folder, name), daysAgo(2), daysAgo(2))
    await utimes(join(folder, 'young.dump.part'), daysAgo(0.9), daysAgo(0.9))
    expect(await applyRetention(folder, 'production', day, now)).toEqual([])
    expect(await filesIn(folder)).toEqual(['film.part', 'young.dump.part'])
  })
})

it('a manifest is read back as it was written; the newest comes first', async () => {
  const folder = await temporaryFolder()
  await backup(folder, 'a.dump', 3)
  await backup(folder, 'b.dump', 1)
  await backup(folder, 'c.dump', 2)
  const read = await readManifests(folder)
  expect(read.map(({ path }) => path)).toEqual(
    ['b.dump', 'c.dump', 'a.dump'].map(name => manifestPath(join(folder, name))),
  )
  const file = join(folder, 'b.dump')
  expect(read[0]?.manifest).toEqual(manifestOf(file, { takenAt: daysAgo(1).toISOString() }))
  expect(await readManifests(join(folder, 'nowhere'))).toEqual([])
})

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFiles } from '../contract/repository.ts'
import { bareEnvironment, root } from './child.ts'

const exec = promisify(execFile)

/** What the build writes; deleted before, so that nothing survives that it does not write. */
const generated = [
  'dist',
  'action.yml',
  '.github/actions',
  'checklists/checklist.schema.json',
  'checklists/result.schema.json',
]

let temporary: string
let committed: Record<string, string>
let builds: Record<string, string>[]

/** Two copies of the project elsewhere, at paths of different length, each built from nothing. */
beforeAll(async () => {
  const files = projectFiles()
  committed = await hashes(root, files)
  temporary = await mkdtemp(join(tmpdir(), 'builds-'))
  builds = []
  for (const folder of [join(temporary, 'a'), join(temporary, 'in', 'another-place')]) {
    await mkdir(folder, { recursive: true })
    for (const file of files) await cp(join(root, file), join(folder, file))
    for (const path of generated) await rm(join(folder, path), { recursive: true })
    // Copied, not linked: the bundler resolves links and names chunks by the paths of what is in them.
    await exec('cp', ['-a', join(root, 'node_modules'), folder])
    await exec('npm', ['run', 'build'], { cwd: folder, env: bareEnvironment() })
    builds.push(await hashes(folder, await walk(folder)))
  }
}, 180_000)
afterAll(() => rm(temporary, { recursive: true }))

describe('a build of a copy of the project', () => {
  it('gives exactly the files that are there, no more and no fewer', () => {
    expect(Object.keys(builds[0] ?? {})).toEqual(Object.keys(committed))
    expect(Object.keys(committed).filter(file => file.startsWith('dist/')).length).toBeGreaterThan(5)
  })

  it('gives the same bytes as are there', () => {
    expect(differing(builds[0], committed), 'run `npm run build`').toEqual([])
  })

  it('gives the same bytes in another place', () => {
    expect(differing(builds[1], builds[0] ?? {})).toEqual([])
  })
})

const differing = (some: Record<string, string> = {}, others: Record<string, string>): string[] =>
  Object.keys({ ...some, ...others }).filter(file => some[file] !== others[file])

async function hashes(folder: string, files: readonly string[]): Promise<Record<string, string>> {
  const hash = async (file: string) =>
    createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex')
  return Object.fromEntries(await Promise.all(files.map(async file => [file, await hash(file)])))
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(file => !file.startsWith('node_modules/'))
    .sort()
}

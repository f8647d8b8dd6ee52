import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { isIntact, type Result } from '../../src/core/result.ts'
import { resultSchema } from '../../src/core/result-schema.ts'
import { manifestSchema } from '../../src/storage/manifest.ts'
import { filesIn } from './folder.ts'
import { evidenceIn, makePlace, type Place, rehearse, startRehearsal } from './rehearsals.ts'
import { leftWithin, watchTraces } from './traces.ts'

const exec = promisify(execFile)
const kills = 12
/** After this many kills the same report folder is rehearsed into once more. */
const again = 6

/** What is wrong with a file that bears its final name: evidence, manifests, backups and reports are whole. */
async function faultOf(folder: string, file: string): Promise<string | undefined> {
  const path = join(folder, file)
  if (file.endsWith('.part')) return undefined
  if (file.endsWith('.dump')) {
    const { stdout } = await exec('pg_restore', ['--list', path]).catch(() => ({ stdout: '' }))
    return /^\d+;/m.test(stdout) ? undefined : 'cannot be listed'
  }
  const text = await readFile(path, 'utf8')
  if (file.endsWith('.md')) return text.endsWith('\n') && text.length > 100 ? undefined : 'is cut off'
  if (file.endsWith('.html')) return text.trimEnd().endsWith('</html>') ? undefined : 'is cut off'
  if (!file.endsWith('.json')) return 'is nothing that a rehearsal writes'
  return file.endsWith('.manifest.json') ? faultOfManifest(text) : faultOfEvidence(text)
}

function faultOfEvidence(text: string): string | undefined {
  const parsed = resultSchema.safeParse(parse(text))
  if (!parsed.success) return 'is no evidence'
  return isIntact(parsed.data as Result) ? undefined : 'has another digest'
}

async function faultOfManifest(text: string): Promise<string | undefined> {
  const parsed = manifestSchema().safeParse(parse(text))
  if (!parsed.success) return 'is no manifest'
  const dump = await readFile(parsed.data.file).catch(() => Buffer.alloc(0))
  const same = createHash('sha256').update(dump).digest('hex') === parsed.data.sha256
  return same && dump.length === parsed.data.bytes ? undefined : 'is not of the file that it names'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function faultsIn({ report }: Place): Promise<string[]> {
  const files = await filesIn(report)
  const faults = await Promise.all(files.map(async file => ({ file, fault: await faultOf(report, file) })))
  return faults.flatMap(({ file, fault }) => (fault ? [`${file} ${fault}`] : []))
}

describe('a rehearsal that is killed', () => {
  let wholeMs: number
  beforeAll(async () => {
    await using place = await makePlace()
    const began = performance.now()
    expect((await rehearse(place, '--yes')).code).toBe(0)
    wholeMs = performance.now() - began
    expect(await faultsIn(place)).toEqual([])
    expect((await filesIn(place.report)).length).toBeGreaterThan(30)
  }, 90_000)

  // One moment at random in each twelfth of the whole length.
  it.each(
    Array.from({ length: kills }, (_, index) => ({
      part: index + 1,
      moment: Math.round(((index + Math.random()) / kills) * 1000) / 1000,
    })),
  )(
    'in part $part of 12 (at $moment) leaves only whole files and nothing running',
    async ({ part, moment }) => {
      await using place = await makePlace()
      const traces = watchTraces(place)
      const { child, ended } = startRehearsal(place, '--yes')
      await Promise.race([sleep(moment * wholeMs), ended])
      child.kill('SIGKILL')
      await ended
      expect(await leftWithin(traces, 5000)).toEqual([])
      traces.stop()
      expect(await faultsIn(place)).toEqual([])

      if (part % again !== 0) return
      const { code, stdout } = await rehearse(place, '--yes')
      expect(code, stdout).toBe(0)
      expect(await faultsIn(place)).toEqual([])
      const production = await evidenceIn(place, 'production')
      expect(production.every(({ verdict }) => verdict === 'go')).toBe(true)
      // What the killed run left half written is gone where evidence is kept.
      expect(
        (await filesIn(place.report)).filter(file => /^(?:staging|production)\/.*\.part$/.test(file)),
      ).toEqual([])
    },
  )
})

describe('the test of the files', () => {
  it('finds half a file of every sort', async () => {
    await using place = await makePlace()
    await mkdir(join(place.report, 'staging'), { recursive: true })
    const half = [
      'report.html',
      'staging/checklist.md',
      'staging/01-preflight.json',
      'a.dump',
      'a.dump.manifest.json',
    ]
    for (const file of half) await writeFile(join(place.report, file), '{"schema": 1')
    expect((await faultsIn(place)).map(fault => fault.split(' ')[0]).sort()).toEqual(half.sort())
  })
})

import { execFile } from 'node:child_process'
import { chown, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { plain } from '../../src/core/markdown-text.ts'
import { isIntact, type RecordField, type Result } from '../../src/core/result.ts'
import { projectFiles } from '../contract/repository.ts'
import { root, start } from './child.ts'
import { filesIn } from './folder.ts'
import { evidenceIn, makePlace, rehearse, startRehearsal } from './rehearsals.ts'
import { watchTraces } from './traces.ts'

const stagesOf = (results: readonly Result[]) => results.map(({ stage, verdict }) => `${stage} ${verdict}`)
const forward = [
  'preflight go',
  'backup go',
  'migrate-preview go',
  'rollback-check-before go',
  'deploy-before-migrate go',
  'migrate go',
  'deploy go',
  'smoke go',
  'observe go',
  'rollback-check go',
  'record go',
]

describe('a rehearsal', () => {
  it('goes in both environments within a minute, reports, and leaves nothing else', async () => {
    await using place = await makePlace()
    const traces = watchTraces(place)
    const began = performance.now()
    const { code, stdout, stderr } = await rehearse(place, '--yes')
    expect(code, stdout + stderr).toBe(0)
    expect(performance.now() - began).toBeLessThan(60_000)
    expect(stderr).toBe('')
    traces.stop()
    expect(await traces.left()).toEqual([])
    const { processes, sockets, shared } = traces.seen()
    expect(processes).toBeGreaterThan(10)
    expect(sockets).toBeGreaterThan(5)
    expect(shared).toBeGreaterThan(0)

    const [staging, production] = [await evidenceIn(place, 'staging'), await evidenceIn(place, 'production')]
    expect(stagesOf(staging)).toEqual(forward)
    expect(stagesOf(production)).toEqual(forward.toSpliced(4, 0, 'sign-off go'))
    expect([...staging, ...production].every(isIntact)).toBe(true)

    const files = (await filesIn(place.report)).filter(file => !/^\w+\/\d\d-/.test(file))
    expect(files.filter(file => !file.startsWith('backups/'))).toEqual([
      'production/checklist.md',
      'production/sign-off.md',
      'report.html',
      'staging/checklist.md',
      'staging/sign-off.md',
    ])
    expect(files.filter(file => file.startsWith('backups/'))).toHaveLength(4)
    const html = await readFile(join(place.report, 'report.html'), 'utf8')
    expect(html.trimEnd()).toMatch(/<\/html>$/)
    expect(stdout).toContain(`Report: ${join(place.report, 'report.html')}`)

    const signOff = await readFile(join(place.report, 'production', 'sign-off.md'), 'utf8')
    const record = production.at(-1)?.data.record ?? []
    expect(record).toHaveLength(11)
    for (const field of record) expectToTrace(field, production, signOff)
  })

  it('goes twice at the same time', async () => {
    await using one = await makePlace()
    await using other = await makePlace()
    const both = await Promise.all([rehearse(one, '--yes'), rehearse(other, '--yes')])
    for (const { code, stdout } of both) expect(code, stdout).toBe(0)
  })

  it('is cancelled by SIGTERM in order, and leaves nothing', async () => {
    await using place = await makePlace()
    const traces = watchTraces(place)
    const { child, said, ended } = startRehearsal(place, '--yes')
    await said('staging: Smoke')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(143)
    traces.stop()
    expect(await traces.left()).toEqual([])
    expect((await evidenceIn(place, 'staging')).every(isIntact)).toBe(true)
  })
})

/** Every field of the record names evidence that exists, and says what that evidence says. */
function expectToTrace(
  { field, label, value, from }: RecordField,
  results: readonly Result[],
  document: string,
): void {
  const row = document.split('\n').find(line => line.startsWith(`| ${plain(label)} |`))
  expect(row, field).toContain(plain(value))
  expect(from.length, field).toBeGreaterThan(0)
  const looks = from.map(reference => {
    const [stage = '', id] = reference.split('.')
    expect(row, field).toContain(reference)
    const result = results.find(each => each.stage === stage)
    const check = result?.checks.find(each => each.id === id)
    expect(id === undefined ? result : check, `${field} ← ${reference}`).toBeDefined()
    return id === undefined ? result?.verdict === 'go' : check?.outcome === 'pass'
  })
  if (/^(?:yes|no)\b/.test(value)) expect(value.startsWith('yes'), field).toBe(looks.every(Boolean))
}

describe.runIf(process.getuid?.() === 0)('a rehearsal of somebody who is not root', () => {
  it('goes, in a copy that this user can only read', async () => {
    const nobody = 65534
    const copy = await mkdtemp(join(tmpdir(), 'copy-'))
    const own = await mkdtemp(join(tmpdir(), 'nobody-'))
    try {
      await chown(own, nobody, nobody)
      await promisify(execFile)('chmod', ['755', copy])
      for (const file of projectFiles('src', 'checklists', 'package.json')) {
        await mkdir(dirname(join(copy, file)), { recursive: true })
        await cp(join(root, file), join(copy, file))
      }
      await promisify(execFile)('cp', ['-a', join(root, 'node_modules'), copy])
      const node = join(copy, 'node_modules', 'node', 'bin', 'node')
      const user = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
      const rehearsal = [
        node,
        join(copy, 'src', 'rehearsal', 'main.ts'),
        '--yes',
        '--report',
        join(own, 'report'),
      ]
      const env = { PATH: `${dirname(node)}:${process.env['PATH']}`, HOME: own, TMPDIR: own, USER: 'nobody' }
      const { code, stdout, stderr } = await start('setpriv', [...user, ...rehearsal], { cwd: copy, env })
        .ended
      expect(code, stdout + stderr).toBe(0)
      expect((await filesIn(own)).filter(file => !file.startsWith('report/'))).toEqual([])
    } finally {
      await rm(copy, { recursive: true })
      await rm(own, { recursive: true })
    }
  })
})

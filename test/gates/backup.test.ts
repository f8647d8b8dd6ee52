import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import { breakBackup } from '../../src/rehearsal/break-backup.ts'
import { readManifests } from '../../src/storage/manifest.ts'
import { holding, postgresServer, query, untilRow } from '../builders/postgres.ts'
import { commitSha } from '../builders/results.ts'
import { type Given, sessionOf, stage } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const postgres = postgresServer()

const checklist = (more = '') => `
gatesheet: 1
name: Test
backup: { database: "\${DATABASE_URL}", to: "\${BACKUP_FOLDER:-backups}"${more} }`

const seeded = () =>
  postgres.database('CREATE TABLE inbox_item AS SELECT n, md5(n::text) FROM generate_series(1, 2000) AS n')

async function backUp(
  url: string,
  given: Given = {},
  more = '',
): Promise<{ result: Result; folder: string }> {
  const folder = given.folder ?? (await temporaryFolder())
  const env = { DATABASE_URL: url, ...given.env }
  const result = await stage(await sessionOf(checklist(more), { ...given, folder, env }), 'backup')
  return { result, folder: join(folder, 'backups') }
}

const outcomes = ({ checks }: Result) => checks.map(({ id, outcome }) => `${id} ${outcome}`)
const filesIn = (folder: string) => readdir(folder).catch(() => [])
const passwordOf = (url: string) => decodeURIComponent(new URL(url).password)

describe('a good backup', () => {
  it('can be restored, and its manifest says what it is', async () => {
    const url = await seeded()
    const { result, folder } = await backUp(url)
    expect(result).toMatchObject({ verdict: 'go', reasons: ['all-passed'] })
    expect(outcomes(result)).toEqual(['versions pass', 'dump pass', 'read-back pass'])
    const evidence = result.data.backup
    const [found] = await readManifests(folder)
    expect(await filesIn(folder)).toHaveLength(2)
    const { verified, manifest, ...same } = evidence ?? ({} as never)
    expect(manifest).toBe(found?.path)
    expect(found?.manifest).toMatchObject({ ...same, environment: 'staging', commit: commitSha })
    const bytes = await readFile(same.file)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(same.sha256)
    expect(bytes).toHaveLength(same.bytes)
    for (const path of [same.file, manifest]) expect((await stat(path)).mode & 0o777).toBe(0o600)

    const other = await postgres.database()
    execFileSync('pg_restore', ['--no-owner', `--dbname=${other}`, same.file])
    expect(await query(other, 'SELECT count(*)::int AS n FROM inbox_item')).toEqual([{ n: 2000 }])
  })

  it('removes what is older than the limit only after it is good', async () => {
    const url = await seeded()
    const first = await backUp(url, { folder: await temporaryFolder() })
    const long = Date.parse('2020-01-01T00:00:00.000Z')
    const [old] = await readManifests(first.folder)
    const aged = { ...old?.manifest, takenAt: new Date(long).toISOString() }
    await writeFile(old?.path ?? '', JSON.stringify(aged))
    const folder = join(first.folder, '..')

    const failed = await backUp(url.replace(/:pw-/, ':no-'), { folder }, ', keep: 7d')
    expect(failed.result.verdict).toBe('no-go')
    expect(await filesIn(first.folder)).toHaveLength(2)

    const { result } = await backUp(url, { folder }, ', keep: 7d')
    expect(outcomes(result).at(-1)).toBe('retention pass')
    const left = await readManifests(first.folder)
    expect(left.map(({ manifest }) => manifest.file)).toEqual([result.data.backup?.file])
    expect(await filesIn(first.folder)).toHaveLength(2)
  })

  it('shows its password neither in the process list nor in the evidence', async () => {
    const url = await seeded()
    const letGo = await holding(url, 'LOCK TABLE inbox_item')
    const running = backUp(url)
    const waiting = "FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'LOCK TABLE%'"
    await untilRow(url, `SELECT 1 ${waiting} AND application_name = 'gatesheet backup run-1'`)
    const lines = await commandLines()
    await letGo()
    const { result, folder } = await running
    expect(result.verdict).toBe('go')
    expect(lines.filter(line => line.includes('pg_dump') && line.includes(folder))).not.toEqual([])
    expect(lines.filter(line => line.includes(passwordOf(url)))).toEqual([])
    const manifest = await readFile(result.data.backup?.manifest ?? '', 'utf8')
    for (const text of [JSON.stringify(result), manifest]) expect(text).not.toContain(passwordOf(url))
  })
})

async function commandLines(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  return Promise.all(pids.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
}

describe('without a good backup, no file is left and the gate says no', () => {
  const refused = async (given: { result: Result; folder: string }, id: string, words: RegExp) => {
    expect(given.result).toMatchObject({ verdict: 'no-go', data: {} })
    expect(given.result.reasons).toContain('backup-failed')
    const last = given.result.checks.at(-1)
    expect(last?.id).toBe(id)
    expect(last?.message).toMatch(words)
    expect(await filesIn(given.folder)).toEqual([])
  }

  it('when the password is wrong', async () => {
    const url = (await seeded()).replace(/:pw-/, ':no-')
    const given = await backUp(url)
    await refused(given, 'versions', /password authentication failed/)
    expect(JSON.stringify(given.result)).not.toContain(passwordOf(url))
  })

  it('when the dump loses its connection', async () => {
    const url = await seeded()
    const name = new URL(url).pathname.slice(1)
    const trap = await breakBackup(postgres.adminUrl(), name)
    const given = await backUp(url)
    await trap.done
    await refused(given, 'dump', /pg_dump ended with exit code 1: .*terminat/s)
  })

  it('when a table may not be read', async () => {
    const url = await seeded()
    const name = new URL(url).pathname.slice(1)
    await query(postgres.adminUrl(name), 'CREATE TABLE hidden (n int)')
    await refused(await backUp(url), 'dump', /permission denied for table hidden/)
  })

  it('when it takes too long, and nothing goes on on the server', async () => {
    const url = await seeded()
    await holding(url, 'LOCK TABLE inbox_item')
    await refused(await backUp(url, {}, ', timeout: 2s'), 'dump', /its time was over/)
    const dumps = "FROM pg_stat_activity WHERE application_name LIKE 'gatesheet backup%'"
    await untilRow(url, `SELECT 1 WHERE NOT EXISTS (SELECT ${dumps})`)
  })

  it('when the run is cancelled', async () => {
    const url = await seeded()
    await holding(url, 'LOCK TABLE inbox_item')
    const ending = new AbortController()
    const running = backUp(url, { signal: ending.signal })
    await untilRow(url, "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'gatesheet backup%'")
    ending.abort()
    const given = await running
    expect(given.result.reasons).toContain('cancelled')
    await refused(given, 'dump', /cancelled/)
  })

  it('when the folder cannot be written', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'backups'), 'a file')
    const given = await backUp(await seeded(), { folder })
    await refused(given, 'dump', /EEXIST|ENOTDIR/)
  })

  it.each([
    ['ends well but writes nothing', 'exit 0', /wrote nothing although it ended with 0/],
    ['writes half of it', 'head -c 300 "$HERE/whole" > "$file"; exit 0', /pg_restore cannot list it/],
    ['is killed', 'echo half > "$file"; kill -9 $$', /was ended by SIGKILL/],
    ['is not there', undefined, /pg_dump is not on the PATH\. Install postgresql-client-15/],
  ])('when pg_dump %s', async (_, body, words) => {
    const url = await seeded()
    const folder = await temporaryFolder()
    const bin = join(folder, 'bin')
    await mkdir(bin)
    execFileSync('pg_dump', ['--format=custom', `--file=${join(bin, 'whole')}`, url])
    const script = `#!/bin/sh\ncase "$*" in *--version) exec /usr/bin/env PATH=${process.env['PATH']} pg_dump --version;; esac
for word; do case "$word" in --file=*) file="\${word#--file=}";; esac; done\nHERE=${bin}\n${body}\n`
    if (body !== undefined) await writeFile(join(bin, 'pg_dump'), script)
    if (body !== undefined) await chmod(join(bin, 'pg_dump'), 0o755)
    const PATH = body === undefined ? bin : `${bin}:${process.env['PATH']}`
    const given = await backUp(url, { folder, env: { PATH } })
    await refused(given, body === undefined ? 'versions' : 'dump', words)
  })
})

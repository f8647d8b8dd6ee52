import { randomBytes } from 'node:crypto'
import { isAbsolute, join } from 'node:path'
import * as z from 'zod'
import { once } from '../core/once.ts'
import type { BackupEvidence, CheckResult } from '../core/result.ts'
import { shellQuote } from '../core/shell-quote.ts'
import { duration, listOf, strict, text } from '../core/strict.ts'
import { formatDuration, formatSize } from '../core/units.ts'
import { describeConnection, parseConnection } from '../postgres/connection.ts'
import { type DumpedFile, dumpToFolder, hashFile } from '../postgres/dump.ts'
import { versionsAgree } from '../postgres/versions.ts'
import { writeManifest } from '../storage/manifest.ts'
import { applyRetention } from '../storage/retention.ts'
import { defineGate, type GateContext } from './definition.ts'

const folder = once(() =>
  text.refine(given => !given.includes('://'), 'only folders can be stored to; give a path'),
)
const section = once(() =>
  strict({
    database: text.describe('URL of the database'),
    to: listOf(folder()).describe('folder that keeps the backups'),
    keep: duration.optional().describe('older backups of this environment are deleted after a good one'),
    timeout: duration.optional().describe('limit of the dump (1h)'),
    in: z.array(text).min(1).optional(),
  }),
)
type Section = z.output<ReturnType<typeof section>>

export const backup = defineGate({
  name: 'backup',
  summary:
    'Server and client versions agree, then `pg_dump` in the custom format, hashed and listed. A file bears a good name only when it is whole; its manifest is written last.',
  section,
  steps: { backup: ['versions', 'dump', 'read-back', 'retention'] },

  async run(given, context) {
    const checks: CheckResult[] = []
    let evidence: BackupEvidence | undefined
    const attempt = async (id: string, title: string, work: Parameters<GateContext['step']>[2]) => {
      const result = await context.step(id, title, work)
      checks.push(result)
      return result.outcome === 'pass'
    }
    const taken = await takeBackup(given, context, attempt)
    if (taken) {
      evidence = taken
      const { keep } = given
      if (keep !== undefined)
        await attempt('retention', `Backups older than ${formatDuration(keep)} are removed`, async () => {
          const gone: string[] = []
          for (const to of foldersOf(given, context))
            gone.push(...(await applyRetention(to, context.environment, keep, context.ports.clock.now())))
          return {
            outcome: 'pass',
            message: gone.length > 0 ? `removed ${gone.join(', ')}` : 'nothing is older',
          }
        })
    }
    if (evidence) return { checks, data: { backup: evidence } }
    return { checks, verdict: 'no-go', reasons: ['backup-failed'] }
  },
})

const foldersOf = (given: Section, context: GateContext): string[] =>
  given.to.map(to => context.fill(to)).map(to => (isAbsolute(to) ? to : join(context.folder, to)))

async function takeBackup(
  given: Section,
  context: GateContext,
  attempt: (id: string, title: string, work: Parameters<GateContext['step']>[2]) => Promise<boolean>,
): Promise<BackupEvidence | undefined> {
  const { ports, environment, commit } = context
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(given.timeout ?? 3_600_000)])
  const run = (command: string, env: Record<string, string>) => ports.shell({ command, env }, signal)
  let versions = { server: '', client: '' }
  let dumped: DumpedFile | undefined
  let manifest = ''
  const takenAt = ports.clock.now().toISOString()

  const agreed = await attempt('versions', 'pg_dump is at least as new as the server', async () => {
    const found = await versionsAgree(context.fill(given.database), ports, signal)
    versions = found.versions
    return found.judgement
  })
  if (!agreed) return undefined

  const stored = await attempt('dump', 'The database is dumped and its contents can be listed', async () => {
    const connection = parseConnection(context.fill(given.database))
    const [to] = foldersOf(given, context)
    const stamp = takenAt.replace(/[-:]/g, '').replace('T', '_').slice(0, 15)
    const name = `${environment}_${connection.database}_${stamp}_${randomBytes(3).toString('hex')}.dump`
    dumped = await dumpToFolder(
      connection,
      to ?? '.',
      name,
      `gatesheet backup ${context.run}`,
      run,
      shellQuote,
    )
    return {
      outcome: 'pass',
      message: `${dumped.path}: ${formatSize(dumped.bytes)}, ${dumped.entries} entries, from ${describeConnection(connection)}`,
    }
  })
  if (!stored || !dumped) return undefined
  const file: DumpedFile = dumped

  const verified = await attempt(
    'read-back',
    'The stored file is read back and has the same hash',
    async () => {
      const again = await hashFile(file.path)
      if (again !== file.sha256)
        return {
          outcome: 'fail',
          message: `${file.path} reads back as ${again.slice(0, 12)}, written was ${file.sha256.slice(0, 12)}; check the disk`,
        }
      const database = describeConnection(parseConnection(context.fill(given.database)))
      const { bytes, sha256, entries, path } = file
      manifest = await writeManifest(path, {
        gatesheet: 1,
        file: path,
        bytes,
        sha256,
        takenAt,
        environment,
        commit,
        database,
        entries,
        serverVersion: versions.server,
        clientVersion: versions.client,
      })
      return { outcome: 'pass', message: `sha256 ${sha256.slice(0, 12)}…, manifest written` }
    },
  )
  if (!verified) return undefined
  const { path, ...rest } = file
  return {
    file: path,
    manifest,
    bytes: rest.bytes,
    sha256: rest.sha256,
    takenAt,
    entries: rest.entries,
    database: describeConnection(parseConnection(context.fill(given.database))),
    serverVersion: versions.server,
    clientVersion: versions.client,
    verified: 'list',
  }
}

import { randomBytes } from 'node:crypto'
import { isAbsolute, join } from 'node:path'
import * as z from 'zod'
import type { Judgement } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import type { BackupEvidence, CheckResult } from '../core/result.ts'
import { shellQuote } from '../core/shell-quote.ts'
import { duration, strict, text } from '../core/strict.ts'
import { formatDuration, formatSize } from '../core/units.ts'
import { describeConnection, parseConnection } from '../postgres/connection.ts'
import { dumpToFolder, hashFile } from '../postgres/dump.ts'
import { versionsAgree } from '../postgres/versions.ts'
import { writeManifest } from '../storage/manifest.ts'
import { applyRetention } from '../storage/retention.ts'
import { defineGate, type GateContext } from './definition.ts'

const section = once(() =>
  strict({
    database: text.describe('URL of the database'),
    to: text
      .refine(given => !given.includes('://'), 'only a folder can be stored to; give a path')
      .describe('folder that keeps the backups'),
    keep: duration.optional().describe('older backups of this environment are deleted after a good one'),
    timeout: duration.optional().describe('limit of the dump (1h)'),
    in: z.array(text).min(1).optional().describe('only in these environments (all)'),
  }),
)
type Section = z.output<ReturnType<typeof section>>

/** What the steps have come to so far. */
interface Progress {
  /** Aborts at the limit and when the run is cancelled. */
  signal: AbortSignal
  folder: string
  evidence: Partial<BackupEvidence> & { takenAt: string }
}

type Step = (given: Section, progress: Progress, context: GateContext) => Promise<Judgement>

export const backup = defineGate<Section>({
  name: 'backup',
  summary:
    'Server and client versions agree, then `pg_dump` in the custom format, hashed and listed. A file bears a good name only when it is whole; its manifest is written last.',
  section,
  steps: { backup: ['versions', 'dump', 'read-back', 'retention'] },

  words: (_, { database, to, keep }) => [
    `Dump ${code(database)} with ${code('pg_dump')} to ${code(to)}, list the contents, read the file back.`,
    ...(keep === undefined ? [] : [`Remove backups older than ${formatDuration(keep)}.`]),
  ],

  async run(given, context) {
    const progress: Progress = {
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(given.timeout ?? 3_600_000)]),
      folder: '',
      evidence: { takenAt: context.ports.clock.now().toISOString(), verified: 'list' },
    }
    const checks: CheckResult[] = []
    const attempt = async (id: string, title: string, step: Step, advisory = false) => {
      const result = await context.step(id, title, () => step(given, progress, context), { advisory })
      checks.push(result)
      return result.outcome === 'pass'
    }
    const taken =
      (await attempt('versions', 'pg_dump is at least as new as the server', agree)) &&
      (await attempt('dump', 'The database is dumped and its contents can be listed', dump)) &&
      (await attempt('read-back', 'The stored file is read back and has the same hash', readBack))
    if (!taken) return { checks, verdict: 'no-go', reasons: ['backup-failed'] }
    if (given.keep !== undefined)
      await attempt('retention', `Backups older than ${formatDuration(given.keep)} are removed`, retain, true)
    const evidence = progress.evidence as BackupEvidence
    return { checks, data: { backup: evidence }, message: `${evidence.file}, ${formatSize(evidence.bytes)}.` }
  },
})

const agree: Step = async (given, { signal, evidence }, context) => {
  const { versions, judgement } = await versionsAgree(context.fill(given.database), context.ports, signal)
  Object.assign(evidence, { serverVersion: versions.server, clientVersion: versions.client })
  return judgement
}

const dump: Step = async (given, progress, context) => {
  const { evidence, signal } = progress
  const connection = parseConnection(context.fill(given.database))
  const to = context.fill(given.to)
  progress.folder = isAbsolute(to) ? to : join(context.folder, to)
  const stamp = evidence.takenAt.replace(/[-:]/g, '').replace('T', '_').slice(0, 15)
  const name = `${context.environment}_${fileName(connection.database)}_${stamp}_${randomBytes(3).toString('hex')}.dump`
  const run = (command: string, env: Record<string, string>) => context.ports.shell({ command, env }, signal)
  const application = `gatesheet backup ${context.run}`.slice(0, 63)
  const dumped = await dumpToFolder(connection, progress.folder, name, application, run, shellQuote)
  const database = describeConnection(connection)
  Object.assign(evidence, { ...dumped, database })
  return {
    outcome: 'pass',
    message: `${dumped.file}: ${formatSize(dumped.bytes)}, ${dumped.entries} entries, from ${database}`,
  }
}

const readBack: Step = async (_, { evidence }, { environment, commit }) => {
  const { file, bytes, sha256, takenAt, entries, database, serverVersion, clientVersion } =
    evidence as BackupEvidence
  const again = await hashFile(file)
  if (again !== sha256)
    return {
      outcome: 'fail',
      message: `${file} reads back as ${again.slice(0, 12)}…, written was ${sha256.slice(0, 12)}…; check the disk. It has no manifest and is no backup.`,
    }
  evidence.manifest = await writeManifest(file, {
    gatesheet: 1,
    file,
    bytes,
    sha256,
    takenAt,
    environment,
    commit,
    database,
    serverVersion,
    clientVersion,
    entries,
  })
  return { outcome: 'pass', message: `sha256 ${sha256.slice(0, 12)}…, manifest written` }
}

const retain: Step = async (given, { folder }, { environment, ports }) => {
  const gone = await applyRetention(
    folder,
    environment,
    given.keep ?? Number.POSITIVE_INFINITY,
    ports.clock.now(),
  )
  return { outcome: 'pass', message: gone.length > 0 ? `removed ${gone.join(', ')}` : 'nothing is older' }
}

/** A database's name as part of a file's name. */
const fileName = (name: string): string => name.replace(/[^A-Za-z0-9_-]/g, '_')

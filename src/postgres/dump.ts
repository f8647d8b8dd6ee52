import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ProbeError } from '../core/errors.ts'
import type { ShellResult } from '../core/ports.ts'
import { type Connection, describeConnection, libpqEnvironment } from './connection.ts'

/** Runs a PostgreSQL program; resolves when it has ended, whatever the exit code. */
export type RunProgram = (command: string, env: Record<string, string>) => Promise<ShellResult>

export interface DumpedFile {
  /** Path under its final name. */
  file: string
  bytes: number
  sha256: string
  /** Entries in the table of contents. */
  entries: number
}

/**
 * Dumps a database in the custom format into a folder. The file bears its final name only after pg_dump has ended
 * with 0, the bytes are on the disk, and pg_restore can list the contents; until then it ends in `.part`.
 * @throws ProbeError with the program's own words; no file is left behind then
 */
export async function dumpToFolder(
  connection: Connection,
  folder: string,
  name: string,
  applicationName: string,
  run: RunProgram,
  quote: (text: string) => string,
): Promise<DumpedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const part = `${path}.part`
  // Created first, so that the dump is never readable by others.
  await writeFile(part, '', { mode: 0o600 })
  try {
    const env = libpqEnvironment(connection, applicationName)
    const dump = await run(`exec pg_dump --format=custom --lock-wait-timeout=30s --file=${quote(part)}`, env)
    if (dump.exitCode !== 0) throw new ProbeError(describeConnection(connection), `pg_dump ${ended(dump)}`)
    await sync(part)
    const { size } = await stat(part)
    if (size === 0) throw new ProbeError(basename(path), 'pg_dump wrote nothing although it ended with 0')
    const list = await run(`exec pg_restore --list ${quote(part)}`, {})
    const entries = list.stdout.split('\n').filter(line => /^\d+;/.test(line)).length
    if (list.exitCode !== 0 || entries === 0)
      throw new ProbeError(
        basename(path),
        `pg_restore cannot list it: ${entries === 0 ? 'no entries' : ended(list)}`,
      )
    const sha256 = await hashFile(part)
    await rename(part, path)
    await sync(folder)
    return { file: path, bytes: size, sha256, entries }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** The hex SHA-256 of a file, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ended({ exitCode, signal, stderr }: ShellResult): string {
  const words = stderr.trim().split('\n').slice(-3).join(' | ')
  return `${exitCode === null ? `was ended by ${signal}` : `ended with exit code ${exitCode}`}${words ? `: ${words}` : ''}`
}

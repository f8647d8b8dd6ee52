import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endChild, entrust, readLines } from './child-process.ts'
import { findFreePort } from './free-port.ts'
import type { Janitor } from './janitor.ts'
import { findPostgresBinaries, reachableBinaries } from './postgres-binaries.ts'
import { secret } from './secret.ts'
import { type Account, serverAccount } from './server-account.ts'

export type PostgresServer = {
  readonly port: number
  /** The superuser's connection string to the database `postgres`. */
  readonly adminUrl: string
  stop(): Promise<void>
}

/** Where the server lives, as which user, and who cleans up after it. */
type Setting = { readonly folder: string; readonly account: Account; readonly janitor: Janitor }

const PORT_ATTEMPTS = 10

/** What makes it quick and small. Nothing here outlives the rehearsal, so nothing has to survive a crash. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=16MB',
  'max_connections=80',
  'autovacuum_max_workers=1',
  'jit=off',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  // Shared memory in files of the data folder: removed with it, even after SIGKILL.
  'dynamic_shared_memory_type=mmap',
  'timezone=UTC',
]

/**
 * Creates and starts a PostgreSQL 15 server in `folder`, which must not exist yet, on a free port of the
 * loopback interface. Throws an error with the last lines of PostgreSQL when it does not start.
 */
export async function startPostgres(
  folder: string,
  janitor: Janitor,
  signal?: AbortSignal,
): Promise<PostgresServer> {
  const [found, account] = await Promise.all([findPostgresBinaries(), serverAccount()])
  const setting = { folder, account, janitor }
  await mkdir(folder, { mode: 0o700 })
  await giveTo(account, folder)
  const binaries =
    account.uid === undefined ? found : await reachableBinaries(found, join(folder, 'programs'))
  const password = secret(32)
  await createCluster(binaries.initdb, password, setting)

  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    const port = await findFreePort()
    const started = await launch(binaries.postgres, port, setting)
    if (started.ready) {
      const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
      // SIGINT: a fast shutdown, which does not wait for clients.
      return { port, adminUrl, stop: () => endChild(started.child, 'SIGINT', 5000) }
    }
    // Between finding a free port and using it, another rehearsal may have taken it.
    if (!/could not (bind|create any TCP\/IP sockets)/.test(started.output) || attempt === PORT_ATTEMPTS)
      throw new Error(`PostgreSQL did not start:\n${started.output}`)
  }
}

async function createCluster(initdb: string, password: string, setting: Setting): Promise<void> {
  const { folder, account } = setting
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  await giveTo(account, passwordFile)
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--no-sync', '--no-instructions']
  const child = spawn(
    initdb,
    [`--pgdata=${join(folder, 'data')}`, '--username=postgres', `--pwfile=${passwordFile}`, ...flags],
    spawnOptions(setting),
  )
  const output = readLines(child)
  const closed = new Promise<number | null>(resolve => child.once('close', resolve))
  // Its servers leave shared memory behind when a signal ends them; without readers initdb gives up by itself.
  await entrust(child, setting.janitor, null)
  const code = await closed
  await rm(passwordFile)
  if (code !== 0) throw new Error(`initdb failed with ${code}:\n${output.join('\n')}${reminder(setting)}`)
}

type Launch = { readonly child: ChildProcess; readonly ready: boolean; readonly output: string }

async function launch(postgres: string, port: number, setting: Setting): Promise<Launch> {
  const settings = SETTINGS.flatMap(each => ['-c', each])
  const child = spawn(
    postgres,
    ['-D', join(setting.folder, 'data'), '-p', String(port), ...settings],
    spawnOptions(setting),
  )
  const started = Promise.withResolvers<boolean>()
  const output = readLines(child, line => {
    if (line.includes('database system is ready to accept connections')) started.resolve(true)
  })
  child.once('close', () => started.resolve(false))
  // SIGQUIT: an immediate shutdown that still takes the shared memory down.
  await entrust(child, setting.janitor, 'SIGQUIT')
  const ready = await started.promise
  return { child, ready, output: output.join('\n') }
}

/** A group of its own, so that Ctrl-C reaches the rehearsal and not the database under it. */
function spawnOptions({ folder, account }: Setting): SpawnOptions {
  const { PATH = '' } = process.env
  return {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, LC_ALL: 'C', TZ: 'UTC' },
  }
}

/** The cause that a root user does not think of. */
function reminder({ folder, account }: Setting): string {
  if (account.uid === undefined) return ''
  return `\nPostgreSQL runs as user ${account.uid}, not as root: that user must be able to reach ${folder}`
}

async function giveTo({ uid, gid }: Account, path: string): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

import { join } from 'node:path'
import { allSettled, type CleanUp, createCleanUp } from './clean-up.ts'
import { type EnvironmentName, startDatabases } from './database.ts'
import type { HostFault } from './demo/faults.ts'
import { type Environment, startEnvironment } from './environment.ts'
import { hireJanitor, type Janitor } from './janitor.ts'
import { createRepository, type Repository } from './repository.ts'
import { secret } from './secret.ts'
import { startTodoist, type Todoist } from './todoist.ts'
import { chooseWorldFolder, makeWorldFolder, removeWorldFolder } from './world-folder.ts'

export type WorldOptions = {
  /** Where to build it: absent or empty, removed at the end. A new temporary folder when not given. */
  readonly folder?: string
  /** Commits a migration that fails half-way on the seeded data. */
  readonly brokenMigration?: boolean
  /** What the target release does wrong in an environment. */
  readonly faults?: Readonly<Partial<Record<EnvironmentName, HostFault>>>
  /** Gives up starting. Once the world has started, only `stop` ends it. */
  readonly signal?: AbortSignal
}

/** A whole little system to roll out on: a repository, two environments, PostgreSQL, a stand-in for Todoist. */
export type World = {
  readonly folder: string
  readonly repository: Repository
  readonly staging: Environment
  readonly production: Environment
  /** The PostgreSQL superuser's connection string to the database `postgres`. */
  readonly adminUrl: string
  readonly todoist: Pick<Todoist, 'base' | 'failNext'>
  /** Ends every process and removes the folder. May be called more than once. */
  stop(): Promise<void>
}

/**
 * Builds a world with the previous release running and ready in both environments. When it throws, or when this
 * process is killed at any moment, nothing stays behind.
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  options.signal?.throwIfAborted()
  const folder = await chooseWorldFolder(options.folder)
  const cleanUp = createCleanUp()
  cleanUp.add(() => removeWorldFolder(folder))
  const janitor = hireJanitor(folder)
  // The janitor stays until the folder is gone: it finishes what an interrupted clean-up has left.
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= cleanUp.run().finally(() => janitor.goodbye())
    return stopped
  }
  try {
    await makeWorldFolder(folder)
    return { ...(await build(folder, options, janitor, cleanUp)), folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function build(
  folder: string,
  options: WorldOptions,
  janitor: Janitor,
  cleanUp: CleanUp,
): Promise<Omit<World, 'folder' | 'stop'>> {
  const { signal, faults = {}, brokenMigration = false } = options
  const tokens = { staging: secret(40), production: secret(40) }
  const [databases, repository, todoist] = await allSettled([
    startDatabases(join(folder, 'postgres'), janitor, signal).then(cleanUp.keep),
    createRepository(join(folder, 'repository'), { brokenMigration }),
    startTodoist(Object.values(tokens)).then(cleanUp.keep),
  ])
  const start = async (name: EnvironmentName) => {
    const fault = faults[name]
    const { environment } = cleanUp.keep(
      await startEnvironment({
        name,
        folder,
        repository,
        janitor,
        databaseUrl: databases.urls[name],
        todoist: { base: todoist.base, token: tokens[name] },
        ...(fault ? { fault } : {}),
        ...(signal ? { signal } : {}),
      }),
    )
    return environment
  }
  const [staging, production] = await allSettled([start('staging'), start('production')])
  signal?.throwIfAborted()
  return { repository, staging, production, adminUrl: databases.adminUrl, todoist }
}

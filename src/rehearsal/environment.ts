import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EnvironmentName } from './database.ts'
import type { HostFault } from './demo/faults.ts'
import { rolloutVariables, serviceVariables } from './environment-variables.ts'
import { openHost } from './host.ts'
import type { Janitor } from './janitor.ts'
import type { Service } from './release-process.ts'
import type { Repository } from './repository.ts'
import { seedDatabase } from './seed.ts'

/** One environment with the previous release running in it. */
export type Environment = {
  readonly name: EnvironmentName
  /** A plain `postgresql://` connection string of the environment's own role. */
  readonly databaseUrl: string
  /** The stable address of the API. */
  readonly apiUrl: string
  /** Absolute paths of the log files. */
  readonly logs: Readonly<Record<Service, string>>
  /** Every environment variable that the checklist asks for. */
  readonly variables: Readonly<Record<string, string>>
}

type Options = {
  readonly name: EnvironmentName
  readonly folder: string
  readonly databaseUrl: string
  readonly todoist: { readonly base: string; readonly token: string }
  readonly repository: Repository
  readonly janitor: Janitor
  readonly fault?: HostFault
  readonly signal?: AbortSignal
}

/** How many thoughts an environment begins with. */
const ITEMS: Record<EnvironmentName, number> = { staging: 150, production: 600 }

/** Seeds the database and starts the previous release; resolves when it is ready. */
export async function startEnvironment(
  options: Options,
): Promise<{ environment: Environment; stop(): Promise<void> }> {
  const { name, databaseUrl, repository, janitor, fault, signal } = options
  const folder = join(options.folder, name)
  await mkdir(folder)
  const services = serviceVariables(name, databaseUrl, options.todoist)
  const host = await openHost({
    folder,
    repository,
    janitor,
    variables: services,
    ...(fault ? { fault } : {}),
  })
  try {
    await seedDatabase(databaseUrl, ITEMS[name])
    signal?.throwIfAborted()
    await Promise.all([
      host.deploy('api', repository.previousSha),
      host.deploy('worker', repository.previousSha),
    ])
    await untilReady(host.apiUrl, signal)
  } catch (error) {
    await host.stop()
    throw error
  }
  const variables = { ...services, ...rolloutVariables(services, host, repository) }
  const environment = { name, databaseUrl, apiUrl: host.apiUrl, logs: host.logs, variables }
  return { environment, stop: host.stop }
}

async function untilReady(apiUrl: string, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + 10_000
  for (;;) {
    signal?.throwIfAborted()
    const response = await fetch(`${apiUrl}/health/ready`)
    const body = await response.text()
    if (response.status === 200) return
    if (Date.now() > deadline) throw new Error(`the previous release does not become ready: ${body.trim()}`)
    await sleep(50)
  }
}

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostFault } from './demo/faults.ts'
import { closeServer, listenOnLoopback } from './free-port.ts'
import { createControl, type ReleaseRecord } from './host-control.ts'
import { createProxy } from './host-proxy.ts'
import type { Janitor } from './janitor.ts'
import { openLogFile } from './log-file.ts'
import { type ReleaseProcess, type Service, startRelease } from './release-process.ts'
import { type Repository, schemaOfRelease } from './repository.ts'
import { secret } from './secret.ts'

export type Host = {
  /** The stable address of the API, whichever release answers. */
  readonly apiUrl: string
  readonly platform: { readonly url: string; readonly token: string }
  /** The log files of all releases so far, by service. */
  readonly logs: Readonly<Record<Service, string>>
  /** Deploys and resolves when the release runs. Throws when it does not start. */
  deploy(service: Service, sha: string): Promise<void>
  stop(): Promise<void>
}

type Options = {
  readonly folder: string
  readonly repository: Repository
  /** What both services find in their environment, besides the release itself. */
  readonly variables: Readonly<Record<string, string>>
  readonly janitor: Janitor
  /** What the target release does wrong; the previous one is always sound. */
  readonly fault?: HostFault
}

/** Opens the place where the releases of one environment run: a small Coolify inside this process. */
export async function openHost(options: Options): Promise<Host> {
  const { folder, repository, janitor, variables, fault } = options
  await mkdir(join(folder, 'logs'), { recursive: true })
  const logs = {
    api: await openLogFile(join(folder, 'logs', 'api.log')),
    worker: await openLogFile(join(folder, 'logs', 'worker.log')),
  }
  const running = new Map<Service, { record: ReleaseRecord; process: ReleaseProcess }>()
  const queue: Record<Service, Promise<void>> = { api: Promise.resolve(), worker: Promise.resolve() }
  const releases: ReleaseRecord[] = []
  let closed = false

  /** The new process first, then the switch, then the end of the old one: no request meets a closed door. */
  async function swap(record: ReleaseRecord, schema: number): Promise<void> {
    const { service, sha } = record
    if (closed) throw new Error('the host is closed')
    const ill = fault && sha === repository.targetSha ? { DEMO_FAULT: fault } : {}
    const env = { ...variables, PORT: '0', RELEASE_SHA: sha, RELEASE_SCHEMA: String(schema), ...ill }
    const process = await startRelease({ service, env, log: logs[service], janitor })
    const old = running.get(service)
    running.set(service, { record, process })
    record.state = 'running'
    if (old) {
      await old.process.stop()
      old.record.state = 'stopped'
    }
  }

  /** Returns the accepted deployment and a promise of its end; one after the other for each service. */
  async function begin(service: Service, sha: string) {
    const schema = await schemaOfRelease(repository.path, sha)
    if (schema === null) return null
    const record: ReleaseRecord = { service, sha, accepted_at: new Date().toISOString(), state: 'starting' }
    releases.push(record)
    const done = queue[service].then(() => swap(record, schema))
    queue[service] = done.catch(error => {
      record.state = 'failed'
      record.error = error.message
    })
    return { record, done }
  }

  const token = secret(32)
  const proxy = createProxy(() => running.get('api')?.process.port ?? null)
  const accept = async (service: Service, sha: string) => (await begin(service, sha))?.record ?? null
  const control = createControl({ token, releases, accept })
  const [apiPort, platformPort] = await Promise.all([listenOnLoopback(proxy), listenOnLoopback(control)])

  return {
    apiUrl: `http://127.0.0.1:${apiPort}`,
    platform: { url: `http://127.0.0.1:${platformPort}`, token },
    logs: { api: logs.api.path, worker: logs.worker.path },
    deploy: async (service, sha) => {
      const begun = await begin(service, sha)
      if (!begun) throw new Error(`there is no commit ${sha}`)
      await begun.done
    },
    stop: async () => {
      closed = true
      await Promise.all([closeServer(control), ...Object.values(queue)])
      await Promise.all([...running.values()].map(({ process }) => process.stop()))
      await Promise.all([closeServer(proxy), logs.api.close(), logs.worker.close()])
    },
  }
}

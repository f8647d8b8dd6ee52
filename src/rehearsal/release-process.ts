import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endChild, entrust, hasEnded, readLines } from './child-process.ts'
import type { Janitor } from './janitor.ts'
import type { LogFile } from './log-file.ts'

export const SERVICES = ['api', 'worker'] as const

export type Service = (typeof SERVICES)[number]

/** One running process of a release. */
export type ReleaseProcess = {
  /** Where the API listens; null for a worker. */
  readonly port: number | null
  /** SIGTERM, and SIGKILL after 2 s. */
  stop(): Promise<void>
}

type Options = {
  readonly service: Service
  readonly env: Readonly<Record<string, string>>
  readonly log: LogFile
  readonly janitor: Janitor
}

/** An API must listen within this time. */
const API_PATIENCE_MS = 10_000
/** A worker that has lived this long counts as started, as on platforms that only see that the process lives. */
const WORKER_PATIENCE_MS = 3000

/** Starts one process of a release and waits until it has started. Throws when it exits or does not listen. */
export async function startRelease({ service, env, log, janitor }: Options): Promise<ReleaseProcess> {
  const { PATH = '' } = process.env
  // The mark by which a checklist tells this release's lines from those of the one before.
  log.append(`host: starting the ${service} of release ${env['RELEASE_SHA']}`)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'demo', `${service}.ts`)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH, ...env },
  })
  const port = Promise.withResolvers<number | null>()
  port.promise.catch(() => undefined)
  readLines(child, line => {
    log.append(line)
    const found = startedWith(line)
    if (found !== undefined) port.resolve(found)
  })
  child.once('exit', code => port.reject(new Error(`the ${service} exited with ${code} while starting`)))
  child.stdin.on('error', () => undefined)
  await entrust(child, janitor, 'SIGKILL')

  const stop = () => endChild(child, 'SIGTERM', 2000)
  const patience = new AbortController()
  const timeout = service === 'api' ? API_PATIENCE_MS : WORKER_PATIENCE_MS
  const waited = sleep(timeout, null, { signal: patience.signal }).catch(() => null)
  try {
    const started = await Promise.race([port.promise, waited])
    if (service === 'api' && started === null) throw new Error(`the api does not listen after ${timeout} ms`)
    if (hasEnded(child)) throw new Error(`the ${service} exited while starting`)
    return { port: started, stop }
  } catch (error) {
    await stop()
    throw error
  } finally {
    patience.abort()
  }
}

/** The port of an API that says it listens, null for a worker that does, undefined for any other line. */
function startedWith(line: string): number | null | undefined {
  if (line.startsWith('Worker started')) return null
  if (!line.includes('"event":"listening"')) return undefined
  const { port } = JSON.parse(line) as { port: number }
  return port
}

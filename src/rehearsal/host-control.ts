import type http from 'node:http'
import { isAuthorized } from './demo/auth.ts'
import { jsonObject } from './demo/body.ts'
import { Refusal } from './demo/refusal.ts'
import { createServer } from './demo/server.ts'
import { SERVICES, type Service } from './release-process.ts'

export type ReleaseState = 'starting' | 'running' | 'stopped' | 'failed'

/** One deployment as the platform tells it; `error` says why it failed. */
export type ReleaseRecord = {
  readonly service: Service
  readonly sha: string
  readonly accepted_at: string
  state: ReleaseState
  error?: string
}

type Options = {
  readonly token: string
  /** All deployments, oldest first. */
  readonly releases: readonly ReleaseRecord[]
  /** Begins a deployment; resolves as soon as it is accepted. Returns null when there is no such commit. */
  readonly accept: (service: Service, sha: string) => Promise<ReleaseRecord | null>
}

/**
 * The platform's own API: `POST /deploy {service, sha}` answers 202 when the deployment was accepted, long
 * before it runs; `GET /releases` tells what became of it.
 */
export function createControl({ token, releases, accept }: Options): http.Server {
  return createServer({
    admit: (_path, headers) => {
      if (!isAuthorized(headers.authorization, [token])) throw new Refusal(401, 'unauthorized')
    },
    record: () => undefined,
    routes: [
      { method: 'GET', path: '/releases', answer: async () => ({ status: 200, body: { releases } }) },
      {
        method: 'POST',
        path: '/deploy',
        answer: async call => {
          const { service, sha } = jsonObject(call.body)
          const known = SERVICES.find(name => name === service)
          if (!known) throw new Refusal(400, 'unknown_service')
          const release = typeof sha === 'string' ? await accept(known, sha) : null
          if (!release) throw new Refusal(404, 'unknown_commit')
          return { status: 202, body: { status: 'accepted', service, sha } }
        },
      },
    ],
  })
}

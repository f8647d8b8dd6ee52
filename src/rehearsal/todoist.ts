import type http from 'node:http'
import { isAuthorized } from './demo/auth.ts'
import { Refusal } from './demo/refusal.ts'
import { createServer } from './demo/server.ts'
import { closeServer, listenOnLoopback } from './free-port.ts'

export type Todoist = {
  /** What to use as `TODOIST_API_BASE`. */
  readonly base: string
  /** Lets the next `count` syncs fail with 503, as an outage does. */
  failNext(count: number): void
  stop(): Promise<void>
}

/** Starts a stand-in for Todoist on the loopback interface that knows these tokens: `POST /api/v1/sync`. */
export async function startTodoist(tokens: readonly string[]): Promise<Todoist> {
  let failures = 0
  const server: http.Server = createServer({
    admit: (_path, headers) => {
      if (!isAuthorized(headers.authorization, tokens)) throw new Refusal(401, 'unauthorized')
    },
    record: () => undefined,
    routes: [
      {
        method: 'POST',
        path: '/api/v1/sync',
        answer: async () => {
          if (failures > 0) {
            failures -= 1
            throw new Refusal(503, 'unavailable')
          }
          return { status: 200, body: { sync_token: 'rehearsal', items: [] } }
        },
      },
    ],
  })
  const port = await listenOnLoopback(server)
  return {
    base: `http://127.0.0.1:${port}/api/v1`,
    failNext: count => {
      failures = count
    },
    stop: () => closeServer(server),
  }
}

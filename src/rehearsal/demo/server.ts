import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { readBody } from './body.ts'
import { Refusal } from './refusal.ts'

/** What a route sees of a request. */
export type Call = {
  readonly query: URLSearchParams
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

export type Answer = { readonly status: number; readonly body: unknown }

/** One route: an exact path, since none of this API has parameters in it. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly answer: (call: Call) => Promise<Answer>
}

/** One line of the request log; `latency` in milliseconds, `route` null when nothing matched. */
export type RequestRecord = {
  readonly request_id: string
  readonly method: string
  readonly route: string | null
  readonly status: number
  readonly latency: number
  readonly error_code: string | null
  readonly error?: string
}

type Options = {
  readonly routes: readonly Route[]
  /** Throws a `Refusal` for a request that may not come in. */
  readonly admit: (path: string, headers: http.IncomingHttpHeaders) => void
  readonly record: (record: RequestRecord) => void
}

/** An HTTP server that answers JSON, every error included, and records every request. It does not listen yet. */
export function createServer(options: Options): http.Server {
  return http.createServer(async (request, response) => {
    const begun = performance.now()
    const url = new URL(request.url ?? '/', 'http://localhost')
    const id = requestId(request.headers['x-request-id'])
    let answer: Answer
    let failure: unknown
    try {
      options.admit(url.pathname, request.headers)
      const route = findRoute(options.routes, request.method, url.pathname)
      const body = await readBody(request)
      answer = await route.answer({ query: url.searchParams, headers: request.headers, body })
    } catch (error) {
      failure = error
      answer = refuse(error)
    }
    const known = options.routes.some(route => route.path === url.pathname)
    const code = (answer.body as { error_code?: string }).error_code
    send(response, answer, id)
    options.record({
      request_id: id,
      method: request.method ?? '',
      route: known ? url.pathname : null,
      status: answer.status,
      latency: Math.round((performance.now() - begun) * 10) / 10,
      error_code: code ?? null,
      ...(failure instanceof Error && !(failure instanceof Refusal) ? { error: failure.message } : {}),
    })
  })
}

function findRoute(routes: readonly Route[], method: string | undefined, path: string): Route {
  const here = routes.filter(route => route.path === path)
  if (here.length === 0) throw new Refusal(404, 'not_found')
  const route = here.find(candidate => candidate.method === method)
  if (!route) throw new Refusal(405, 'method_not_allowed')
  return route
}

function refuse(error: unknown): Answer {
  return error instanceof Refusal
    ? { status: error.status, body: { error_code: error.code } }
    : { status: 500, body: { error_code: 'internal_error' } }
}

function send(response: http.ServerResponse, answer: Answer, id: string): void {
  response.writeHead(answer.status, { 'Content-Type': 'application/json', 'X-Request-ID': id })
  response.end(`${JSON.stringify(answer.body)}\n`)
}

/** A caller's own id goes to the log: only one that cannot be mistaken for anything else. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
}

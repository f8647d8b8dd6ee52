import http from 'node:http'

/**
 * A reverse proxy with a stable address in front of whichever API process is current: `target` returns its
 * port, or null while there is none. Answers 502 when the API does not.
 */
export function createProxy(target: () => number | null): http.Server {
  return http.createServer((request, response) => {
    const port = target()
    if (port === null) return refuse(response)
    const upstream = http.request(
      // A connection of its own each time: a kept one would end with the process that is replaced.
      {
        host: '127.0.0.1',
        port,
        agent: false,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    upstream.on('error', () => refuse(response))
    response.on('close', () => upstream.destroy())
    request.pipe(upstream)
  })
}

function refuse(response: http.ServerResponse): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(502, { 'Content-Type': 'application/json' })
  response.end('{"error_code":"bad_gateway"}\n')
}

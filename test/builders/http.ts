import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

/** A server on loopback, closed when the test ends; remembers what it was asked. */
export async function serve(
  answer: (request: Received, response: ServerResponse) => void,
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = incoming
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() }
    received.push(request)
    answer(request, response)
  })
  return { url: await listen(server), received }
}

/** A server that answers with JSON. */
export const serveJson = (value: unknown, status = 200) =>
  serve((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  })

/** A TCP server on loopback that does what it is told with each connection; counts those that are open. */
export async function serveTcp(
  connected: (socket: Socket) => void,
): Promise<{ port: number; url: string; open: () => number }> {
  const sockets = new Set<Socket>()
  const server = createTcpServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    // Without a reader the end of a connection is never noticed.
    socket.resume()
    socket.on('close', () => sockets.delete(socket))
    connected(socket)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  const url = await listen(server)
  return { url, port: Number(new URL(url).port), open: () => sockets.size }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createTcpServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function listen(server: Server & { closeAllConnections?: () => void }): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections?.()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort, serveTcp } from '../builders/http.ts'
import { checked } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const ask = (request: string, more = '', env: Record<string, string> = {}) =>
  checked(`title: H\nhttp: ${request}\n${more}`, { env })

describe('a server that cannot be asked', () => {
  const target = /^GET http:\/\/127\.0\.0\.1:\d+\/health: /

  it('refuses the connection', async () => {
    const result = await ask(`GET http://127.0.0.1:${await freePort()}/health?token=abc`)
    expect(result.outcome).toBe('error')
    expect(result.message).toMatch(target)
    expect(result.message).toMatch(/nothing listens there \(connection refused\)$/)
  })

  it('cuts the connection', async () => {
    const { url } = await serveTcp(socket => socket.once('data', () => socket.destroy()))
    expect((await ask(`GET ${url}/health`)).message).toMatch(/the connection was cut before an answer came$/)
  })

  it('does not speak HTTP', async () => {
    const { url } = await serveTcp(socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    expect(await ask(`GET ${url}/health`)).toMatchObject({
      outcome: 'error',
      message: expect.stringMatching(target),
    })
  })

  it.each([
    ['never answers', ''],
    ['never ends its answer', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc'],
  ])('%s, and is left after the limit', async (_, answer) => {
    const { url, open } = await serveTcp(socket => socket.once('data', () => socket.write(answer)))
    const result = await ask(`GET ${url}/health`, 'timeout: 300ms')
    expect(result).toMatchObject({ outcome: 'error', message: 'H: gave no answer within 300 ms' })
    await expect.poll(open).toBe(0)
  })

  it.each([
    ['not a url', /this is no URL/],
    ['http://ada:pa55word@127.0.0.1:99999', /this is no URL/],
    ['ftp://127.0.0.1', /GET ftp:/],
  ])('has no good address: %s', async (base, message) => {
    const result = await ask('GET ${API_URL}/x', '', { API_URL: base })
    expect(result.outcome).toBe('error')
    expect(result.message).toMatch(message)
    expect(result.message).not.toContain('pa55word')
  })

  it('has a certificate that nobody vouches for', async () => {
    const folder = await temporaryFolder()
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        ...subject,
      ],
      { stdio: 'ignore' },
    )
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
      response.end(),
    )
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const result = await ask(`GET https://127.0.0.1:${(server.address() as { port: number }).port}/health`)
    expect(result.outcome).toBe('error')
    expect(result.message).toMatch(/its TLS certificate is self-signed$/)
  })
})

import { describe, expect, it } from 'vitest'
import { serve, serveJson } from '../builders/http.ts'
import { checked } from '../builders/session.ts'

const ask = (request: string, more = '', env: Record<string, string> = {}) =>
  checked(`title: H\nhttp: ${request}\n${more}`, { env })

describe('what is sent', () => {
  it.each([
    ['GET', '', { body: '' }],
    ['DELETE', '', { body: '' }],
    [
      'POST',
      'json: { a: [1, "${NAME}"], b: null }',
      { body: '{"a":[1,"ada"],"b":null}', type: 'application/json' },
    ],
    [
      'PUT',
      'form: { q: "a b&c", n: "${NAME}" }',
      { body: 'q=a+b%26c&n=ada', type: 'application/x-www-form-urlencoded' },
    ],
    ['PATCH', 'body: "as it is ${NAME}"', { body: 'as it is ada', type: undefined }],
    [
      'POST',
      'json: {}\nheaders: { Content-Type: application/merge-patch+json }',
      { body: '{}', type: 'application/merge-patch+json' },
    ],
  ])('%s with %s', async (method, more, { body, type }: { body: string; type?: string | undefined }) => {
    const { url, received } = await serveJson({})
    expect((await ask(`${method} ${url}/v1/x?y=1`, more, { NAME: 'ada' })).outcome).toBe('pass')
    expect(received).toMatchObject([{ method, url: '/v1/x?y=1', body }])
    expect(received[0]?.headers['content-type']).toBe(type)
    expect(received[0]?.headers['user-agent']).toBe('gatesheet')
  })

  it('has the headers that were asked for, and the same uuid in every attempt', async () => {
    const { url, received } = await serve((_, response) =>
      response.writeHead(received.length < 3 ? 503 : 200).end('{}'),
    )
    const more =
      'headers: { Authorization: "Bearer ${T}", Idempotency-Key: "${uuid}" }\nuntil: 10s\nevery: 10ms'
    expect(await ask(`POST ${url}/x`, more, { T: 'tok-12345' })).toMatchObject({
      outcome: 'pass',
      attempts: 3,
    })
    expect(received[0]?.headers.authorization).toBe('Bearer tok-12345')
    const keys = received.map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(new Set(keys).size).toBe(1)
  })

  it('logs in with the user and password of the URL, and never shows them', async () => {
    const { url, received } = await serveJson({ no: 1 }, 401)
    const result = await ask(`GET ${url.replace('//', '//ada:p%40ss-word1@')}/x`)
    expect(received[0]?.headers.authorization).toBe(`Basic ${btoa('ada:p@ss-word1')}`)
    expect(JSON.stringify(result)).not.toMatch(/ss-word1/)
  })
})

describe('the answer', () => {
  it.each([
    [200, '', 'pass', /^200 in \d+ ms$/],
    [204, '', 'pass', /204/],
    [301, '', 'fail', /status is 301, expected at least 200 and below 300/],
    [500, '', 'fail', /status is 500, .*; it answered “\{"ready":false/],
    [503, 'expect: { status: 503 }', 'pass', /503/],
    [503, 'expect: { status: { below: 500 } }', 'fail', /status is 503/],
    [200, 'expect: { json.ready: true }', 'fail', /json\.ready is false, expected true/],
    [500, 'expect: { json.ready: false }', 'fail', /status is 500/],
    [
      200,
      'expect: { json.queue.dlq: { at-most: 3 }, headers.content-type: { contains: json } }',
      'pass',
      /200/,
    ],
    [
      200,
      'expect: { json.queue: { type: array } }',
      'fail',
      /json\.queue is \{"dlq":3\}, expected of type array/,
    ],
    [200, 'expect: { body: { matches: "dlq.:3" }, latency: { below: 20s } }', 'pass', /200/],
  ])('%s with %s: %s', async (status, more, outcome, message) => {
    const { url } = await serve((_, response) => {
      const body = JSON.stringify({ ready: false, queue: { dlq: 3 } })
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(status === 204 ? undefined : body)
    })
    const result = await ask(`GET ${url}/x`, more)
    expect(result.outcome).toBe(outcome)
    expect(result.message).toMatch(message)
  })

  it('is cut at 1 MiB, and that is said', async () => {
    const { url } = await serve((_, response) => response.end(`"${'x'.repeat(2 * 1024 * 1024)}"`))
    const result = await ask(`GET ${url}`, 'expect: { json: { exists: true } }')
    expect(result.outcome).toBe('fail')
    expect(result.message).toMatch(/\(the body was cut at 1 MiB\)/)
    expect(JSON.stringify(result).length).toBeLessThan(5000)
  })

  it('is left where it never ends', async () => {
    const { url } = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect((await ask(`GET ${url}`, 'timeout: 20s')).outcome).toBe('pass')
  })

  it('tells how long it took', async () => {
    const { url } = await serve((_, response) => setTimeout(() => response.end('{}'), 250))
    expect((await ask(`GET ${url}`, 'expect: { latency: { at-least: 200ms } }')).outcome).toBe('pass')
    expect((await ask(`GET ${url}`, 'expect: { latency: { below: 100ms } }')).outcome).toBe('fail')
  })

  it('never shows a cookie or a token that is only asked to be there', async () => {
    const { url } = await serve((_, response) =>
      response.setHeader('set-cookie', 'sid=canary-cookie-1').end('{"access_token": "canary-token-2"}'),
    )
    const expectations = 'headers.set-cookie: { contains: sid }, json.access_token: { not-empty: true }'
    for (const more of ['', ', json.x: 1']) {
      const result = await ask(
        `GET ${url}`,
        `expect: { ${expectations}${more} }\ncapture: { session: json.access_token }`,
      )
      expect(result.outcome).toBe(more ? 'fail' : 'pass')
      expect(result.observed).toMatch(/headers\.set-cookie \*\*\*, json\.access_token \*\*\*/)
      expect(JSON.stringify(result)).not.toMatch(/canary/)
    }
  })
})

describe('a redirect', () => {
  const secrets =
    'headers: { Authorization: Bearer tok-12345, X-Api-Key: key-12345, Cookie: a=b, X-Plain: kept }'
  const to = (location: string) =>
    serve((request, response) =>
      request.url === '/from'
        ? response.writeHead(302, { location }).end('moved')
        : response.end('{"at":"end"}'),
    )

  it('is shown, not followed', async () => {
    const { url, received } = await to('/to')
    const result = await ask(`GET ${url}/from`, 'expect: { status: 302, headers.location: /to }')
    expect(result.outcome).toBe('pass')
    expect(received).toHaveLength(1)
  })

  it('is followed as often as allowed, with the credentials on the same server', async () => {
    const { url, received } = await to('/to')
    const result = await ask(`GET ${url}/from`, `redirects: 2\n${secrets}\nexpect: { json.at: end }`)
    expect(result.outcome).toBe('pass')
    expect(received[1]?.headers).toMatchObject({
      authorization: 'Bearer tok-12345',
      'x-api-key': 'key-12345',
    })
  })

  it('is followed to another server without any credential', async () => {
    const elsewhere = await serveJson({ at: 'end' })
    const { url } = await to(`${elsewhere.url}/to`)
    expect((await ask(`GET ${url}/from`, `redirects: 1\n${secrets}`)).outcome).toBe('pass')
    const headers = elsewhere.received[0]?.headers
    expect(headers?.['x-plain']).toBe('kept')
    expect([headers?.authorization, headers?.cookie, headers?.['x-api-key']]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('that leads on and on ends', async () => {
    const { url, received } = await serve(({ url }, response) =>
      response.writeHead(302, { location: `${url}x` }).end(),
    )
    expect((await ask(`GET ${url}/from`, 'redirects: 3')).outcome).toBe('fail')
    expect(received).toHaveLength(4)
  })
})

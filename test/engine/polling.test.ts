import { describe, expect, it } from 'vitest'
import { serve } from '../builders/http.ts'
import { checked, fakeClock, sessionOf, stage } from '../builders/session.ts'

/** Answers 503 so many times, then 200. */
const readyAfter = async (failures: number) => {
  const server = await serve((_, response) => {
    response.writeHead(server.received.length > failures ? 200 : 503).end()
  })
  return server
}

describe('with until', () => {
  it('asks again until it passes', async () => {
    const { url, received } = await readyAfter(3)
    const clock = fakeClock()
    const result = await checked(`title: A\nhttp: GET ${url}\nuntil: 2m\nevery: 5s`, { ports: { clock } })
    expect(result).toMatchObject({ outcome: 'pass', attempts: 4, durationMs: 15_000 })
    expect(clock.sleeps).toEqual([5000, 5000, 5000])
    expect(received).toHaveLength(4)
  })

  it('gives up at its end, and says for how long it tried', async () => {
    const { url } = await readyAfter(1000)
    const clock = fakeClock()
    const result = await checked(`title: A\nhttp: GET ${url}\nuntil: 20s\nevery: 6s`, { ports: { clock } })
    expect(result).toMatchObject({ outcome: 'fail', attempts: 4 })
    expect(result.message).toMatch(/status is 503.* \(still so after 20 s, 4 attempts\)$/)
    expect(clock.monotonic()).toBeLessThanOrEqual(20_000)
  })

  it('tells each failed attempt while it waits', async () => {
    const { url } = await readyAfter(2)
    const text = `gatesheet: 1\nname: T\nsmoke: [{ title: A, http: "GET ${url}", until: 1m }]`
    const session = await sessionOf(text, { ports: { clock: fakeClock() } })
    await stage(session, 'smoke')
    const retried = session.events.filter(event => event.type === 'check-retried')
    expect(retried).toHaveLength(2)
    expect(retried[0]).toMatchObject({ id: 'a', message: expect.stringMatching(/503/) })
  })

  it('takes its times from the environment', async () => {
    const { url } = await readyAfter(1000)
    const item = `title: A\nhttp: GET ${url}\nuntil: \${WITHIN:-1m}\nevery: \${PAUSE:-10s}`
    const attempts = async (env: Record<string, string>) => {
      const result = await checked(item, { env, ports: { clock: fakeClock() } })
      return result.attempts
    }
    expect(await attempts({})).toBe(7)
    expect(await attempts({ WITHIN: '20s', PAUSE: '20s' })).toBe(2)
  })

  it.each([
    [{ WITHIN: 'soon' }, /came to “soon”, which is no duration/],
    [{ WITHIN: '0s' }, /came to “0s”, which is no duration/],
    [{ PAUSE: '0s', WITHIN: '1m' }, /came to “0s”/],
    [{}, /WITHIN has no value/],
  ])('%j is an error that names what is wrong', async (env, message) => {
    const result = await checked('title: A\nrun: exit 1\nuntil: ${WITHIN}\nevery: ${PAUSE:-1s}', { env })
    expect(result).toMatchObject({ outcome: 'error', attempts: 0 })
    expect(result.message).toMatch(message)
  })

  it('does not wait for what cannot change while it waits', async () => {
    const clock = fakeClock()
    const given = { ports: { clock } }
    expect((await checked('title: A\nmanual: Look.\nuntil: 5m', given)).outcome).toBe('pending')
    expect((await checked('title: A\nenv: { X: { optional: true } }\nuntil: 5m', given)).outcome).toBe(
      'skipped',
    )
    expect(clock.sleeps).toEqual([])
  })
})

it('asks once without until', async () => {
  const { url, received } = await readyAfter(1)
  expect(await checked(`title: A\nhttp: GET ${url}`)).toMatchObject({ outcome: 'fail', attempts: 1 })
  expect(received).toHaveLength(1)
})

it('fails when there is nothing to capture, although everything else is right', async () => {
  const result = await checked('title: A\nrun: echo "{}"\ncapture: { job: json.id }')
  expect(result).toMatchObject({
    outcome: 'fail',
    message: 'there is nothing at json.id to capture as `job`',
  })
})

it.each([
  ['a number', '{"id": 0}', '0'],
  ['a boolean', '{"id": false}', 'false'],
  ['a list', '{"id": [1, "a"]}', '[1,"a"]'],
])('captures %s as text', async (_, json, text) => {
  const session = await sessionOf(
    `gatesheet: 1
name: T
smoke:
  - { title: A, run: "echo $JSON", capture: { job: json.id } }
  - { title: B, run: "printf %s \${job}", expect: { stdout: ${JSON.stringify(text)} } }
`,
    { env: { JSON: json } },
  )
  expect((await stage(session, 'smoke')).verdict).toBe('go')
})

it('allows a limit of months without ending at once', async () => {
  expect((await checked('title: A\nrun: sleep 0.2\ntimeout: 90d')).outcome).toBe('pass')
})

import { expect, it } from 'vitest'
import { fakeClock, sessionOf, stage } from '../builders/session.ts'

const observing = (...checks: string[]) =>
  `gatesheet: 1\nname: T\nvars: { LENGTH: "2m" }\nobserve:\n  for: "\${LENGTH}"\n  every: "\${EVERY}"\n  checks:\n${checks.map(check => `    - { ${check} }`).join('\n')}`

const good = 'title: Good, run: "true"'
const env = { EVERY: '30s' }

it('samples for as long as the templates say', async () => {
  const clock = fakeClock()
  const session = await sessionOf(observing(good, 'title: Also, run: "true"'), { env, ports: { clock } })
  const result = await stage(session, 'observe')
  expect(result.verdict).toBe('go')
  expect(clock.sleeps).toEqual([30_000, 30_000, 30_000, 30_000])
  expect(result.checks.map(({ samples }) => samples?.length)).toEqual([5, 5])
})

it('ends early on a clear no-go, with what was seen until then', async () => {
  const clock = fakeClock()
  const falling = 'title: Falls, run: "echo x >> n; test $(wc -l < n) -lt 3"'
  const session = await sessionOf(observing(good, falling), { env, ports: { clock } })
  const result = await stage(session, 'observe')
  expect(result.verdict).toBe('no-go')
  expect(result.reasons).toContain('check-failed')
  expect(clock.sleeps).toHaveLength(2)
  expect(result.checks[1]?.samples?.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'fail'])
})

it('tolerates as many failures as it is told to', async () => {
  const flaky = 'run: "echo x >> n; test $(wc -l < n) -ne 2"'
  const given = async (more: string) => {
    const session = await sessionOf(observing(`title: Flaky, ${flaky}${more}`), {
      env,
      ports: { clock: fakeClock() },
    })
    return (await stage(session, 'observe')).verdict
  }
  expect(await given('')).toBe('no-go')
  expect(await given(', failure-limit: 1')).toBe('go')
  expect(await given(', failure-limit: 1, min-samples: 6')).toBe('hold')
})

it('a length that is none is no go', async () => {
  const session = await sessionOf(observing(good), { env: { EVERY: 'often' } })
  const result = await stage(session, 'observe')
  expect(result.verdict).toBe('no-go')
  expect(result.message).toMatch(/came to “often”, which is no duration/)
  const unset = await stage(await sessionOf(observing(good)), 'observe')
  expect(unset.message).toMatch(/EVERY has no value/)
})

it('is not go when a person cuts it short', async () => {
  const ending = new AbortController()
  const session = await sessionOf(observing('title: Stop, run: touch seen'), {
    env,
    signal: ending.signal,
    listen: event => event.type === 'sampled' && ending.abort(),
  })
  const result = await stage(session, 'observe')
  expect(result.verdict).toBe('no-go')
  expect(result.reasons[0]).toBe('cancelled')
  expect(result.checks[0]?.message).toMatch(/1 of 1 samples passed before the window was cut short/)
})

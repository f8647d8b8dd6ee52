import { describe, expect, it } from 'vitest'
import type { Sample } from '../../src/core/result.ts'
import { judgeSamples } from '../../src/engine/observe.ts'
import { serve } from '../builders/http.ts'
import { fakeClock, type Given, sessionOf, stage } from '../builders/session.ts'

/** `p` passed, `f` failed, `e` could not look, `i` found no data. */
const samples = (text: string): Sample[] =>
  [...text].map(letter => ({
    at: '2026-03-01T10:00:00.000Z',
    outcome: ({ p: 'pass', f: 'fail', e: 'error', i: 'inconclusive' } as const)[letter] ?? 'skipped',
    durationMs: letter === 'e' ? 30_000 : 20,
    ...(letter === 'p' ? {} : { message: `it was ${letter}` }),
  }))

describe('samples', () => {
  it.each<[string, number, number, string, RegExp]>([
    ['ppp', 0, 1, 'pass', /^3 of 3 samples passed, answered within 20 ms \(p95\)$/],
    ['pfp', 0, 1, 'fail', /2 of 3 samples passed, 1 failed \(0 tolerated\); last: it was f/],
    ['pfp', 1, 1, 'pass', /2 of 3/],
    ['fppff', 2, 1, 'fail', /3 failed \(2 tolerated\)/],
    ['pep', 1, 1, 'pass', /2 of 3 samples passed, answered within 20 ms/],
    ['pee', 1, 1, 'error', /2 could not be taken; last: it was e/],
    ['ppf', 1, 1, 'fail', /but it ended failing; last: it was f/],
    ['ppe', 1, 1, 'error', /but it ended failing/],
    ['ppi', 1, 1, 'inconclusive', /but it ended failing/],
    ['', 0, 1, 'inconclusive', /0 of 0 samples passed; 1 are needed/],
    ['iii', 5, 1, 'inconclusive', /0 of 3 samples passed; 1 are needed for a verdict; last: it was i/],
    ['pp', 0, 3, 'inconclusive', /2 of 2 samples passed; 3 are needed/],
    ['pip', 0, 3, 'inconclusive', /3 are needed/],
    ['pppp', 0, 3, 'pass', /4 of 4/],
  ])(
    '%s with %i failures tolerated and %i needed: %s',
    (text, failureLimit, minSamples, outcome, message) => {
      const judged = judgeSamples({ failureLimit, minSamples }, samples(text), false)
      expect(judged.outcome).toBe(outcome)
      expect(judged.message).toMatch(message)
    },
  )

  it.each([
    ['ppp', 'inconclusive'],
    ['', 'inconclusive'],
    ['pff', 'fail'],
    ['pee', 'error'],
  ])('%s, when the window was cut short: %s', (text, outcome) => {
    expect(judgeSamples({ failureLimit: 0, minSamples: 1 }, samples(text), true).outcome).toBe(outcome)
  })
})

describe('a window', () => {
  const window = (checks: string, more = 'for: 5m\n  every: 1m') =>
    `gatesheet: 1\nname: T\nobserve:\n  ${more}\n  checks:\n${checks}`

  async function observed(text: string, given: Given = {}) {
    const clock = fakeClock()
    const session = await sessionOf(text, { ports: { clock }, ...given })
    const result = await stage(session, 'observe')
    const rounds = session.events.filter(event => event.type === 'sampled').length
    return {
      result,
      clock,
      rounds,
      checks: Object.fromEntries(result.checks.map(check => [check.id, check])),
    }
  }

  /** Answers with these statuses, the last one again and again. */
  const serving = async (...statuses: number[]) => {
    const server = await serve((_, response) => {
      const status = statuses[Math.min(server.received.length, statuses.length) - 1] ?? 200
      response.writeHead(status).end(JSON.stringify({ dlq: server.received.length }))
    })
    return server
  }

  it('samples all checks together, from its beginning to its end', async () => {
    const { url, received } = await serving(200)
    const { result, rounds, clock } = await observed(
      window(`    - { title: A, http: GET ${url}/a }\n    - { title: B, http: GET ${url}/b }\n`),
    )
    expect(result.verdict).toBe('go')
    expect(rounds).toBe(6)
    expect(clock.monotonic()).toBe(300_000)
    expect(received.map(({ url }) => url).sort()).toEqual([...Array(6).fill('/a'), ...Array(6).fill('/b')])
    expect(result.checks.map(({ samples }) => samples?.length)).toEqual([6, 6])
    expect(result.checks[0]?.samples?.map(({ at }) => at.slice(14, 16))).toEqual([
      '00',
      '01',
      '02',
      '03',
      '04',
      '05',
    ])
  })

  it('ends early when a check is past its limit; what else it watched is not proved', async () => {
    const bad = await serving(200, 500)
    const good = await serving(200)
    const { result, rounds, checks } = await observed(
      window(
        `    - { title: Bad, http: GET ${bad.url}, failure-limit: 1 }\n    - { title: Good, http: GET ${good.url} }\n`,
      ),
    )
    expect(rounds).toBe(3)
    expect(result.verdict).toBe('no-go')
    expect(checks['bad']).toMatchObject({ outcome: 'fail' })
    expect(checks['good']).toMatchObject({
      outcome: 'inconclusive',
      message: '3 of 3 samples passed before the window was cut short',
    })
  })

  it('goes to its end when only an advisory check fails, and when the last sample is the one too many', async () => {
    const bad = await serving(500)
    const advisory = await observed(
      window(
        `    - { title: Bad, http: GET ${bad.url}, advisory: true }\n    - { title: Ok, run: "true" }\n`,
      ),
    )
    expect([advisory.rounds, advisory.result.verdict]).toEqual([6, 'go'])
    const late = await serving(200, 200, 200, 200, 200, 500)
    const { rounds, checks } = await observed(
      window(`    - { title: Bad, http: GET ${late.url} }\n    - { title: Ok, run: "true" }\n`),
    )
    expect([rounds, checks['bad']?.outcome, checks['ok']?.outcome]).toEqual([6, 'fail', 'pass'])
  })

  it('is not made longer by looks that take longer than the pause', async () => {
    const clock = fakeClock()
    const slow = { ...clock, sleeps: clock.sleeps }
    const { result, rounds } = await observed(window('    - { title: A, run: "true" }\n'), {
      ports: {
        clock: slow,
        shell: async () => {
          await clock.sleep(150_000, new AbortController().signal)
          return { exitCode: 0, signal: null, stdout: '', stderr: '' }
        },
      },
    })
    expect(result.verdict).toBe('go')
    expect(rounds).toBe(3)
  })

  it('with nothing to watch here ends at once, and holds', async () => {
    const { result, clock } = await observed(window('    - { title: A, run: "true", in: [production] }\n'))
    expect(result).toMatchObject({ verdict: 'hold', reasons: ['nothing-checked'] })
    expect(clock.monotonic()).toBe(0)
  })

  it('never passes without data', async () => {
    const { result } = await observed(
      window('    - { title: A, log: { of: { command: "true" }, absent: x } }\n'),
    )
    expect(result).toMatchObject({ verdict: 'hold', reasons: ['check-inconclusive'] })
  })

  it('needs a length, from the environment too', async () => {
    const text = window('    - { title: A, run: "true" }\n', 'for: ${FOR}\n  every: ${EVERY:-10s}')
    expect((await observed(text, { env: { FOR: '30s' } })).rounds).toBe(4)
    for (const env of [{}, { FOR: 'long' }, { FOR: '1m', EVERY: '0s' }])
      expect((await observed(text, { env })).result).toMatchObject({
        verdict: 'no-go',
        reasons: ['check-error'],
      })
  })

  it('keeps what was measured, and says what that is', async () => {
    const { url } = await serving(200)
    const { checks } = await observed(
      window(
        `    - { title: A, http: GET ${url}, expect: { json.dlq: { at-most: 9 } } }\n`,
        'for: 2m\n  every: 1m',
      ),
    )
    expect(checks['a']).toMatchObject({ measures: 'json.dlq', value: 3 })
    expect(checks['a']?.samples?.map(({ value }) => value)).toEqual([1, 2, 3])
  })

  it('that is cancelled is inconclusive, and the run is no-go', async () => {
    const controller = new AbortController()
    const text = window('    - { title: A, run: "true" }\n', 'for: 10m\n  every: 1s')
    const session = await sessionOf(text, { signal: controller.signal })
    setTimeout(() => controller.abort(), 300)
    const result = await stage(session, 'observe')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['cancelled', 'check-inconclusive'] })
    expect(result.checks[0]?.message).toBe('1 of 1 samples passed before the window was cut short')
  })
})

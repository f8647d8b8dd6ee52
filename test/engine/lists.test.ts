import { describe, expect, it } from 'vitest'
import { serve } from '../builders/http.ts'
import { type Given, sessionOf, stage } from '../builders/session.ts'

const smoke = async (list: string, given: Given = {}, head = '') => {
  const session = await sessionOf(`gatesheet: 1\nname: T\n${head}smoke:\n${list}`, given)
  const result = await stage(session, 'smoke')
  return { session, result, outcomes: result.checks.map(({ title, outcome }) => `${title} ${outcome}`) }
}

/** Answers after a moment; knows how many were asked at the same time at most. */
async function slowServer() {
  let now = 0
  const seen = { most: 0, order: [] as string[] }
  const { url } = await serve(({ url }, response) => {
    now += 1
    seen.most = Math.max(seen.most, now)
    seen.order.push(url)
    setTimeout(() => {
      now -= 1
      response.end(JSON.stringify({ id: `from${url}` }))
    }, 120)
  })
  return { url, seen }
}

describe('checks side by side', () => {
  const list = (url: string) =>
    Array.from({ length: 6 }, (_, index) => `  - { title: C${index}, http: GET ${url}/${index} }`).join('\n')

  it('are at most so many at once', async () => {
    const { url, seen } = await slowServer()
    const { outcomes } = await smoke(list(url), {}, 'concurrency: 2\n')
    expect(outcomes).toEqual(['C0 pass', 'C1 pass', 'C2 pass', 'C3 pass', 'C4 pass', 'C5 pass'])
    expect(seen.most).toBe(2)
  })

  it('are all at once when they may be', async () => {
    const { url, seen } = await slowServer()
    await smoke(list(url))
    expect(seen.most).toBe(6)
  })
})

describe('a check that needs what another captures', () => {
  const use = (url: string) => `  - { title: Use, http: "GET ${url}/\${job}" }\n`
  const make = (url: string) => `  - { title: Make, http: GET ${url}/make, capture: { job: json.id } }\n`

  it('waits for it, wherever it stands', async () => {
    for (const list of [(url: string) => use(url) + make(url), (url: string) => make(url) + use(url)]) {
      const { url, seen } = await slowServer()
      const { result } = await smoke(list(url), {}, 'concurrency: 1\n')
      expect(result.verdict).toBe('go')
      expect(seen.order).toEqual(['/make', '/from/make'])
    }
  })

  it('waits for a flow that captures it', async () => {
    const { url, seen } = await slowServer()
    const flow = `  - flow: F\n    steps:\n      - { title: First, http: GET ${url}/first }\n      - { title: Make, http: GET ${url}/make, capture: { job: json.id } }\n`
    const { result } = await smoke(use(url) + flow)
    expect(result.verdict).toBe('go')
    expect(seen.order).toEqual(['/first', '/make', '/from/make'])
  })

  it('is an error that names what is missing when the other failed', async () => {
    const { url, seen } = await slowServer()
    const { result, outcomes } = await smoke(
      `${use(url)}  - { title: Make, http: GET ${url}/make, expect: { json.id: other }, capture: { job: json.id } }\n`,
    )
    expect(outcomes).toEqual(['Use error', 'Make fail'])
    expect(result.checks[0]?.message).toMatch(/^job has no value/)
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['check-failed', 'check-error'] })
    expect(seen.order).toEqual(['/make'])
  })

  it('and that the other needs too: both end', async () => {
    const { outcomes } = await smoke(
      '  - { title: A, run: "echo ${b}", capture: { a: stdout } }\n  - { title: B, run: "echo ${a}", capture: { b: stdout } }\n',
    )
    expect(outcomes).toEqual(['A error', 'B error'])
  })
})

describe('what is left out', () => {
  it.each([
    ['in: [production]', /^only in production$/],
    ['when: "${SYNC:-false}"', /^its condition \$\{SYNC:-false\} is not true here$/],
  ])('by %s is said aloud', async (rule, message) => {
    const { session, result } = await smoke(
      `  - { title: A, run: "true" }\n  - { title: B, run: "false", ${rule} }\n`,
    )
    expect(result.verdict).toBe('go')
    expect(result.checks[1]).toMatchObject({
      outcome: 'skipped',
      attempts: 0,
      message: expect.stringMatching(message),
    })
    const ended = session.events.flatMap(event => (event.type === 'check-ended' ? event.result.title : []))
    expect(ended.sort()).toEqual(['A', 'B'])
  })

  it('is an error when the condition cannot be understood', async () => {
    for (const [env, message] of [
      [{ SYNC: 'perhaps' }, /came to “perhaps”/],
      [{}, /^SYNC has no value/],
    ] as const) {
      const { result } = await smoke('  - { title: A, run: "true", when: "${SYNC}" }\n', { env })
      expect(result).toMatchObject({
        verdict: 'no-go',
        checks: [{ outcome: 'error', message: expect.stringMatching(message) }],
      })
    }
  })

  it('may be everything: then nothing was checked, and that is no go', async () => {
    const { result } = await smoke('  - { title: A, run: "true", in: [production] }\n')
    expect(result).toMatchObject({ verdict: 'hold', reasons: ['nothing-checked'] })
  })

  it('is a whole flow, with its steps and its clean-up', async () => {
    const { session, outcomes } = await smoke(
      '  - { title: A, run: "true" }\n  - { flow: F, in: [production], steps: [{ title: S, run: "false" }], always: [{ title: C, run: "false" }] }\n',
    )
    expect(outcomes).toEqual(['A pass', 'S skipped', 'C skipped'])
    expect(session.events.filter(event => event.type === 'check-ended')).toHaveLength(3)
  })
})

describe('a flow', () => {
  const flow = (middle: string) => `  - flow: Order
    steps:
      - { title: Create, run: "echo '{\\"id\\": 7}' && echo create >> trace", capture: { order: stdout } }
      - { title: Middle, ${middle} }
      - { title: Last, run: "echo last >> trace" }
    always:
      - { title: Delete, run: "echo delete >> trace" }
      - { title: Trace, run: cat trace | tr "\\\\n" " " }
`
  it.each([
    [
      'run: "true"',
      'go',
      ['Create pass', 'Middle pass', 'Last pass', 'Delete pass', 'Trace pass'],
      'create last delete',
    ],
    [
      'run: "false"',
      'no-go',
      ['Create pass', 'Middle fail', 'Last skipped', 'Delete pass', 'Trace pass'],
      'create delete',
    ],
    [
      'run: "false", advisory: true',
      'go',
      ['Create pass', 'Middle fail', 'Last pass', 'Delete pass', 'Trace pass'],
      'create last delete',
    ],
    [
      'run: "false", in: [production]',
      'go',
      ['Create pass', 'Middle skipped', 'Last pass', 'Delete pass', 'Trace pass'],
      'create last delete',
    ],
  ])('with a step { %s } goes on or stops, and cleans up', async (middle, verdict, expected, trace) => {
    const { result, outcomes } = await smoke(flow(middle))
    expect(result.verdict).toBe(verdict)
    expect(outcomes).toEqual(expected)
    expect(result.checks.at(-1)?.message.trim()).toBe(trace)
    expect(new Set(result.checks.map(check => check.flow))).toEqual(new Set(['Order']))
  })

  it('says why a later step was not reached', async () => {
    const { result } = await smoke(flow('run: "false"'))
    expect(result.checks[2]?.message).toBe('not reached: “Middle” came first')
  })

  it.each([
    ['while a step runs', 'sleep 30', 'echo cleaned > cleaned; echo done', 300],
    ['while it cleans up', 'echo ok', 'sleep 1; echo cleaned > cleaned; echo done', 500],
  ])('cleans up when the run is cancelled %s', async (_, step, cleanUp, ms) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), ms)
    const { result, outcomes } = await smoke(
      `  - { flow: F, steps: [{ title: S, run: ${step} }], always: [{ title: C, run: "${cleanUp}" }] }\n`,
      { signal: controller.signal },
    )
    expect(outcomes.at(-1)).toBe('C pass')
    expect(result.checks.at(-1)?.message).toBe('done')
  })
})

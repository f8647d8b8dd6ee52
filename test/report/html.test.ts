import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CheckResult, Result } from '../../src/core/result.ts'
import { type HtmlReportInput, renderHtmlReport } from '../../src/report/html/report.ts'
import { palettes } from '../../src/report/html/style-colours.ts'
import { readMarkup } from './markup.ts'
import {
  check,
  productionGo,
  productionRolledBack,
  productionStopped,
  samples,
  stage,
  stagingGo,
} from './sample-results.ts'

const began = Date.parse('2026-11-20T16:00:00Z')

const render = (rollouts: HtmlReportInput['rollouts'], more: Partial<HtmlReportInput> = {}): string =>
  renderHtmlReport({
    title: 'Production rollout (Coolify)',
    generatedAt: '2026-11-20T17:00:00Z',
    operator: 'mira',
    rollouts,
    ...more,
  })

/** Where a value that is none came through, with what stands around it. */
const odd = (document: string): string[] =>
  document.match(/.{0,60}(?:NaN|Infinity|undefined|null\b|\[object|Invalid).{0,20}/g) ?? []

const leftOut = [{ title: 'Sign-off', why: 'only in production' }]
const wholeWay = (production: readonly Result[]) =>
  render([
    { environment: 'staging', results: stagingGo(), leftOut },
    { environment: 'production', results: production, leftOut: [] },
  ])

const documents: Record<string, string> = {
  'a rollout that went well': wholeWay(productionGo()),
  'a rollout that was rolled back': wholeWay(productionRolledBack()),
  'a rollout that stopped at preflight': wholeWay(productionStopped()),
  'no rollout at all': render([]),
  'an environment without evidence': render([{ environment: 'staging', results: [], leftOut }]),
  'a stage without checks': render([
    { environment: 'staging', results: [stage('smoke', 'staging', began, [])] },
  ]),
  'the same environment twice': render([
    { environment: 'staging', results: stagingGo() },
    { environment: 'staging', results: stagingGo() },
  ]),
}

describe.each(Object.entries(documents))('%s', (_, document) => {
  const { faults, ids, references } = readMarkup(document)

  it('is well-formed', () => expect(faults).toEqual([]))
  it('gives every place once, and every link leads to one', () => {
    expect(new Set(ids).size).toBe(ids.length)
    for (const reference of references) {
      expect(reference).toMatch(/^#/)
      expect(ids).toContain(reference.slice(1))
    }
  })
  it('meets no number that is none', () => expect(odd(document)).toEqual([]))
  it('allows its own style sheet and nothing else', () => {
    const style = /<style>([^<]*)<\/style>/.exec(document)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(document).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    )
    expect(document.match(/<script|<link|<img|<iframe|@import|https?:.{0,30}/g)).toBeNull()
  })
})

describe('what is told', () => {
  const results = productionRolledBack()
  const document = render([{ environment: 'production', results, leftOut: [] }])
  const { text, ids } = readMarkup(document)

  it('has every check with its title, its message and a place', () => {
    for (const result of results)
      for (const item of result.checks) {
        expect(text).toContain(item.title)
        expect(text).toContain(item.message)
        expect(ids).toContain(`production.${result.stage}.${item.id}`)
      }
  })
  it('says the verdict in words, the state and what is next', () => {
    expect(text).toContain('NO-GO')
    expect(text).toContain('Stopped at Observe: “The dead-letter queue does not grow” failed')
    expect(text).toContain('runs again, and passed its checks after the rollback.')
    expect(text).toContain('What to do next')
  })
  it('opens what failed and folds what passed', () => {
    expect(document).toMatch(/<details class="stage no-go" id="production.observe" open>/)
    expect(document).toMatch(/<details class="stage go" id="production.smoke">/)
  })
  it('links every field of the record to its evidence', () => {
    const fields = results.flatMap(({ data }) => data.record ?? []).flatMap(({ from }) => from)
    expect(fields.length).toBeGreaterThan(5)
    for (const from of fields)
      expect(document).toContain(`<a href="#production.${from}"><code>${from}</code></a>`)
  })
  it('shows a source that the report does not hold without a link', () => {
    const record = { field: 'smoke', label: 'Smoke', value: 'yes', from: ['smoke.gone'] }
    const alone = render([
      {
        environment: 'staging',
        results: [stage('record', 'staging', began, [], { data: { record: [record] } })],
      },
    ])
    expect(alone).toContain('<code title="not in this report">smoke.gone</code>')
  })
  it('names the stages that were not reached, and those that are left out', () => {
    const stopped = readMarkup(documents['a rollout that stopped at preflight'] ?? '').text
    expect(stopped).toContain('Smoke, Observe: not reached')
    expect(stopped).toContain('Sign-off: only in production')
  })
  it('shows retries, fired triggers, the way back, approvals, migrations and the backup', () => {
    for (const words of [
      '5 tries',
      'roll-back-app',
      'mira',
      'this evidence',
      'applied by this run',
      '48.2 MiB',
    ])
      expect(text).toContain(words)
    expect(text).toContain('ALTER TABLE job ADD COLUMN priority integer')
  })
  it('knows evidence that was changed after it was sealed', () => {
    const [first, ...rest] = productionStopped()
    if (!first) throw new Error('no sample')
    const changed = render([{ environment: 'production', results: [{ ...first, verdict: 'go' }, ...rest] }])
    expect(readMarkup(changed).text).toContain('1 document changed after the seal')
    expect(text).toContain('all intact')
  })
  it('says that an approval was given for other evidence', () => {
    const other = { by: 'jo', state: 'approved', digest: 'sha256:0', at: 'then', via: 'given' } as const
    const data = { approvals: [other], approvedDigest: 'sha256:1' }
    const results = [
      stage('sign-off', 'production', began, [], { data, verdict: 'hold', reasons: ['approval-void'] }),
    ]
    expect(readMarkup(render([{ environment: 'production', results }])).text).toContain(
      'other evidence, void',
    )
  })
})

describe('untrusted text', () => {
  const hostile = `</style></title><script>alert(1)</script><img src=x onerror="alert('1')"> & ' " \` \u202e\u0007 `
  /** Keys whose values are the program's own words. */
  const own =
    /^(schema|stage|gate|verdict|reasons|outcome|severity|state|via|decision|startedAt|at|takenAt|verified)$/
  const poison = (value: unknown, key = ''): unknown => {
    if (own.test(key)) return value
    if (typeof value === 'string') return `${hostile}${value}`
    if (Array.isArray(value)) return value.map(item => poison(item))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, name)]))
  }

  it('is text wherever it stands', () => {
    const results = productionRolledBack().map(result => poison(result) as Result)
    const document = render(
      [{ environment: hostile, results, leftOut: [{ title: hostile, why: hostile }] }],
      {
        title: hostile,
        operator: hostile,
        generatedAt: hostile,
      },
    )
    const { faults, ids, references, text } = readMarkup(document)
    expect(faults).toEqual([])
    expect(document).not.toMatch(/<script|<img|[\u202a-\u202e\u2066-\u2069]/)
    expect(document).not.toContain('\u0007')
    expect(document.match(/<style>|<\/style>/g)).toHaveLength(2)
    expect(text).toContain('<script>alert(1)</script>')
    for (const id of ids) expect(id).not.toMatch(/[\s"'<>&]/)
    for (const reference of references) expect(ids).toContain(reference.slice(1))
  })
  it('does no harm as a date', () => {
    const undated = (results: Result[]): Result[] =>
      results.map(result => ({
        ...result,
        startedAt: 'yesterday',
        checks: result.checks.map(
          (item): CheckResult => ({
            ...item,
            startedAt: '',
            ...(item.samples ? { samples: item.samples.map(sample => ({ ...sample, at: 'soon' })) } : {}),
          }),
        ),
      }))
    const document = render([{ environment: 'production', results: undated(productionRolledBack()) }])
    expect(odd(document)).toEqual([])
    expect(readMarkup(document).faults).toEqual([])
    expect(document).toContain('holds no times to draw')
  })
})

describe('plots of samples', () => {
  const observed = (drafts: Partial<CheckResult>[], baselines: Record<string, unknown> = {}): string => {
    const checks = drafts.map((draft, index) => ({
      id: `watched-${index}`,
      title: `Watched ${index}`,
      ...draft,
    }))
    return render([
      {
        environment: 'staging',
        results: [
          stage('preflight', 'staging', began, [check({ title: 'Ready' })], { data: { baselines } }),
          stage('observe', 'staging', began + 60_000, checks, { sideBySide: true }),
        ],
      },
    ])
  }

  it.each([
    ['no samples', []],
    ['one sample', samples(began, 1, 1000, () => ({ value: 4 }))],
    ['equal values', samples(began, 3, 1000, () => ({ value: 7 }))],
    ['only zeros', samples(began, 3, 1000, () => ({ value: 0, durationMs: 0 }))],
    ['no values', samples(began, 3, 1000, () => ({ durationMs: 20 }))],
    ['samples of one moment', samples(began, 3, 0, index => ({ value: index }))],
    ['negative values', samples(began, 3, 1000, index => ({ value: -index * 3 }))],
    ['huge values', samples(began, 3, 1000, index => ({ value: index * 1e300 }))],
    ['errors alone', samples(began, 3, 1000, () => ({ outcome: 'error', message: 'could not look' }))],
    ['values far from zero', samples(began, 3, 1000, index => ({ value: 99.5 + index / 10 }))],
  ])('draws %s', (_, list) => {
    const document = observed([{ samples: list }])
    expect(readMarkup(document).faults).toEqual([])
    expect(odd(document)).toEqual([])
    expect(document).toContain(
      `${list.filter(({ outcome }) => outcome === 'pass').length} of ${list.length} samples passed`,
    )
  })
  it('stays small with 400 samples of each check', () => {
    const many = samples(began, 400, 5000, index => ({
      value: (index * 37) % 101,
      ...(index % 40 === 7 ? { outcome: 'fail' as const, message: `slow number ${index}` } : {}),
    }))
    const document = observed([{ samples: many }, { samples: many }, { samples: many }])
    expect(document.length).toBeLessThan(120_000)
    expect(readMarkup(document).text).toContain('and 7 more, the newest')
  })
  it('draws the baseline of preflight, and the limit that a failure names', () => {
    const list = samples(began, 4, 1000, index =>
      index < 3
        ? { value: 2 }
        : { value: 900, outcome: 'fail', message: 'latency is 900, expected below 500ms and not empty' },
    )
    const document = observed([{ samples: list, measures: 'latency' }], { 'watched-0': 2 })
    const { text } = readMarkup(document)
    expect(text).toContain('baseline 2')
    expect(text).toContain('below 500ms')
  })
  it('calls it a time only when it is one', () => {
    const times = samples(began, 3, 1000, index => ({ value: 100 + index, durationMs: 101 + index }))
    const counts = samples(began, 3, 1000, index => ({ value: 40 + index, durationMs: 8 }))
    const { text } = readMarkup(
      observed([
        { samples: times, measures: 'latency' },
        { samples: counts, measures: 'json.queue' },
      ]),
    )
    expect(text).toContain('Time to answer, 3 of 3')
    expect(text).toContain('json.queue, 3 of 3')
    expect(text).toContain('101 ms')
  })
})

describe('the timeline', () => {
  const bars = (document: string, look: string) =>
    [...document.matchAll(/<rect class="bar ([^"]*)" x="([\d.]+)%" width="([\d.]+)%"/g)]
      .filter(([, name = '']) => name.startsWith(look))
      .map(([, , x, width]) => ({ x: Number(x), width: Number(width) }))

  it('keeps every bar visible and inside', () => {
    for (const document of Object.values(documents))
      for (const { x, width } of bars(document, '')) {
        expect(width).toBeGreaterThanOrEqual(0.3)
        expect(x + width).toBeLessThanOrEqual(100.01)
      }
  })
  it('draws a night of waiting short, and says so', () => {
    const [first, second] = [
      stage('preflight', 'staging', began, [{ title: 'Slow', durationMs: 60_000 }]),
      stage('smoke', 'staging', began + 12 * 3_600_000, [{ title: 'Slow too', durationMs: 60_000 }]),
    ]
    const document = render([{ environment: 'staging', results: [first, second] }])
    expect(readMarkup(document).text).toContain('drawn shorter than it was (waiting 11h 58m from 16:01)')
    for (const { width } of bars(document, 'whole')) expect(width).toBeGreaterThan(40)
  })
  it('keeps to real time where nothing dwarfs the rest', () => {
    const [first, second] = [
      stage('preflight', 'staging', began, [{ title: 'Short', durationMs: 29_997 }]),
      stage('smoke', 'staging', began + 30_000, [{ title: 'Long', durationMs: 59_997 }]),
    ]
    const document = render([{ environment: 'staging', results: [first, second] }])
    expect(bars(document, 'whole').map(({ width }) => Math.round(width))).toEqual([33, 67])
  })
  it('draws stages that took no time at all', () => {
    const instant = stage('smoke', 'staging', began, [], { durationMs: 0 })
    const document = render([{ environment: 'staging', results: [instant] }])
    expect(odd(document)).toEqual([])
    expect(bars(document, 'whole')).toHaveLength(1)
  })
})

describe.each(Object.entries(palettes))('the colours in %s', (_, palette) => {
  const grounds = ['pass', 'fail', 'error', 'unsure', 'pending', 'skipped'] as const

  it.each(grounds)('make %s readable (WCAG AA)', name => {
    expect(contrast(palette[name], palette[`${name}-ground`])).toBeGreaterThan(4.5)
    expect(contrast(palette[name], palette.surface)).toBeGreaterThan(4.5)
    expect(contrast(palette.muted, palette[`${name}-ground`])).toBeGreaterThan(4.5)
    expect(contrast(palette.link, palette[`${name}-ground`])).toBeGreaterThan(4.5)
    expect(contrast(palette[`${name}-area`], palette.surface)).toBeGreaterThan(3)
  })
  it.each(['paper', 'surface', 'sunken'] as const)('make text readable on %s', ground => {
    for (const name of ['ink', 'muted', 'link'] as const)
      expect(contrast(palette[name], palette[ground])).toBeGreaterThan(4.5)
  })
})

/** The contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

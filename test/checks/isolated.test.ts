import { describe, expect, it } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import { preflightOf } from '../builders/checklists.ts'
import { sessionOf, stage } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const item = 'title: Apart\nisolated: { from: staging, values: [DATABASE_URL, REDIS_URL, TOKENS] }'
const staging = {
  DATABASE_URL: 'postgresql://staging:pw-staging-1@db.example:5432/inbox',
  REDIS_URL: 'redis://h:6379/0',
  TOKENS: 'token-one-1,token-two-2',
}
const production = {
  DATABASE_URL: 'postgresql://production:pw-production-1@db.example:5432/inbox_production',
  REDIS_URL: 'redis://h:6379/1',
  TOKENS: 'token-three-3',
}
type Env = Partial<typeof staging>

async function compared(there: Env | undefined, here: Env) {
  const folder = await temporaryFolder()
  const preflight = async (environment: string, env: Env): Promise<Result> =>
    stage(await sessionOf(preflightOf(item), { folder, environment, env }), 'preflight')
  const recorded = there && (await preflight('staging', there))
  const { checks } = await preflight('production', here)
  return { recorded, check: checks[0] }
}

describe('in production', () => {
  it.each<[string, Env, string, RegExp]>([
    ['everything of its own', production, 'pass', /nothing in common with staging/],
    [
      'the database of staging, as another user',
      { ...production, DATABASE_URL: 'postgresql+asyncpg://production:pw-production-1@db.example/inbox' },
      'fail',
      /^DATABASE_URL is what staging uses; give this environment its own/,
    ],
    [
      'one token in common',
      { ...production, TOKENS: 'token-three-3, token-two-2' },
      'fail',
      /^TOKENS is what/,
    ],
    ['all of staging', staging, 'fail', /^DATABASE_URL, REDIS_URL, TOKENS are what/],
    ['one that is not set here', { ...production, TOKENS: '' }, 'pass', /nothing in common/],
    ['nothing set', {}, 'inconclusive', /no value could be compared/],
  ])('%s: %s', async (_, here, outcome, message) => {
    const { check } = await compared(staging, here)
    expect(check?.outcome).toBe(outcome)
    expect(check?.message).toMatch(message)
  })

  it('without the evidence of staging there is nothing to compare with', async () => {
    const { check } = await compared(undefined, production)
    expect(check?.outcome).toBe('inconclusive')
    expect(check?.message).toMatch(/no preflight evidence of staging.*run its preflight first/)
  })

  it('says which values could not be compared', async () => {
    const { check } = await compared({ REDIS_URL: staging.REDIS_URL }, { ...production, TOKENS: '' })
    expect(check?.findings?.map(({ label, message }) => `${label} ${message}`)).toEqual([
      'DATABASE_URL not set in staging',
      'REDIS_URL differs from staging',
      'TOKENS not set here',
    ])
  })
})

it('in staging it records what can be recognised and not be read', async () => {
  const { recorded } = await compared(staging, production)
  expect(recorded?.checks[0]).toMatchObject({
    outcome: 'pass',
    message: expect.stringMatching(/^fingerprints of 3 values/),
  })
  const text = JSON.stringify(recorded)
  for (const secret of ['pw-staging', 'db.example', 'token-one', 'redis://'])
    expect(text).not.toContain(secret)
})

it('in staging without a value there is nothing to record', async () => {
  const { recorded } = await compared({}, production)
  expect(recorded?.checks[0]).toMatchObject({ outcome: 'inconclusive' })
})

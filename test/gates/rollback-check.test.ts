import { describe, expect, it } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import type { StageName } from '../../src/core/stage.ts'
import { backupData, checkResult, previousSha, resultOf } from '../builders/results.ts'
import { sessionOf, stage, type TestSession } from '../builders/session.ts'

const outcomes = ({ checks }: Result) => checks.map(({ id, outcome }) => `${id} ${outcome}`)

/** Evidence of this rollout, as earlier stages leave it. */
const leave = (session: TestSession, name: StageName, given: Parameters<typeof resultOf>[1] = {}) =>
  session.store.write(resultOf(name, { environment: session.environment, ...given }))

describe('before the rollout', () => {
  const readiness = (previous: string, more = '') => `
gatesheet: 1
name: Test
${more}
rollback-check:
  previous: { title: What runs now, run: "${previous}", capture: { release: stdout } }
  ready: [{ title: The way back is prepared, run: "true" }]
  triggers: [{ title: Deploy failed, when: deploy }]
deploy: { after-migrate: [{ title: Up, run: "true" }] }`
  const withBackup = 'backup: { database: "${DATABASE_URL}", to: backups }'

  it('keeps what runs now as the release to go back to', async () => {
    const result = await stage(await sessionOf(readiness(`printf ${previousSha}`)), 'rollback-check-before')
    expect(result).toMatchObject({ verdict: 'go', data: { rollbackCheck: { previous: previousSha } } })
    expect(outcomes(result)).toEqual(['what-runs-now pass', 'the-way-back-is-prepared pass'])
  })

  it.each(['false', 'true'])('there is no way back to nothing: %s', async command => {
    const result = await stage(await sessionOf(readiness(command)), 'rollback-check-before')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['no-way-back'] })
    expect(result.checks[0]?.outcome).toBe('fail')
  })

  it('needs this run’s backup where the checklist takes one', async () => {
    const session = await sessionOf(readiness(`printf ${previousSha}`, withBackup))
    const without = await stage(session, 'rollback-check-before')
    expect(without).toMatchObject({ verdict: 'no-go', reasons: ['no-way-back'] })
    expect(without.checks.at(-1)).toMatchObject({ id: 'backup', outcome: 'fail' })

    await leave(session, 'backup', { data: { backup: backupData }, commit: 'f'.repeat(40) })
    expect((await stage(session, 'rollback-check-before')).verdict, 'of another commit').toBe('no-go')
    await leave(session, 'backup', { data: { backup: backupData } })
    const result = await stage(session, 'rollback-check-before')
    expect(result.verdict).toBe('go')
    expect(result.checks.at(-1)?.message).toContain(backupData.file)
  })

  it('says when the same release runs already, and does not block', async () => {
    const session = await sessionOf(readiness('printf ${sha}'))
    const result = await stage(session, 'rollback-check-before')
    expect(result.verdict).toBe('go')
    expect(result.checks.at(-1)).toMatchObject({
      id: 'previous-differs',
      outcome: 'fail',
      advisory: true,
      message: expect.stringContaining('runs already'),
    })
  })

  it.each(['v1; rm -rf /', '$(id)', '-rf', 'a b'])('a release is a plain name, not %j', async name => {
    const session = await sessionOf(readiness('printf %s \\"$RELEASE\\"'), { env: { RELEASE: name } })
    const result = await stage(session, 'rollback-check-before')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['no-way-back'] })
    expect(result.checks.at(-1)?.id).toBe('previous-named')
  })
})

describe('after the rollout', () => {
  const rollout = (migrate = '', decision = '') => `
gatesheet: 1
name: Test
migrate: { tool: sql, directory: ., database: "\${DATABASE_URL}"${migrate} }
deploy: { after-migrate: [{ title: Api is ready, run: "true" }] }
smoke: [{ title: Capture, run: "true" }, { title: Sync, run: "true", advisory: true }]
rollback-check:
  triggers:
    - { title: Not ready, when: deploy.api-is-ready }
    - { title: Smoke failed, when: [smoke.capture, smoke.sync]${decision} }
    - { title: The rollout of the API failed, when: deploy }`

  const decided = async (text: string, leaving: (session: TestSession) => Promise<unknown>) => {
    const session = await sessionOf(text)
    await leaving(session)
    return stage(session, 'rollback-check')
  }
  const migrated = (session: TestSession) =>
    leave(session, 'migrate', { data: { migrate: { tool: 'sql', before: [], applied: ['2_b.sql'] } } })
  const deployed = (session: TestSession) =>
    leave(session, 'deploy', { checks: [checkResult({ id: 'api-is-ready' })] })
  const smoked = (session: TestSession, outcome: 'pass' | 'fail' | 'error' | 'skipped', id = 'capture') =>
    leave(session, 'smoke', {
      verdict: outcome === 'pass' || id === 'sync' ? 'go' : 'no-go',
      checks: [checkResult({ id, outcome })],
    })

  it('keeps the release when nothing fired', async () => {
    const result = await decided(rollout(), async session => {
      await deployed(session)
      await smoked(session, 'pass')
    })
    expect(result).toMatchObject({ verdict: 'go', data: { rollbackCheck: { decision: 'go' } } })
    expect(outcomes(result)).toEqual(['trigger-1 pass', 'trigger-2 pass', 'trigger-3 pass', 'decision pass'])
  })

  it.each(['fail', 'error'] as const)('goes back when a check of a trigger came to %s', async outcome => {
    const result = await decided(rollout(), async session => {
      await leave(session, 'rollback-check-before', {
        data: { rollbackCheck: { because: [], previous: previousSha } },
      })
      await deployed(session)
      await smoked(session, outcome)
    })
    expect(result).toMatchObject({
      verdict: 'no-go',
      reasons: ['trigger-fired'],
      data: {
        rollbackCheck: {
          decision: 'roll-back-app',
          because: ['the trigger “Smoke failed” fired', 'smoke did not end with go'],
          previous: previousSha,
        },
      },
    })
    expect(result.checks[1]?.message).toBe('fired: smoke.capture')
  })

  it('goes back by a trigger alone, when its stage ended with go', async () => {
    const result = await decided(rollout(), session => smoked(session, 'fail', 'sync'))
    expect(result.data.rollbackCheck).toMatchObject({
      decision: 'roll-back-app',
      because: ['the trigger “Smoke failed” fired'],
    })
  })

  it('goes back when a whole stage failed, and names what was not reached', async () => {
    const result = await decided(rollout(), session =>
      leave(session, 'deploy', { verdict: 'no-go', checks: [checkResult({ id: 'api-is-ready' })] }),
    )
    expect(result.data.rollbackCheck?.decision).toBe('roll-back-app')
    expect(outcomes(result)).toEqual([
      'trigger-1 pass',
      'trigger-2 skipped',
      'trigger-3 fail',
      'decision fail',
    ])
    expect(result.checks[1]?.message).toBe('not reached: smoke.capture, smoke.sync')
  })

  it('goes back when a stage stopped that no trigger names', async () => {
    const result = await decided(rollout(), session =>
      leave(session, 'migrate', { verdict: 'no-go', data: {} }),
    )
    expect(result.data.rollbackCheck).toMatchObject({
      decision: 'roll-back-app',
      because: ['migrate did not end with go'],
    })
  })

  it.each([
    ['', 'roll-back-app', /declared backward-compatible/],
    [', backward-compatible: true', 'roll-back-app', /declared backward-compatible/],
    [', backward-compatible: false', 'roll-forward', /does not run on the schema after 2_b\.sql/],
  ])('after a migration%s: %s', async (migrate, decision, why) => {
    const result = await decided(rollout(migrate), async session => {
      await migrated(session)
      await smoked(session, 'fail')
    })
    expect(result.data.rollbackCheck?.decision).toBe(decision)
    expect(result.data.rollbackCheck?.because.at(-1)).toMatch(why)
  })

  it('goes back when nothing was migrated, compatible or not', async () => {
    const result = await decided(rollout(', backward-compatible: false'), session => smoked(session, 'fail'))
    expect(result.data.rollbackCheck?.decision).toBe('roll-back-app')
  })

  it('the gravest of what triggers ask for wins', async () => {
    const result = await decided(rollout('', ', decision: restore'), async session => {
      await leave(session, 'deploy', {
        verdict: 'no-go',
        checks: [checkResult({ id: 'api-is-ready', outcome: 'fail' })],
      })
      await smoked(session, 'fail')
    })
    expect(result.data.rollbackCheck?.decision).toBe('restore')
    expect(result.checks.at(-1)?.message).toContain('a person decides whether to restore')
    expect(result.data.rollbackCheck?.because).toHaveLength(5)
  })

  it('decides nothing when nothing was rolled out', async () => {
    const result = await decided(rollout(), async () => undefined)
    expect(result.checks.at(-1)).toMatchObject({ outcome: 'inconclusive' })
    expect(result.verdict).toBe('hold')
  })
})

import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/decision.ts'
import type { Result } from '../../src/core/result.ts'
import { backupData, previousSha, resultOf } from '../builders/results.ts'
import { type Given, sessionOf, stage } from '../builders/session.ts'

const checklist = (more = '', target = '1h') => `
gatesheet: 1
name: Test
smoke: [{ title: It answers, run: 'test "$(cat running)" = ${previousSha}' }]
rollback-check:
  target-time: ${target}
  triggers: [{ title: Smoke, when: smoke }]
  previous: { title: What runs, run: "true", capture: { release: stdout } }
rollback:
  steps:
    - { title: Put it back, run: "printf %s \${previous.sha} > running" }
    - { title: Restart, run: "\${RESTART:-true}" }
${more}`

const outcomes = ({ checks }: Result) => checks.map(({ id, outcome }) => `${id} ${outcome}`)

async function rolledBack(decision: Decision | undefined, text = checklist(), given: Given = {}) {
  const session = await sessionOf(text, given)
  const { environment, store } = session
  await store.write(
    resultOf('rollback-check-before', {
      environment,
      data: { rollbackCheck: { because: [], previous: previousSha } },
    }),
  )
  await store.write(resultOf('backup', { environment, data: { backup: backupData } }))
  if (decision)
    await store.write(
      resultOf('rollback-check', {
        environment,
        verdict: 'no-go',
        data: { rollbackCheck: { decision, because: ['x'] } },
      }),
    )
  return stage(session, 'rollback')
}

describe('going back', () => {
  it('takes the steps and then the smoke checks', async () => {
    const result = await rolledBack('roll-back-app')
    expect(result).toMatchObject({ verdict: 'go', reasons: ['rolled-back'] })
    expect(outcomes(result)).toEqual([
      'decision pass',
      'put-it-back pass',
      'restart pass',
      'it-answers pass',
      'target-time pass',
    ])
  })

  it('verifies with checks of its own where there are some', async () => {
    const result = await rolledBack(
      'roll-back-app',
      checklist('  verify: [{ title: Own, run: test -s running }]'),
    )
    expect(outcomes(result)).toContain('own pass')
    expect(outcomes(result).join()).not.toContain('it-answers')
  })

  it.each([undefined, 'go'] as const)('a person may ask for it whose decision is %s', async decision => {
    const result = await rolledBack(decision)
    expect(result).toMatchObject({ verdict: 'go', reasons: ['rolled-back'] })
    expect(result.checks[0]?.message).toContain('a person asked for this')
  })

  it('says when it took longer than it may, and has gone back all the same', async () => {
    const result = await rolledBack('roll-back-app', checklist('', '1ms'))
    expect(result.verdict).toBe('go')
    expect(result.checks.at(-1)).toMatchObject({ id: 'target-time', outcome: 'fail', advisory: true })
  })
})

describe('not going back', () => {
  it('a step that fails, after which nothing is verified', async () => {
    const result = await rolledBack('roll-back-app', checklist(), { env: { RESTART: 'false' } })
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['rollback-failed'] })
    expect(result.message).toContain('by hand, now')
    expect(outcomes(result)).toEqual([
      'decision pass',
      'put-it-back pass',
      'restart fail',
      'target-time pass',
    ])
  })

  it('smoke checks that fail afterwards', async () => {
    const result = await rolledBack('roll-back-app', checklist(), {
      env: { RESTART: 'echo other > running' },
    })
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['rollback-failed'] })
    expect(outcomes(result)).toContain('it-answers fail')
  })

  it('the decision to roll forward, for which nothing is touched', async () => {
    const result = await rolledBack('roll-forward')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['rollback-failed'] })
    expect(outcomes(result)).toEqual(['decision fail'])
    expect(result.message).toContain('the decision is roll-forward')
  })
})

it('restore puts the release back, and leaves the data to a person', async () => {
  const result = await rolledBack('restore')
  expect(result).toMatchObject({ verdict: 'hold', reasons: ['restore-needs-a-person'] })
  expect(result.message).toContain(`decide whether to restore ${backupData.file}`)
  expect(outcomes(result)).toContain('it-answers pass')
})

import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StageName } from '../../src/core/stage.ts'
import { yesApprover } from '../../src/engine/approver.ts'
import { runRollout } from '../../src/engine/rollout.ts'
import { type Given, sessionOf } from '../builders/session.ts'

/** Each stage appends its name to a file; `FAIL` names those that then fail. */
const step = (name: string) =>
  `[{ title: ${name}, run: 'echo ${name} >> trace; case " $FAIL " in *" ${name} "*) exit 1;; esac' }]`
const flags = { observe: 'observe: { for: 20ms, every: 10ms, checks: ' }
const checklist = (more = '') => `gatesheet: 1
name: Rollout
preflight: ${step('preflight')}
deploy: { before-migrate: ${step('deploy-first')}, after-migrate: ${step('deploy')} }
smoke: ${step('smoke')}
${flags.observe}${step('observe')} }
rollback-check:
  previous: { title: Previous, run: "echo v1", capture: { release: stdout } }
  triggers:
    - { title: Smoke failed, when: smoke.smoke }
    - { title: Data vanished, when: observe.observe, decision: restore }
${more}sign-off: { approvers: { at-least: 1 }, attest: [Somebody is on call], record: [operator, commit, smoke, decision, approvals] }
`
const withRollback = checklist(`rollback: { steps: ${step('rollback')}, verify: ${step('verify')} }\n`)

async function rolledOut(text: string, given: Given & { fail?: string } = {}) {
  const { fail = '', ...rest } = given
  const session = await sessionOf(text, {
    approver: yesApprover('ada'),
    env: { FAIL: fail },
    ...rest,
  })
  const { results, deciding, leftOut } = await runRollout(session)
  const trace = join(session.folder, 'trace')
  return {
    session,
    results,
    leftOut,
    deciding: `${deciding?.stage} ${deciding?.verdict}`,
    stages: results.map(({ stage, verdict }) => `${stage} ${verdict}`),
    of: (name: StageName) => results.find(result => result.stage === name),
    trace: existsSync(trace) ? readFileSync(trace, 'utf8').trim().split('\n') : [],
  }
}

const start = ['preflight go', 'rollback-check-before go', 'sign-off go']

it('runs every stage in order, whatever the order of the file, and writes the record', async () => {
  const { stages, trace, deciding, of, session } = await rolledOut(withRollback)
  expect(stages).toEqual([
    ...start,
    'deploy-before-migrate go',
    'deploy go',
    'smoke go',
    'observe go',
    'rollback-check go',
    'record go',
  ])
  expect(trace.filter(name => name !== 'observe')).toEqual(['preflight', 'deploy-first', 'deploy', 'smoke'])
  expect(deciding).toBe('record go')
  expect(of('record')?.data.record?.map(({ field, value }) => `${field} ${value}`)).toEqual([
    'operator ada',
    `commit ${session.commit}`,
    'smoke yes',
    'decision go',
    'approvals ada',
  ])
  expect(
    (await readdir(join(session.evidence, 'staging'))).filter(name => name.endsWith('.json')),
  ).toHaveLength(9)
})

it('says aloud which stages the checklist does not have', async () => {
  const { session, leftOut } = await rolledOut(withRollback)
  const told = session.events.flatMap(event =>
    event.type === 'stage-left-out' ? [`${event.stage.name}: ${event.why}`] : [],
  )
  expect(told).toEqual([
    'backup: the checklist has no `backup`',
    'migrate-preview: the checklist has no `migrate`',
    'migrate: the checklist has no `migrate`',
  ])
  expect(leftOut).toHaveLength(3)
})

describe('a no-go', () => {
  it.each<[string, string[], string[]]>([
    ['preflight', ['preflight no-go', 'record go'], ['preflight']],
    [
      'deploy-first',
      [...start, 'deploy-before-migrate no-go', 'rollback-check no-go', 'rollback go', 'record go'],
      ['preflight', 'deploy-first', 'rollback', 'verify'],
    ],
    [
      'deploy',
      [
        ...start,
        'deploy-before-migrate go',
        'deploy no-go',
        'rollback-check no-go',
        'rollback go',
        'record go',
      ],
      ['preflight', 'deploy-first', 'deploy', 'rollback', 'verify'],
    ],
    [
      'smoke',
      [
        ...start,
        'deploy-before-migrate go',
        'deploy go',
        'smoke no-go',
        'rollback-check no-go',
        'rollback go',
        'record go',
      ],
      ['preflight', 'deploy-first', 'deploy', 'smoke', 'rollback', 'verify'],
    ],
  ])(
    'at %s stops the way forward, and rolls back only when something may have changed',
    async (fail, stages, trace) => {
      const rollout = await rolledOut(withRollback, { fail })
      expect(rollout.stages).toEqual(stages)
      expect(rollout.trace).toEqual(trace)
      expect(rollout.deciding).toMatch(/no-go$/)
    },
  )

  it('names in the record what runs after the rollback', async () => {
    const { of, session } = await rolledOut(withRollback, { fail: 'smoke' })
    expect(of('record')?.data.record?.find(({ field }) => field === 'commit')?.value).toBe(
      `v1 (rolled back from ${session.commit})`,
    )
    expect(of('rollback-check')?.data.rollbackCheck).toMatchObject({
      decision: 'roll-back-app',
      previous: 'v1',
    })
  })

  it('without rollback steps ends with the decision', async () => {
    const { stages, deciding } = await rolledOut(checklist(), { fail: 'smoke' })
    expect(stages.slice(-3)).toEqual(['smoke no-go', 'rollback-check no-go', 'record go'])
    expect(deciding).toBe('smoke no-go')
  })

  it.each(['rollback', 'verify'])('whose rollback fails at %s says so everywhere', async broken => {
    const { of, deciding } = await rolledOut(withRollback, { fail: `smoke ${broken}` })
    expect(of('rollback')).toMatchObject({ verdict: 'no-go', reasons: ['rollback-failed'] })
    expect(of('record')?.data.record?.find(({ field }) => field === 'commit')?.value).toMatch(
      /^unclear: the rollback from/,
    )
    expect(deciding).toBe('smoke no-go')
  })

  it('that puts the data in doubt leaves the restore to a person', async () => {
    const { of } = await rolledOut(withRollback, { fail: 'observe' })
    expect(of('rollback-check')?.data.rollbackCheck?.decision).toBe('restore')
    expect(of('rollback')).toMatchObject({ verdict: 'hold', reasons: ['restore-needs-a-person'] })
  })
})

describe('a hold at the sign-off', () => {
  it.each<[string, Given]>([
    [
      'nobody approved',
      { approver: { operator: 'ada', approvals: async () => [], attest: async () => 'ada' } },
    ],
    ['nobody attested', { approver: { ...yesApprover('ada'), attest: async () => undefined } }],
  ])('because %s leaves everything untouched', async (_, given) => {
    const { stages, trace, deciding } = await rolledOut(withRollback, given)
    expect(stages).toEqual(['preflight go', 'rollback-check-before go', 'sign-off hold', 'record go'])
    expect(trace).toEqual(['preflight'])
    expect(deciding).toBe('sign-off hold')
  })
})

it('does not go on with what an earlier rollout found', async () => {
  const first = await rolledOut(withRollback)
  const again = await rolledOut(withRollback, { folder: first.session.folder, fail: 'preflight' })
  expect(again.stages).toEqual(['preflight no-go', 'record go'])
  const record = again.of('record')?.data.record
  expect(record?.find(({ field }) => field === 'smoke')?.value).toBe('no (not reached)')
})

it('with nothing to do in this environment has no result', async () => {
  const text = 'gatesheet: 1\nname: T\nbackup: { database: x, to: y, in: [production] }\n'
  const session = await sessionOf(text)
  const { results, deciding, leftOut } = await runRollout(session)
  expect([results, deciding]).toEqual([[], undefined])
  expect(leftOut.map(({ why }) => why)).toContain('only in production')
})

describe('rollback readiness', () => {
  const only = `gatesheet: 1
name: T
smoke: [{ title: S, run: echo fine }]
rollback-check: { triggers: [{ title: T, when: smoke }] }
sign-off: { record: [smoke] }
`
  it('is left out where there is nothing to look at beforehand, and holds nothing up', async () => {
    const { stages, leftOut } = await rolledOut(only)
    expect(stages).toEqual(['sign-off go', 'smoke go', 'rollback-check go', 'record go'])
    expect(leftOut.map(({ why }) => why)).toContain('`rollback-check` has nothing for `before`')
  })

  it('asks for a backup only in the environments that take one', async () => {
    const text = `${only}backup: { database: "\${DATABASE_URL}", to: backups, in: [production] }\n`
    expect((await rolledOut(text)).deciding).toBe('record go')
    expect((await rolledOut(text, { environment: 'production' })).deciding).toBe('backup no-go')
  })
})

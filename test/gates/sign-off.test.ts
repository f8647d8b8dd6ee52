import { describe, expect, it } from 'vitest'
import type { Approval, Result } from '../../src/core/result.ts'
import { stageNames } from '../../src/core/stage.ts'
import { givenApprover } from '../../src/engine/approver.ts'
import type { Approver } from '../../src/gates/definition.ts'
import { backupData, checkResult, resultOf } from '../builders/results.ts'
import { type Given, sessionOf, stage, type TestSession } from '../builders/session.ts'

const checklist = (approvers = '', more = '') => `
gatesheet: 1
name: Test
preflight: [{ title: Good, run: "true" }]
smoke: [{ title: Health, run: "true" }, { title: Sync, run: "true" }]
sign-off:
  ${approvers ? `approvers: ${approvers}` : ''}
  ${more}
  record: [timestamp, operator, commit, backup, migration, smoke, decision, approvals, { title: API healthy, passed: [smoke.health] }]`

type Wish = Partial<Approval> & { by: string }

/** Approves what it is shown, by these people; a digest of its own stands for other evidence. */
const approving = (...people: Wish[]): Approver => ({
  ...givenApprover('ada', []),
  approvals: async ({ digest }) =>
    people.map(person => ({
      state: 'approved' as const,
      digest,
      at: '2026-03-01T10:00:00.000Z',
      via: 'given' as const,
      ...person,
    })),
})

async function ready(text: string, given: Given = {}): Promise<TestSession> {
  const session = await sessionOf(text, given)
  await stage(session, 'preflight')
  return session
}

const signOff = async (text: string, given: Given = {}) => stage(await ready(text, given), 'sign-off')
const outcomes = ({ checks }: Result) => checks.map(({ id, outcome }) => `${id} ${outcome}`)

describe('an approval', () => {
  it('lets the rollout go on, and stands in the evidence', async () => {
    const result = await signOff(checklist(), { approver: approving({ by: 'bob', role: 'Lead' }) })
    expect(result).toMatchObject({ verdict: 'go', reasons: ['all-passed'] })
    expect(result.data.approvals).toEqual([
      {
        by: 'bob',
        role: 'Lead',
        state: 'approved',
        digest: result.data.approvedDigest,
        at: '2026-03-01T10:00:00.000Z',
        via: 'given',
      },
    ])
    expect(result.checks[0]?.message).toBe('approved by bob')
  })

  it('is of this very evidence: what was looked into again must be approved again', async () => {
    const session = await ready(checklist(), { approver: approving({ by: 'bob' }) })
    const first = await stage(session, 'sign-off')
    const approver = givenApprover('ada', first.data.approvals ?? [])
    expect((await stage({ ...session, approver }, 'sign-off')).verdict).toBe('go')

    await stage(session, 'preflight')
    const result = await stage({ ...session, approver }, 'sign-off')
    expect(result).toMatchObject({ verdict: 'hold', reasons: ['approval-void'] })
    expect(result.message).toMatch(/1 approval was given for other evidence/)
    expect(result.data.approvedDigest).not.toBe(first.data.approvedDigest)
  })

  it.each([
    ['commit', { commit: 'f'.repeat(40) }],
    ['environment', { environment: 'production' }],
  ])('is of this %s', async (_, other) => {
    const session = await ready(checklist(), { approver: approving({ by: 'bob' }) })
    const first = await stage(session, 'sign-off')
    const approver = givenApprover('ada', first.data.approvals ?? [])
    const elsewhere = { ...session, ...other, approver }
    await stage(elsewhere, 'preflight')
    const result = await stage(elsewhere, 'sign-off')
    expect(result).toMatchObject({ verdict: 'hold', reasons: ['approval-void'] })
  })

  it.each([
    ['', [], 'hold', 'approval-missing', /nobody has approved yet/],
    ['{ at-least: 2 }', [{ by: 'bob' }], 'hold', 'approval-missing', /1 of 2 people have approved/],
    ['{ at-least: 2 }', [{ by: 'bob' }, { by: 'BOB' }], 'hold', 'approval-missing', /1 of 2/],
    ['{ at-least: 2 }', [{ by: 'bob' }, { by: 'eve' }], 'go', 'all-passed', /./],
    [
      '{ at-least: 2 }',
      [{ by: 'bob' }, { by: 'eve', digest: 'sha256:00' }],
      'hold',
      'approval-missing',
      /1 of 2 people/,
    ],
    [
      '{ roles: [Lead, PM] }',
      [{ by: 'bob', role: 'PM' }],
      'hold',
      'approval-missing',
      /nobody has approved as Lead/,
    ],
    [
      '{ roles: [Lead] }',
      [{ by: 'bob', role: 'Lead', digest: 'sha256:00' }],
      'hold',
      'approval-void',
      /other evidence/,
    ],
    [
      '{ roles: [Lead, PM] }',
      [
        { by: 'bob', role: 'PM' },
        { by: 'eve', role: 'Lead' },
      ],
      'go',
      'all-passed',
      /./,
    ],
    [
      '',
      [{ by: 'bob' }, { by: 'eve', state: 'rejected', comment: 'not on a Friday' }],
      'no-go',
      'approval-rejected',
      /rejected by eve \(“not on a Friday”\)/,
    ],
  ] as [string, Wish[], string, string, RegExp][])(
    '%s from %j: %s',
    async (rules, people, verdict, reason, message) => {
      const result = await signOff(checklist(rules), { approver: approving(...people) })
      expect(result).toMatchObject({ verdict, reasons: [reason] })
      expect(result.message).toMatch(message)
    },
  )

  it.each([
    ['nothing was looked into', {}],
    ['another commit was', { commit: 'f'.repeat(40) }],
  ])('is not asked for when %s', async (_, other) => {
    const session = await sessionOf(checklist(), { approver: { ...approving(), approvals: never } })
    await stage({ ...session, ...other }, 'preflight')
    if (Object.keys(other).length === 0) await session.store.setAside(session.environment, 'preflight')
    const result = await stage(session, 'sign-off')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['stage-missing'] })
    expect(result.message).toMatch(/preflight/i)
  })

  it('is not asked for when something before it did not end with go', async () => {
    const approver = { ...approving(), approvals: never }
    const result = await signOff(checklist().replace('Good, run: "true"', 'Bad, run: "false"'), { approver })
    expect(result.verdict).toBe('no-go')
    expect(result.checks[0]?.message).toBe('preflight did not end with go, so there is nothing to approve')
  })
})

const never = async (): Promise<never> => {
  throw new Error('nobody was to be asked')
}

describe('an attestation', () => {
  const text = checklist('', 'attest: [Rollback owner is named, Support knows]')

  it('is waited for', async () => {
    const given = { approver: approving({ by: 'bob' }), attestations: { 'support-knows': 'eve' } }
    const result = await signOff(text, given)
    expect(result).toMatchObject({ verdict: 'hold', reasons: ['waiting-for-a-person'] })
    expect(outcomes(result)).toEqual([
      'approval pass',
      'rollback-owner-is-named pending',
      'support-knows pass',
    ])
    expect(result.checks[2]?.message).toBe('attested by eve')
    const attestations = { ...given.attestations, 'rollback-owner-is-named': 'bob' }
    expect((await signOff(text, { ...given, attestations })).verdict).toBe('go')
  })

  it('does not stand in for an approval', async () => {
    const result = await signOff(text, {
      attestations: { 'support-knows': 'eve', 'rollback-owner-is-named': 'bob' },
    })
    expect(result).toMatchObject({ verdict: 'hold', reasons: ['approval-missing'] })
  })
})

describe('the record', () => {
  it('says of each field what it is and where that stands', async () => {
    const session = await ready(checklist(), { approver: approving({ by: 'bob', role: 'Lead' }) })
    const { environment, commit, store } = session
    await stage(session, 'sign-off')
    await store.write(resultOf('backup', { environment, data: { backup: backupData } }))
    await store.write(resultOf('deploy', { environment }))
    await store.write(resultOf('smoke', { environment, checks: [checkResult({ id: 'health' })] }))
    const result = await stage(session, 'record')
    expect(result.verdict).toBe('go')
    const fields = result.data.record ?? []
    expect(fields.map(({ field, value, from }) => [field, value, ...from])).toEqual([
      ['timestamp', expect.stringMatching(/^20\d\d-.*Z$/), 'record'],
      ['operator', 'ada', 'record'],
      ['commit', commit, 'deploy'],
      ['backup', `yes (${backupData.file})`, 'backup'],
      ['migration', 'no (not reached)'],
      ['smoke', 'yes', 'smoke'],
      ['decision', 'none was needed'],
      ['approvals', 'bob (Lead)', 'sign-off'],
      ['API healthy', 'yes', 'smoke.health'],
    ])
    expect(result.checks[0]?.message).toBe(
      'not reached, so without evidence: Migration completed, Rollback decision',
    )
    for (const reference of fields.flatMap(({ from }) => from).filter(from => from !== 'record')) {
      const [name, id] = reference.split('.')
      const evidence = await store.read(environment, stageNames.find(item => item === name) ?? 'record')
      expect(evidence?.stage, reference).toBe(name)
      if (id) expect(evidence?.checks.map(check => check.id)).toContain(id)
    }
  })

  it('says no of what failed, and of what was not reached', async () => {
    const session = await sessionOf(checklist())
    const checks = [checkResult({ id: 'health', outcome: 'fail' })]
    await session.store.write(resultOf('smoke', { environment: 'staging', verdict: 'no-go', checks }))
    const values = Object.fromEntries(
      ((await stage(session, 'record')).data.record ?? []).map(({ field, value }) => [field, value]),
    )
    expect(values).toMatchObject({
      commit: 'nothing was deployed',
      backup: 'no (not reached)',
      smoke: 'no',
      'API healthy': 'no',
      approvals: 'nobody',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { fillRecord, type RecordWish, recordFields } from '../../src/core/record.ts'
import type { Result } from '../../src/core/result.ts'
import type { StageName } from '../../src/core/stage.ts'
import { backupData, checkResult, commitSha, previousSha, resultOf } from '../builders/results.ts'

const now = '2026-03-01T11:00:00.000Z'
const fill = (results: Result[], wishes: RecordWish[]) =>
  fillRecord(wishes, { results: new Map(results.map(item => [item.stage, item])), operator: 'ada', now })
const value = (results: Result[], wish: RecordWish) => fill(results, [wish])[0]?.value

const migrateData = { tool: 'sql', before: [], applied: ['0002_b.sql'] }
const complete: Result[] = [
  resultOf('preflight'),
  resultOf('backup', { data: { backup: backupData } }),
  resultOf('rollback-check-before', { data: { rollbackCheck: { because: [], previous: previousSha } } }),
  resultOf('sign-off', {
    data: { approvals: [{ by: 'bob', role: 'Lead', state: 'approved', digest: 'd', at: now, via: 'given' }] },
  }),
  resultOf('migrate', { data: { migrate: migrateData } }),
  resultOf('deploy', {
    checks: [checkResult({ id: 'api-is-live' }), checkResult({ id: 'worker', outcome: 'skipped' })],
  }),
  resultOf('smoke'),
  resultOf('observe'),
  resultOf('rollback-check', {
    checks: [checkResult({ id: 'decision' })],
    data: { rollbackCheck: { decision: 'go', because: [] } },
  }),
]
const rolledBack = (reason: 'rolled-back' | 'rollback-failed' | 'restore-needs-a-person') =>
  resultOf('rollback', { verdict: 'no-go', reasons: [reason] })

it.each([
  ['timestamp', now],
  ['operator', 'ada'],
  ['commit', commitSha],
  ['backup', `yes (${backupData.file})`],
  ['migration', 'yes (0002_b.sql)'],
  ['smoke', 'yes'],
  ['observation', 'yes'],
  ['rollback-path', 'yes'],
  ['decision', 'go'],
  ['approvals', 'bob (Lead)'],
])('%s after a complete rollout is %s', (field, expected) => expect(value(complete, field)).toBe(expected))

it('says of everything else that it was not reached', () => {
  const fields = fill([resultOf('preflight')], Object.keys(recordFields))
  const without = fields.filter(({ field }) => !['timestamp', 'operator'].includes(field))
  expect(without.map(({ value }) => value)).toEqual([
    'nothing was deployed',
    'no (not reached)',
    'no (not reached)',
    'no (not reached)',
    'no (not reached)',
    'no (not reached)',
    'none was needed',
    'nobody',
  ])
  expect(without.flatMap(({ from }) => from)).toEqual([])
})

describe('a field over checks and stages', () => {
  const passed = (...references: string[]) => value(complete, { title: 'X', passed: references })
  it.each([
    [['deploy.api-is-live'], 'yes'],
    [['deploy.api-is-live', 'smoke'], 'yes'],
    [['deploy.api-is-live', 'deploy.worker'], 'no (not reached)'],
    [['deploy.no-such-check'], 'no (not reached)'],
    [['rollback'], 'no (not reached)'],
  ])('%j is %s', (references, expected) => expect(passed(...references)).toBe(expected))

  it.each(['fail', 'error', 'inconclusive', 'pending'] as const)('is no when a check came to %s', outcome => {
    const results = [resultOf('deploy', { checks: [checkResult({ id: 'live', outcome })] })]
    expect(value(results, { title: 'X', passed: ['smoke', 'deploy.live'] })).toBe('no')
  })
})

it('is no when the stage did not end with go', () => {
  expect(value([resultOf('smoke', { verdict: 'hold' })], 'smoke')).toBe('no')
})

it.each([
  ['rolled-back', `${previousSha} (rolled back from ${commitSha})`],
  ['rollback-failed', `unclear: the rollback from ${commitSha} failed`],
  // The previous release runs again; only the data waits for a person.
  ['restore-needs-a-person', `${previousSha} (rolled back from ${commitSha})`],
] as const)('names the release that runs after %s', (reason, expected) => {
  expect(value([...complete, rolledBack(reason)], 'commit')).toBe(expected)
})

it('does not count a rejection as an approval', () => {
  const approvals = [{ by: 'eve', state: 'rejected' as const, digest: 'd', at: now, via: 'given' as const }]
  expect(value([resultOf('sign-off', { data: { approvals } })], 'approvals')).toBe('nobody')
})

it('traces every value to evidence that is there', () => {
  const wishes = [...Object.keys(recordFields), { title: 'Live', passed: ['deploy.api-is-live', 'smoke'] }]
  const results = [...complete, rolledBack('rolled-back')]
  for (const { label, from } of fill(results, wishes)) {
    expect(from, label).not.toEqual([])
    for (const reference of from) {
      const [stage = '', id] = reference.split('.')
      if (stage === 'record') continue
      const found = results.find(result => result.stage === (stage as StageName))
      expect(found, `${label}: ${reference}`).toBeDefined()
      if (id) expect(found?.checks.map(check => check.id)).toContain(id)
    }
  }
})

import { expect, it } from 'vitest'
import type { Migration } from '../../src/core/migration.ts'
import type { MigrateEvidence, Result } from '../../src/core/result.ts'
import { stateOf } from '../../src/core/state.ts'
import { backupData, checkResult, commitSha, previousSha, resultOf } from '../builders/results.ts'

const backup = resultOf('backup', { data: { backup: backupData } })
const before = resultOf('rollback-check-before', {
  data: { rollbackCheck: { because: [], previous: previousSha } },
})
const list = (...states: [string, Migration['state']][]) => states.map(([name, state]) => ({ name, state }))
const migrate = (data: Partial<MigrateEvidence>, given: Partial<Result> = {}) =>
  resultOf('migrate', {
    checks: [checkResult({ id: 'list' }), checkResult({ id: 'apply' })],
    data: { migrate: { tool: 'sql', before: [], applied: [], ...data } },
    ...given,
  })
const deployed = [resultOf('deploy-before-migrate'), migrate({ applied: ['2.sql'] }), resultOf('deploy')]
const failing: Partial<Result> = { verdict: 'no-go', reasons: ['check-failed'], message: 'It broke.' }
const decision = (name: 'go' | 'roll-back-app' | 'roll-forward' | 'restore') =>
  resultOf('rollback-check', {
    ...(name === 'go' ? {} : { verdict: 'no-go', reasons: ['trigger-fired'] }),
    data: { rollbackCheck: { decision: name, because: [] } },
  })
const rollback = (reason: 'rolled-back' | 'rollback-failed' | 'restore-needs-a-person' | 'check-error') =>
  resultOf('rollback', { verdict: reason === 'rolled-back' ? 'go' : 'no-go', reasons: [reason] })

const newRuns = `The new release ${commitSha.slice(0, 12)} runs.`
const partly = `The new release ${commitSha.slice(0, 12)} is (partly) deployed and not proved to work.`
const previousRuns = `The previous release ${previousSha.slice(0, 12)} runs: no deploy step was reached.`
const runsAgain = `The previous release ${previousSha.slice(0, 12)} runs again, and passed its checks after the rollback.`
const notCertain = /Which release runs is not certain/
const applied = 'Migrations applied, and still there: 2.sql.'
const halfWay = {
  applied: ['2.sql'],
  failed: '3.sql',
  after: list(['2.sql', 'applied'], ['3.sql', 'pending'], ['4.sql', 'pending']),
}

it.each<[string, Result[], (string | RegExp)[], (string | RegExp)[]]>([
  [
    'stopped in the preflight',
    [resultOf('preflight', failing)],
    ['Nothing was changed: the release and the schema are as before.'],
    [/^Look at preflight: It broke\.$/, /^Correct it/],
  ],
  [
    'waiting for an approval',
    [backup, before, resultOf('sign-off', { verdict: 'hold', reasons: ['approval-missing'] })],
    [
      /^Nothing was changed/,
      `A backup of ${backupData.takenAt} is at ${backupData.file} (sha256 ffffffffffff…).`,
    ],
    [/^Look at sign-off/, /^Nothing has to be undone/],
  ],
  [
    'a backup that failed',
    [resultOf('backup', failing)],
    [/^Nothing was changed/, 'This run has no backup, and left no partial file.'],
    [/^Look at backup/, /^Correct it/],
  ],
  [
    'stopped at a migration that failed in the middle',
    [before, resultOf('deploy-before-migrate'), migrate(halfWay, failing), decision('roll-back-app')],
    [
      partly,
      `${applied} 3.sql failed and left nothing behind (its transaction was rolled back). Not started: 4.sql.`,
    ],
    [/^The checklist has no rollback steps/, /^Look at migrate/],
  ],
  [
    'stopped at a migration of a tool without transactions',
    [before, migrate({ ...halfWay, tool: 'command' }, failing)],
    [previousRuns, `${applied} 3.sql failed. Not started: 4.sql.`],
    [/^Look at migrate/, /^Correct it/],
  ],
  [
    'stopped because the ledger and the files disagree',
    [before, migrate({}, { ...failing, checks: [checkResult({ id: 'list', outcome: 'fail' })] })],
    [previousRuns, 'No migration was applied.'],
    [/^Look at migrate/, /^Correct it/],
  ],
  [
    'a database that was lost while it was migrated',
    [before, migrate({}, failing)],
    [previousRuns, /^Which migrations were applied is not certain/],
    [/^Look at migrate/, /^Correct it/],
  ],
  [
    'complete',
    [before, ...deployed, resultOf('smoke'), decision('go'), resultOf('record')],
    [newRuns, applied],
    [/^Nothing: the rollout is complete\.$/],
  ],
  [
    'half-way, stage by stage',
    [before, ...deployed],
    [newRuns, applied],
    [/^Every stage that ran ended with go/],
  ],
  [
    'without a deploy of its own',
    [before, resultOf('smoke')],
    [previousRuns, /^The schema is as before/],
    [/^Every stage that ran ended with go/],
  ],
  [
    'rolled back after a failed smoke',
    [before, ...deployed, resultOf('smoke', failing), decision('roll-back-app'), rollback('rolled-back')],
    [runsAgain, applied],
    [/^Look at smoke/, /^Correct it/],
  ],
  [
    'a failed rollback',
    [
      backup,
      before,
      ...deployed,
      resultOf('smoke', failing),
      decision('roll-back-app'),
      rollback('rollback-failed'),
    ],
    [notCertain, applied, /^A backup of/],
    [
      'Put the previous release back by hand, now.',
      /^Look at smoke/,
      `If the data is in doubt, the backup is ${backupData.file}.`,
    ],
  ],
  [
    'a rollback that broke down',
    [before, ...deployed, resultOf('smoke', failing), decision('roll-back-app'), rollback('check-error')],
    [notCertain, applied],
    [/./, /./],
  ],
  [
    'a schema that the previous release cannot use',
    [before, ...deployed, resultOf('smoke', failing), decision('roll-forward')],
    [partly, applied],
    [/^Repair with a new release/, /^Look at smoke/],
  ],
  [
    'data in doubt',
    [
      backup,
      before,
      ...deployed,
      resultOf('smoke', failing),
      decision('restore'),
      rollback('restore-needs-a-person'),
    ],
    [runsAgain, applied, /^A backup of/],
    [`A person decides whether to restore ${backupData.file}.`, /^Look at smoke/],
  ],
  [
    'cancelled while it deployed',
    [before, resultOf('deploy-before-migrate', { verdict: 'no-go', reasons: ['cancelled', 'check-error'] })],
    [partly, /^The schema is as before/],
    [/^Run again/, /--gate rollback/],
  ],
  [
    'cancelled before anything changed',
    [resultOf('preflight', { verdict: 'no-go', reasons: ['cancelled', 'check-error'] })],
    [/^Nothing was changed/],
    [/^Run again/],
  ],
])('%s', (_, results, is, next) => {
  const state = stateOf(results)
  for (const [sentences, expected] of [
    [state.is, is],
    [state.next, next],
  ] as const) {
    expect(sentences).toHaveLength(expected.length)
    for (const [index, words] of expected.entries())
      if (typeof words === 'string') expect(sentences[index]).toBe(words)
      else expect(sentences[index]).toMatch(words)
  }
})

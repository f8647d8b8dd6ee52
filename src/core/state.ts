import { namesOf } from './migration.ts'
import { runsAgain } from './record.ts'
import type { Result } from './result.ts'
import { changingStages, type StageName, stageOf } from './stage.ts'

/** What a rollout left behind, in sentences, and what a person does next. */
export interface EnvironmentState {
  /** Each sentence is true of the environment now, as far as the evidence knows. */
  is: string[]
  next: string[]
}

type Results = ReadonlyMap<StageName, Result>

/** Tells from the evidence alone what state the environment is in. */
export function stateOf(list: readonly Result[]): EnvironmentState {
  const results: Results = new Map(list.map(result => [result.stage, result]))
  const touched = changingStages.some(stage => results.has(stage))
  return {
    is: [
      ...(touched
        ? [releaseState(results), ...schemaState(results)]
        : ['Nothing was changed: the release and the schema are as before.']),
      ...backupState(results),
    ],
    next: nextSteps(list, results),
  }
}

function releaseState(results: Results): string {
  const before = results.get('rollback-check-before')?.data.rollbackCheck?.previous
  const previous = before ? `The previous release ${before.slice(0, 12)}` : 'The previous release'
  const rollback = results.get('rollback')
  if (rollback)
    return runsAgain(rollback)
      ? `${previous} runs again, and passed its checks after the rollback.`
      : 'Which release runs is not certain: the rollback did not end in a verified state.'
  const deploys = [results.get('deploy-before-migrate'), results.get('deploy')].filter(
    result => result !== undefined,
  )
  const commit = deploys[0]?.commit.slice(0, 12) ?? ''
  if (deploys.length === 0) return `${previous} runs: no deploy step was reached.`
  // After a failed migration the rest of the deploy was not reached.
  const proofs = [...deploys, results.get('migrate'), results.get('smoke')]
  if (proofs.every(result => result === undefined || result.verdict === 'go'))
    return `The new release ${commit} runs.`
  return `The new release ${commit} is (partly) deployed and not proved to work.`
}

function schemaState(results: Results): string[] {
  const result = results.get('migrate')
  const migrate = result?.data.migrate
  if (!result) return ['The schema is as before: no migration was started.']
  const tried = result.checks.some(check => check.id === 'apply')
  if (!migrate || (result.verdict !== 'go' && tried && !migrate.after))
    return ['Which migrations were applied is not certain: look at the ledger of the database.']
  const applied =
    migrate.applied.length > 0
      ? `Migrations applied, and still there: ${migrate.applied.join(', ')}.`
      : 'No migration was applied.'
  if (!migrate.failed) return [applied]
  const pending = migrate.after
    ? namesOf(migrate.after, 'pending').filter(name => name !== migrate.failed)
    : []
  const rest = pending.length > 0 ? ` Not started: ${pending.join(', ')}.` : ''
  const undone = migrate.tool === 'sql' ? ' and left nothing behind (its transaction was rolled back)' : ''
  return [`${applied} ${migrate.failed} failed${undone}.${rest}`]
}

function backupState(results: Results): string[] {
  const backup = results.get('backup')
  const taken = backup?.data.backup
  if (taken)
    return [`A backup of ${taken.takenAt} is at ${taken.file} (sha256 ${taken.sha256.slice(0, 12)}…).`]
  return backup ? ['This run has no backup, and left no partial file.'] : []
}

function nextSteps(list: readonly Result[], results: Results): string[] {
  const stopped = list.find(result => result.verdict !== 'go')
  if (!stopped)
    return [
      results.has('record')
        ? 'Nothing: the rollout is complete.'
        : 'Every stage that ran ended with go; run the next one, where there is one.',
    ]
  const decision = results.get('rollback-check')?.data.rollbackCheck?.decision
  const rollback = results.get('rollback')
  const backup = results.get('backup')?.data.backup
  const cause = `Look at ${stageOf(stopped.stage).title.toLowerCase()}: ${stopped.message}`
  if (stopped.reasons.includes('cancelled'))
    return [
      'Run again: migrations that are applied are skipped, what is missing is done.',
      ...(changingStages.some(stage => results.has(stage))
        ? ['Or go back to the previous release: `gatesheet run … --gate rollback`.']
        : []),
    ]
  if (rollback?.reasons.includes('rollback-failed'))
    return [
      'Put the previous release back by hand, now.',
      cause,
      ...(backup ? [`If the data is in doubt, the backup is ${backup.file}.`] : []),
    ]
  if (decision === 'roll-forward')
    return ['Repair with a new release: the previous one does not run on this schema.', cause]
  if (decision === 'restore')
    return [`A person decides whether to restore ${backup?.file ?? 'a backup'}.`, cause]
  if (decision && decision !== 'go' && !rollback)
    return ['The checklist has no rollback steps: put the previous release back by hand.', cause]
  if (stopped.verdict === 'hold')
    return [cause, 'Nothing has to be undone; run this stage again when that is settled.']
  return [cause, 'Correct it in a new commit or in the environment, then roll out again.']
}

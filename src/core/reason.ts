/**
 * The closed list of reason codes, each with the sentence that the reference prints.
 * Scripts may rely on a code; a code is never renamed, only added.
 */
export const reasons = {
  'all-passed': 'every blocking check passed',
  'check-failed': 'a blocking check failed',
  'check-error': 'a blocking check could not look',
  'check-inconclusive': 'a blocking check found no data to judge',
  'waiting-for-a-person': 'a check waits for a person',
  'nothing-checked': 'the gate checked nothing, and silence is never green',
  'not-in-environment': 'the checklist does not ask for this gate in this environment',
  'backup-failed': 'no backup of this run exists',
  'backup-unverified': 'a backup was written but did not verify, and was removed',
  'migration-failed': 'a migration failed; the evidence names what was applied',
  'migration-state-unclear': 'the ledger and the migration files disagree; nothing was applied',
  'deploy-unproved': 'a deploy step or its proof failed',
  'trigger-fired': 'a rollback trigger fired',
  'no-way-back': 'the way back is not prepared',
  'rolled-back': 'the rollback steps ran and the checks after them passed',
  'rollback-failed': 'the rollback did not end in a verified state',
  'restore-needs-a-person': 'the decision is to restore data, which only a person may confirm',
  'approval-missing': 'nobody has approved this evidence yet',
  'approval-rejected': 'an approver said no',
  'approval-void': 'the approval was given for other evidence or another commit',
  'stage-missing': 'evidence of an earlier stage is missing',
  cancelled: 'the run was cancelled',
} as const
export type Reason = keyof typeof reasons
export const reasonCodes = Object.keys(reasons) as [Reason, ...Reason[]]

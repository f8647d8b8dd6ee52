/** What a rollback check can decide, from the mildest to the gravest. */
export const decisions = ['go', 'roll-back-app', 'roll-forward', 'restore'] as const
export type Decision = (typeof decisions)[number]

export const decisionMeaning: Record<Decision, string> = {
  go: 'nothing calls for a rollback: keep the new release',
  'roll-back-app': 'put the previous release back; the data stays as it is',
  'roll-forward': 'the previous release cannot run on this schema: repair with a new release',
  restore: 'the data is in doubt: a person decides whether to restore the backup',
}

/** A trigger of the checklist that fired, with the decision that it asks for. */
export interface Fired {
  title: string
  decision: Exclude<Decision, 'go'>
}

export interface Situation {
  fired: readonly Fired[]
  /** Stages after the sign-off that did not end with go. */
  stopped: readonly string[]
  /** Migrations that this rollout applied. */
  applied: readonly string[]
  /** The checklist says that the previous release runs on the new schema (expand/contract). */
  backwardCompatible: boolean
}

/** Decides from what happened; pure, with its reasons in words. The gravest demand wins. */
export function decide(situation: Situation): { decision: Decision; because: string[] } {
  const { fired, stopped, applied, backwardCompatible } = situation
  const demands: { decision: Decision; because: string }[] = fired.map(trigger => ({
    decision: trigger.decision,
    because: `the trigger “${trigger.title}” fired`,
  }))
  for (const stage of stopped)
    demands.push({ decision: 'roll-back-app', because: `${stage} did not end with go` })
  if (demands.length === 0)
    return { decision: 'go', because: ['no trigger fired and every stage ended with go'] }
  const gravest = Math.max(...demands.map(demand => decisions.indexOf(demand.decision)))
  let decision = decisions[gravest] ?? 'restore'
  const because = demands.map(demand => demand.because)
  if (decision === 'roll-back-app' && applied.length > 0 && !backwardCompatible) {
    decision = 'roll-forward'
    because.push(`the previous release does not run on the schema after ${applied.join(', ')}`)
  } else if (decision === 'roll-back-app' && applied.length > 0) {
    because.push(
      `the previous release runs on the schema after ${applied.join(', ')} (declared backward-compatible)`,
    )
  }
  return { decision, because }
}

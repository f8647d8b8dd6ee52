import type { Outcome, Verdict } from './outcome.ts'
import type { Reason } from './reason.ts'

export interface Judged {
  outcome: Outcome
  advisory: boolean
}

export interface Ruling {
  verdict: Verdict
  reasons: Reason[]
}

/**
 * Rolls check outcomes up to a gate's verdict: a failure or an error stops, missing data and waiting people hold,
 * and a gate in which nothing was judged holds too, because silence is never green. Advisory checks never block.
 */
export function rollUp(checks: readonly Judged[]): Ruling {
  const blocking = checks.filter(check => !check.advisory)
  const has = (outcome: Outcome) => blocking.some(check => check.outcome === outcome)
  const stops: Reason[] = []
  if (has('fail')) stops.push('check-failed')
  if (has('error')) stops.push('check-error')
  const holds: Reason[] = []
  if (has('inconclusive')) holds.push('check-inconclusive')
  if (has('pending')) holds.push('waiting-for-a-person')
  if (stops.length > 0) return { verdict: 'no-go', reasons: [...stops, ...holds] }
  if (holds.length > 0) return { verdict: 'hold', reasons: holds }
  if (!checks.some(check => check.outcome === 'pass'))
    return { verdict: 'hold', reasons: ['nothing-checked'] }
  return { verdict: 'go', reasons: ['all-passed'] }
}

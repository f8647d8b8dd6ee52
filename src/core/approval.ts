import type { Verdict } from './outcome.ts'
import type { Reason } from './reason.ts'
import type { Approval } from './result.ts'

export interface ApprovalRules {
  atLeast: number
  /** Roles that must each be held by one of the approvers. */
  roles: readonly string[]
  digest: string
}

export interface ApprovalRuling {
  verdict: Verdict
  reasons: Reason[]
  message: string
}

/** Whether these approvals let the rollout go on: enough distinct people, every role, and this very evidence. */
export function judgeApprovals(
  approvals: readonly Approval[],
  { atLeast, roles, digest }: ApprovalRules,
): ApprovalRuling {
  const rejected = approvals.filter(approval => approval.state === 'rejected')
  if (rejected.length > 0)
    return {
      verdict: 'no-go',
      reasons: ['approval-rejected'],
      message: `rejected by ${rejected.map(({ by, comment }) => (comment ? `${by} (“${comment}”)` : by)).join(', ')}`,
    }
  const current = approvals.filter(approval => approval.digest === digest)
  const people = new Set(current.map(approval => approval.by.toLowerCase()))
  const missing = roles.filter(role => !current.some(approval => approval.role === role))
  if (people.size >= atLeast && missing.length === 0)
    return {
      verdict: 'go',
      reasons: ['all-passed'],
      message: `approved by ${[...new Set(current.map(({ by }) => by))].join(', ')}`,
    }
  const stale = approvals.length - current.length
  if (stale > 0 && current.length === 0)
    return {
      verdict: 'hold',
      reasons: ['approval-void'],
      message: `${stale} approval${stale === 1 ? ' was' : 's were'} given for other evidence; look at this evidence and approve it`,
    }
  const lacks = [
    ...(people.size < atLeast
      ? [people.size === 0 ? 'nobody has approved yet' : `${people.size} of ${atLeast} people have approved`]
      : []),
    ...missing.map(role => `nobody has approved as ${role}`),
  ]
  return {
    verdict: 'hold',
    reasons: ['approval-missing'],
    message: `${lacks.join(', ')}; the rollout waits and nothing was changed`,
  }
}

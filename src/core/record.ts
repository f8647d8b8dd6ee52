import type { RecordField, Result } from './result.ts'
import type { StageName } from './stage.ts'

export interface RecordFacts {
  /** The rollout's evidence by stage. */
  results: ReadonlyMap<StageName, Result>
  operator: string
  /** ISO 8601, UTC. */
  now: string
}

interface Known {
  label: string
  read(facts: RecordFacts): { value: string; from: string[] }
}

/** The fields that a record can ask for by name. Whatever is not in the evidence is said to be unknown. */
export const recordFields: Record<string, Known> = {
  timestamp: { label: 'Rollout timestamp (UTC)', read: ({ now }) => ({ value: now, from: ['record'] }) },
  operator: { label: 'Operator', read: ({ operator }) => ({ value: operator, from: ['record'] }) },
  commit: {
    label: 'Git SHA deployed',
    read: ({ results }) => {
      const deployed = results.get('deploy') ?? results.get('deploy-before-migrate')
      if (!deployed) return { value: 'nothing was deployed', from: [] }
      const back = results.get('rollback')
      const previous = results.get('rollback-check-before')?.data.rollbackCheck?.previous
      if (back && runsAgain(back))
        return {
          value: `${previous ?? 'the previous release'} (rolled back from ${deployed.commit})`,
          from: ['rollback'],
        }
      if (back) return { value: `unclear: the rollback from ${deployed.commit} failed`, from: ['rollback'] }
      return { value: deployed.commit, from: [deployed.stage] }
    },
  },
  backup: {
    label: 'DB backup completed',
    read: facts => yesNo(facts, ['backup'], facts.results.get('backup')?.data.backup?.file),
  },
  migration: {
    label: 'Migration completed',
    read: facts => yesNo(facts, ['migrate'], facts.results.get('migrate')?.data.migrate?.applied.join(', ')),
  },
  smoke: { label: 'Production smoke passed', read: facts => yesNo(facts, ['smoke']) },
  observation: { label: 'Observation passed', read: facts => yesNo(facts, ['observe']) },
  'rollback-path': {
    label: 'Rollback path verified',
    read: facts => yesNo(facts, ['rollback-check-before']),
  },
  decision: {
    label: 'Rollback decision',
    read: ({ results }) => {
      const decision = results.get('rollback-check')?.data.rollbackCheck?.decision
      return { value: decision ?? 'none was needed', from: decision ? ['rollback-check.decision'] : [] }
    },
  },
  approvals: {
    label: 'Approved by',
    read: ({ results }) => {
      const approvals = results.get('sign-off')?.data.approvals ?? []
      const names = approvals
        .filter(approval => approval.state === 'approved')
        .map(({ by, role }) => (role ? `${by} (${role})` : by))
      return { value: names.join(', ') || 'nobody', from: approvals.length > 0 ? ['sign-off'] : [] }
    },
  },
}

/** Whether a rollback put the previous release back; its data may still wait for a person. */
export const runsAgain = ({ reasons }: Result): boolean =>
  reasons.includes('rolled-back') || reasons.includes('restore-needs-a-person')

/** A field of the record, by name, or a yes/no over checks and stages under a label of the checklist. */
export type RecordWish = string | { title: string; passed: readonly string[] }

/** Fills the record from the evidence; every value names where it comes from. */
export const fillRecord = (wishes: readonly RecordWish[], facts: RecordFacts): RecordField[] =>
  wishes.map(wish => {
    if (typeof wish !== 'string')
      return { field: wish.title, label: wish.title, ...yesNo(facts, wish.passed) }
    const known = recordFields[wish]
    if (!known) return { field: wish, label: wish, value: 'unknown field', from: [] }
    return { field: wish, label: known.label, ...known.read(facts) }
  })

/** `yes` only when all of them passed; `no` when one did not; else what was not reached. */
function yesNo(
  facts: RecordFacts,
  references: readonly string[],
  detail?: string,
): { value: string; from: string[] } {
  const looks = references.map(reference => passed(reference, facts))
  const from = references.filter((_, index) => looks[index] !== undefined)
  if (looks.some(look => look === false)) return { value: 'no', from }
  if (looks.every(look => look === true)) return { value: detail ? `yes (${detail})` : 'yes', from }
  return { value: 'no (not reached)', from }
}

function passed(reference: string, { results }: RecordFacts): boolean | undefined {
  const [stage = '', id] = reference.split('.')
  const result = results.get(stage as StageName)
  if (!result) return undefined
  if (id === undefined) return result.verdict === 'go'
  const outcome = result.checks.find(check => check.id === id)?.outcome
  return outcome === undefined || outcome === 'skipped' ? undefined : outcome === 'pass'
}

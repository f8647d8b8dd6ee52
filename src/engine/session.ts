import type { Checklist } from '../checklist/checklist.ts'
import { placedChecks } from '../checklist/collect.ts'
import type { Listener } from '../core/events.ts'
import type { Ports } from '../core/ports.ts'
import type { Redactor } from '../core/redact.ts'
import type { Approver } from '../gates/definition.ts'
import type { EvidenceStore } from './evidence-store.ts'

/** Everything that stays the same for all stages of one run. */
export interface Session {
  checklist: Checklist
  environment: string
  commit: string
  /** Identifies the run. */
  run: string
  /** When the run began. */
  since: Date
  /** Folder that relative paths of the checklist start from. */
  folder: string
  ports: Ports
  redactor: Redactor
  store: EvidenceStore
  approver: Approver
  /** Attestations given beforehand: id of the item → who. */
  attestations: Readonly<Record<string, string>>
  /** Aborts when the run is cancelled. */
  signal: AbortSignal
  listen: Listener
}

/** Who attested an item beforehand. */
export const attestedBeforehand = ({ attestations }: Pick<Session, 'attestations'>, id: string) =>
  Object.hasOwn(attestations, id) ? attestations[id] || undefined : undefined

/** Teaches the redactor what the environment and the checklist's own `secret: true` rules hold. */
export function learnSecrets(redactor: Redactor, checklist: Checklist, env: Ports['env']): void {
  redactor.addEnvironment(env)
  for (const { item } of placedChecks(checklist)) {
    if (item.kind !== 'env') continue
    const rules = item.spec['env'] as Record<string, { secret?: boolean } | null>
    for (const [name, rule] of Object.entries(rules)) if (rule?.secret) redactor.add(env[name])
  }
}

import type { PlacedCheck } from '../checklist/checklist.ts'
import { placedChecks } from '../checklist/collect.ts'
import { kindOf } from '../checks/registry.ts'
import type { Words } from '../core/check.ts'
import type { Redactor } from '../core/redact.ts'
import { type Stage, stages } from '../core/stage.ts'
import { eachString, fillTemplate, mapStrings } from '../core/template.ts'
import { gateOf } from '../gates/registry.ts'
import { leftOut } from './run-stage.ts'
import { Scope, type ScopeFacts } from './scope.ts'

export interface PlannedItem {
  id: string
  title: string
  kind: string
  /** What would be asked or run, filled as far as that is known now, secrets masked. */
  does: Words
  /** Names that have no value here. */
  missing: string[]
  /** Why it would be left out. */
  leftOut?: string | undefined
}

export interface PlannedStage {
  stage: Stage
  leftOut?: string | undefined
  /** What the gate itself would do, and the names that it lacks. */
  gate: string[]
  missing: string[]
  items: PlannedItem[]
}

/** Names that get their value only while the rollout runs. */
const laterNames = ['baseline', 'previous.sha', 'backup.file']

/** What a run would do. Reads nothing but the checklist and the environment, and touches nothing. */
export function planRollout(facts: ScopeFacts, redactor: Redactor): PlannedStage[] {
  const checks = placedChecks(facts.checklist)
  const later = new Set([...laterNames, ...checks.flatMap(({ item }) => Object.keys(item.capture))])
  return stages.map(stage => {
    const why = leftOut(stage, facts)
    if (why !== undefined) return { stage, leftOut: why, gate: [], missing: [], items: [] }
    const own = checks.filter(check => check.stage === stage.name)
    const items = own.map(check => planItem(check, facts, redactor, later))
    return { stage, ...planGate(stage, facts, redactor), items }
  })
}

function planItem(
  { item }: PlacedCheck,
  facts: ScopeFacts,
  redactor: Redactor,
  later: ReadonlySet<string>,
): PlannedItem {
  const scope = new Scope(facts, { baselines: {} })
  const lookup = scope.lookupFor(item.id)
  const kind = kindOf(item.kind)
  const known = (name: string) => lookup(name) ?? (later.has(name) ? `<${name}>` : undefined)
  const { spec, missing } = scope.fillSpec(item.spec, kind, known)
  const outside =
    item.in && !item.in.includes(facts.environment) ? `only in ${item.in.join(', ')}` : undefined
  const does = redactor.deep(kind.words(spec as never))
  return { id: item.id, title: item.title, kind: item.kind, does, missing, leftOut: outside }
}

function planGate(
  stage: Stage,
  facts: ScopeFacts,
  redactor: Redactor,
): { gate: string[]; missing: string[] } {
  const section = facts.checklist.sections.get(stage.gate)
  const words = gateOf(stage.gate).words
  if (!words) return { gate: [], missing: [] }
  const scope = new Scope(facts, { baselines: {} })
  const lookup = scope.lookupFor(undefined)
  const fill = (text: string) => fillTemplate(text, lookup).text
  const missing = new Set<string>()
  // The checks of a section are planned one by one; here only its own settings count.
  const settings = Object.values(section as object).filter(value => typeof value === 'string')
  eachString(settings, text => {
    for (const name of fillTemplate(text, lookup).missing) missing.add(name)
  })
  const gate = words(stage, mapStrings(section, fill)).map(line => redactor.text(line))
  return { gate, missing: scope.roots([...missing], lookup) }
}

import { placedChecks } from '../checklist/collect.ts'
import { kindOf } from '../checks/registry.ts'
import type { CheckItem } from '../core/check.ts'
import type { Redactor } from '../core/redact.ts'
import { type Stage, stages } from '../core/stage.ts'
import { eachString, fillTemplate } from '../core/template.ts'
import { gateOf } from '../gates/registry.ts'
import { leftOut } from './run-stage.ts'
import { Scope, type ScopeFacts } from './scope.ts'

export interface PlannedItem {
  id: string
  title: string
  kind: string
  /** What would be asked or run, filled as far as that is known now, secrets masked. */
  does: string
  /** Names that have no value here. */
  missing: string[]
  /** Why it would be left out. */
  leftOut?: string | undefined
  flow?: string | undefined
}

export interface PlannedStage {
  stage: Stage
  leftOut?: string | undefined
  items: PlannedItem[]
}

/** What a run would do. Reads nothing but the checklist and the environment, and touches nothing. */
export function planRollout(facts: ScopeFacts, redactor: Redactor): PlannedStage[] {
  const checks = placedChecks(facts.checklist)
  const later = new Set(checks.flatMap(({ item }) => Object.keys(item.capture)))
  for (const name of ['baseline', 'previous.sha', 'backup.file']) later.add(name)
  return stages.map(stage => {
    const why = leftOut(stage, facts)
    if (why !== undefined) return { stage, leftOut: why, items: [] }
    const own = checks.filter(check => check.stage === stage.name)
    const items = own.map(({ item, flow }) => planItem(item, flow?.title, facts, redactor, later))
    return { stage, items: [...gateItems(stage, facts, redactor), ...items] }
  })
}

function planItem(
  item: CheckItem,
  flow: string | undefined,
  facts: ScopeFacts,
  redactor: Redactor,
  later: ReadonlySet<string>,
): PlannedItem {
  const scope = new Scope(facts, { baselines: {} })
  const lookup = scope.lookupFor(item.id)
  const { spec, missing } = scope.fillSpec(
    item.spec,
    kindOf(item.kind),
    name => lookup(name) ?? (later.has(name) ? `<${name}>` : undefined),
  )
  const outside =
    item.in && !item.in.includes(facts.environment) ? `only in ${item.in.join(', ')}` : undefined
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    does: redactor.text(phrase(spec[item.kind])),
    missing,
    leftOut: outside,
    flow,
  }
}

/** What a gate does itself, with the names that its own settings lack. */
function gateItems(stage: Stage, facts: ScopeFacts, redactor: Redactor): PlannedItem[] {
  const section = facts.checklist.sections.get(stage.gate)
  const scope = new Scope(facts, { baselines: {} })
  const missing = new Set<string>()
  const settings: string[] = []
  if (stage.gate === 'backup' || stage.gate === 'migrate')
    eachString(section, (text, path) => {
      const filled = fillTemplate(text, scope.lookupFor(undefined))
      for (const name of filled.missing) missing.add(name)
      settings.push(`${path.join('.')}: ${filled.text}`)
    })
  return (gateOf(stage.gate).steps[stage.name] ?? []).map((id, index) => ({
    id,
    title: `${stage.title}: ${id}`,
    kind: 'step',
    does: index === 0 ? redactor.text(settings.join(', ')) : '',
    missing: index === 0 ? [...missing] : [],
  }))
}

const phrase = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, (_, inner) => inner ?? undefined)
